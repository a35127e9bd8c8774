using System.Numerics;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>The nodes reached by going up from some, with the place of each in constant time. Immutable.</summary>
internal sealed class AncestorSet
{
    private readonly ulong[] marks;
    private readonly int[] above;

    /// <param name="graph">The graph.</param>
    /// <param name="starts">The ranks that go up.</param>
    /// <param name="within">Only what is in this set too; all where null.</param>
    public AncestorSet(ChordalGraph graph, int[] starts, AncestorSet? within = null)
    {
        marks = new ulong[(graph.NodeCount + 63) / 64];
        foreach (int start in starts)
        {
            for (int rank = start; rank >= 0; rank = graph.Parent(rank))
            {
                ulong bit = 1UL << (rank & 63);
                if ((marks[rank >> 6] & bit) != 0) break;
                marks[rank >> 6] |= bit;
            }
        }
        int count = 0;
        for (int word = 0; word < marks.Length; word++)
        {
            if (within is not null) marks[word] &= within.marks[word];
            count += BitOperations.PopCount(marks[word]);
        }
        // Descending; above says how many stand before those of a word, so a rank's place is a look-up.
        Ranks = new int[count];
        above = new int[marks.Length];
        int written = 0;
        for (int word = marks.Length - 1; word >= 0; word--)
        {
            above[word] = written;
            for (ulong left = marks[word]; left != 0;)
            {
                int bit = 63 - BitOperations.LeadingZeroCount(left);
                Ranks[written++] = word * 64 + bit;
                left &= ~(1UL << bit);
            }
        }
    }

    /// <summary>The ranks, descending.</summary>
    public int[] Ranks { get; }

    /// <summary>What some points reach by going up from all they hang on.</summary>
    public static AncestorSet Above(ChordalGraph graph, SweepPoints points, int[] some, AncestorSet? within = null) => new(
        graph, [.. some.SelectMany(point => points.Nodes[points.First[point]..points.First[point + 1]]).Select(node => graph.Ranks[node])], within);

    /// <summary>Whether a rank is in the set.</summary>
    public bool Contains(int rank) => (marks[rank >> 6] >> (rank & 63) & 1) != 0;

    /// <summary>Where a rank of the set stands in <see cref="Ranks"/>.</summary>
    public int Place(int rank) => above[rank >> 6] + BitOperations.PopCount(marks[rank >> 6] >> (rank & 63) >> 1);
}
