namespace NavGeo.Routing.Graph;

/// <summary>Sets that are joined two at a time (union-find with path halving); a set goes by its lowest member. For one thread.</summary>
public sealed class DisjointSets
{
    private readonly int[] root;

    /// <param name="count">Members 0 to count - 1, each a set of its own to begin with.</param>
    public DisjointSets(int count)
    {
        root = new int[count];
        for (int member = 0; member < count; member++) root[member] = member;
    }

    /// <summary>The lowest member of the set that a member is in.</summary>
    public int Find(int member)
    {
        while (root[member] != member) member = root[member] = root[root[member]];
        return member;
    }

    /// <summary>Makes one set of those that two members are in.</summary>
    public void Join(int one, int other)
    {
        (one, other) = (Find(one), Find(other));
        root[Math.Max(one, other)] = Math.Min(one, other);
    }
}
