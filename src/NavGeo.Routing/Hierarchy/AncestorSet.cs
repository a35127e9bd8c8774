using System.Numerics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>The nodes some points reach by going up, with the place of each in constant time. Immutable.</summary>
internal sealed class AncestorSet
{
    private readonly ulong[] marks;
    private readonly int[] above;

    /// <param name="graph">The graph.</param>
    /// <param name="points">Points.</param>
    /// <param name="some">Those of them that go up.</param>
    /// <param name="within">Only what these targets need; all where null.</param>
    public AncestorSet(ChordalGraph graph, SweepPoints points, int[] some, TargetSelection? within = null)
    {
        marks = new ulong[(graph.NodeCount + 63) / 64];
        foreach (int point in some)
        {
            for (int k = points.First[point]; k < points.First[point + 1]; k++)
            {
                for (int rank = graph.Ranks[points.Nodes[k]]; rank >= 0; rank = graph.Parent(rank))
                {
                    ulong bit = 1UL << (rank & 63);
                    if ((marks[rank >> 6] & bit) != 0) break;
                    marks[rank >> 6] |= bit;
                }
            }
        }
        int count = 0;
        for (int word = 0; word < marks.Length; word++)
        {
            if (within is not null) marks[word] &= within.Marks[word];
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

    /// <summary>Whether a rank is in the set.</summary>
    public bool Contains(int rank) => (marks[rank >> 6] >> (rank & 63) & 1) != 0;

    /// <summary>Where a rank of the set stands in <see cref="Ranks"/>.</summary>
    public int Place(int rank) => above[rank >> 6] + BitOperations.PopCount(marks[rank >> 6] >> (rank & 63) >> 1);
}
