namespace NavGeo.Planning.Regions;

/// <summary>
/// Attaches municipalities to centres, each to the best that it may follow, and mends regions that are in pieces.
/// </summary>
/// <remarks>
/// The repair is NavGeo's own: a part of a region that does not hang together with the centre is joined by a single
/// municipality between them where one stands alone there, as the published division did once; otherwise its
/// municipalities try the next centre they may follow, and stand alone after the last.
/// </remarks>
internal sealed class CentreAttachment
{
    /// <summary>Follows nobody.</summary>
    public const int Alone = -1;

    private readonly Contiguity contiguity;
    private readonly int[] mainOf;
    private readonly IReadOnlyList<int>[] options;
    private readonly int[] tried;
    private readonly bool[] wasBridge;

    /// <param name="contiguity">Who is whose neighbour.</param>
    /// <param name="mainOf">For a centre the main one of its pair; -1 for the others.</param>
    /// <param name="options">For every municipality the centres it may follow, the best first; empty for centres.</param>
    public CentreAttachment(Contiguity contiguity, IReadOnlyList<int> mainOf, IReadOnlyList<int>[] options)
    {
        this.contiguity = contiguity;
        this.mainOf = [.. mainOf];
        this.options = options;
        tried = new int[options.Length];
        wasBridge = new bool[options.Length];
        Follows = new int[options.Length];
        IsBridge = new bool[options.Length];
        for (int m = 0; m < options.Length; m++) Follows[m] = this.mainOf[m] >= 0 ? m : Option(m);
        while (Mend())
        {
        }
    }

    /// <summary>The centre each municipality follows: itself for a centre, <see cref="Alone"/> for one without.</summary>
    public int[] Follows { get; }

    /// <summary>Taken in to hold a region together, without a test of its own.</summary>
    public bool[] IsBridge { get; }

    /// <summary>The main centre of the region a municipality is in; itself where it stands alone.</summary>
    public int MainOf(int municipality) => Follows[municipality] < 0 ? municipality : mainOf[Follows[municipality]];

    /// <summary>Whether a municipality missed its first choice for the sake of contiguity.</summary>
    public bool IsDiverted(int municipality) => tried[municipality] > 0;

    private int Option(int m) => tried[m] < options[m].Count ? options[m][tried[m]] : Alone;

    /// <summary>Mends one part that is cut off.</summary>
    /// <returns>False where there is none left.</returns>
    private bool Mend()
    {
        for (int centre = 0; centre < mainOf.Length; centre++)
        {
            if (mainOf[centre] != centre) continue;
            int here = centre;
            bool[] reached = contiguity.Reached(centre, m => MainOf(m) == here);
            int first = FirstCutOff(centre, reached);
            if (first < 0) continue;
            bool[] part = contiguity.Reached(first, m => MainOf(m) == here && !reached[m]);
            if (!Bridge(centre, reached, part)) Release(part);
            return true;
        }
        return false;
    }

    private int FirstCutOff(int centre, bool[] reached)
    {
        for (int m = 0; m < Follows.Length; m++)
        {
            if (MainOf(m) == centre && !reached[m]) return m;
        }
        return -1;
    }

    private bool Bridge(int centre, bool[] reached, bool[] part)
    {
        for (int m = 0; m < Follows.Length; m++)
        {
            if (Follows[m] != Alone || wasBridge[m] || !Touches(m, reached) || !Touches(m, part)) continue;
            (Follows[m], IsBridge[m], wasBridge[m]) = (centre, true, true);
            return true;
        }
        return false;
    }

    private bool Touches(int m, bool[] area)
    {
        foreach (int neighbour in contiguity.Of(m))
        {
            if (area[neighbour]) return true;
        }
        return false;
    }

    private void Release(bool[] part)
    {
        for (int m = 0; m < part.Length; m++)
        {
            if (!part[m]) continue;
            if (mainOf[m] >= 0)
            {
                // The second centre of a pair that does not hang together: two regions.
                mainOf[m] = m;
                continue;
            }
            if (IsBridge[m])
            {
                (Follows[m], IsBridge[m]) = (Alone, false);
                continue;
            }
            tried[m]++;
            Follows[m] = Option(m);
        }
    }
}
