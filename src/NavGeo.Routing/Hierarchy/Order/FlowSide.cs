namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// One of the two sides that a <see cref="SeparatorFlow"/> grows: its terminals, what it reaches in the residual graph, and
/// the separator nearest to it. Scratch for one thread.
/// </summary>
internal sealed class FlowSide
{
    // Terminals from which a search starts anew, and the separator of the last assimilation.
    private int[] seeds = [];
    private int[] standing = [];
    private int ownCount;
    private int seedCount;
    private int seedsInQueue;
    private int standingCount;

    /// <summary>Next node on the path through a node, away from this side, or −1.</summary>
    public int[] Away { get; private set; } = [];

    /// <summary>0 not reached, 1 from aside only, 2 so that it can be left.</summary>
    public byte[] Reach { get; private set; } = [];

    /// <summary>From where a node was reached; itself when it was only left, back along its path.</summary>
    public int[] Parent { get; private set; } = [];

    /// <summary>Nodes that can be left: those before <see cref="Head"/> have been, up to <see cref="Tail"/> wait.</summary>
    public int[] Queue { get; private set; } = [];

    public int Head { get; set; }

    public int Tail { get; set; }

    /// <summary>Nodes first reached from aside; some may since have been reached otherwise.</summary>
    public int[] Aside { get; private set; } = [];

    public int AsideCount { get; set; }

    /// <summary>The separator found by the last <see cref="Assimilate"/>.</summary>
    public int[] Cut { get; private set; } = [];

    public int CutCount { get; private set; }

    /// <summary>How many nodes lie on this side of its separator.</summary>
    public int Size => ownCount + Tail - seedsInQueue;

    public void Resize(int size)
    {
        Away = new int[size];
        Reach = new byte[size];
        Parent = new int[size];
        Queue = new int[size];
        Aside = new int[size];
        Cut = new int[size];
        seeds = new int[size];
        standing = new int[size];
    }

    public void Clear(int nodeCount)
    {
        Away.AsSpan(0, nodeCount).Fill(-1);
        Reach.AsSpan(0, nodeCount).Clear();
        Head = Tail = AsideCount = CutCount = ownCount = seedCount = standingCount = seedsInQueue = 0;
    }

    /// <summary>Makes a node a terminal of this side from which the next search starts.</summary>
    public void Pierce(int node)
    {
        ownCount++;
        seeds[seedCount++] = node;
        Reach[node] = 2;
        Queue[Tail++] = node;
        seedsInQueue++;
    }

    /// <summary>Forgets the reach, which a changed flow has made wrong, and starts again from the seeds.</summary>
    public void Restart(byte[] owner, byte own)
    {
        for (int i = 0; i < Tail; i++)
        {
            if (owner[Queue[i]] != own) Reach[Queue[i]] = 0;
        }
        for (int i = 0; i < AsideCount; i++)
        {
            if (owner[Aside[i]] != own) Reach[Aside[i]] = 0;
        }
        Head = Tail = AsideCount = 0;
        // The separator of the last assimilation stays saturated: its nodes are reached from aside for good.
        for (int i = 0; i < standingCount; i++)
        {
            int node = standing[i];
            if (owner[node] == own) continue;
            Reach[node] = 1;
            Aside[AsideCount++] = node;
        }
        for (int i = 0; i < seedCount; i++) Queue[Tail++] = seeds[i];
        seedsInQueue = seedCount;
    }

    /// <summary>Takes in everything reached, and lists the separator.</summary>
    public void Assimilate(byte[] owner, byte own)
    {
        for (int i = 0; i < Tail; i++)
        {
            int node = Queue[i];
            if (owner[node] == own) continue;
            owner[node] = own;
            ownCount++;
        }
        Head = Tail = 0;
        seedCount = seedsInQueue = 0;
        CutCount = 0;
        for (int i = 0; i < AsideCount; i++)
        {
            int node = Aside[i];
            if (owner[node] == own || Reach[node] != 1) continue;
            Cut[CutCount++] = node;
        }
        AsideCount = 0;
        standingCount = CutCount;
        for (int i = 0; i < CutCount; i++)
        {
            standing[i] = Cut[i];
            Aside[AsideCount++] = Cut[i];
        }
    }
}
