namespace NavGeo.Data.Dimacs;

/// <summary>
/// A road network as the files of the 9th DIMACS implementation challenge hold it. Nodes are numbered from 0 here,
/// from 1 in the files. Immutable.
/// </summary>
/// <param name="NodeCount">How many nodes.</param>
/// <param name="Tails">Node each arc starts from, [arc count].</param>
/// <param name="Heads">Node each arc leads to, [arc count].</param>
/// <param name="Weights">Weight of each arc, in the file's unit (travel-time files: tenths of a second), [arc count].</param>
public sealed record DimacsGraph(int NodeCount, int[] Tails, int[] Heads, int[] Weights)
{
    /// <summary>How many arcs.</summary>
    public int ArcCount => Tails.Length;
}
