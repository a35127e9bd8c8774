using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>
/// The links on their way into the graph, in columns: a country has ten million, each of which would cost some hundred
/// bytes as an object of its own. What links have in common is held once; drawings lie end to end in large pieces of
/// memory. A drawing that is replaced stays where it lies.
/// </summary>
internal sealed class DraftLinks
{
    private const int NotGiven = RoadGraph.NotGiven;
    private const int PieceBits = 16;
    private const int PieceLength = 1 << PieceBits;

    private readonly List<RoadLink> traits = [];
    private readonly Dictionary<RoadLink, int> traitNumbers = [];

    /// <summary>Drawings, so many points a piece; a longer drawing has a piece of its own.</summary>
    private readonly List<PlanePoint[]> pieces = [];
    private int usedOfLast = PieceLength;

    /// <summary>Links, so many a piece: a list that doubles would for a while be there twice.</summary>
    private readonly List<Row[]> rows = [];

    /// <summary>The few links along which the pace changes.</summary>
    private Dictionary<int, DraftBend[]> bends = [];

    /// <summary>One link: four bytes a field.</summary>
    private readonly record struct Row(
        int Trait, int From, int To, int FromLink, int ToLink, int LengthMillimetres, int Forward, int Backward, int ShapeAt, int ShapeLength);

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>A link; setting it puts another in its place.</summary>
    public DraftLink this[int index]
    {
        get
        {
            Row row = RowAt(index);
            return new DraftLink
            {
                Link = traits[row.Trait],
                Shape = ShapeOf(row),
                LengthMillimetres = row.LengthMillimetres,
                ForwardMilliseconds = row.Forward == NotGiven ? null : row.Forward,
                BackwardMilliseconds = row.Backward == NotGiven ? null : row.Backward,
                Bends = bends.GetValueOrDefault(index, []),
                From = row.From,
                To = row.To,
                FromLink = row.FromLink,
                ToLink = row.ToLink,
            };
        }
        set
        {
            RowAt(index) = RowOf(value);
            Bend(index, value.Bends);
        }
    }

    /// <summary>Adds a link at the end.</summary>
    public void Add(DraftLink link)
    {
        if (Count == rows.Count << PieceBits) rows.Add(new Row[PieceLength]);
        Count++;
        RowAt(Count - 1) = RowOf(link);
        Bend(Count - 1, link.Bends);
    }

    /// <summary>Where the pace of a link changes.</summary>
    public void Bend(int index, IReadOnlyList<DraftBend> points)
    {
        if (points.Count > 0) bends[index] = [.. points];
        else bends.Remove(index);
    }

    /// <summary>What one travels on.</summary>
    public LinkKind KindOf(int index) => traits[RowAt(index).Trait].Kind;

    /// <summary>The nodes of the ends.</summary>
    public (int From, int To) EndsOf(int index) => (RowAt(index).From, RowAt(index).To);

    /// <summary>The drawing.</summary>
    public ReadOnlySpan<PlanePoint> ShapeOf(int index) => ShapeOf(RowAt(index)).Span;

    /// <summary>Joins the ends to other nodes; the drawing stays.</summary>
    public void MoveEnds(int index, int from, int to)
    {
        ref Row row = ref RowAt(index);
        row = row with { From = from, To = to };
    }

    /// <summary>Puts another link in the place of one; the drawing stays.</summary>
    public void Replace(int index, DraftLink link)
    {
        ref Row row = ref RowAt(index);
        row = RowOf(link with { Shape = default }) with { ShapeAt = row.ShapeAt, ShapeLength = row.ShapeLength };
    }

    /// <summary>Takes out those that are gone; the others keep their order.</summary>
    public void Remove(bool[] isGone)
    {
        int next = 0;
        var kept = new Dictionary<int, DraftBend[]>();
        for (int i = 0; i < Count; i++)
        {
            if (isGone[i]) continue;
            if (bends.TryGetValue(i, out DraftBend[]? points)) kept.Add(next, points);
            RowAt(next++) = RowAt(i);
        }
        Count = next;
        bends = kept;
    }

    /// <summary>The drawings end to end, in an order of the links. All else is let go of before, and these afterwards.</summary>
    public PlanePoint[] Drawings(int[] order, BuildingRun run)
    {
        var starts = new int[order.Length];
        var lengths = new int[order.Length];
        int points = 0;
        for (int i = 0; i < order.Length; i++)
        {
            Row row = RowAt(order[i]);
            (starts[i], lengths[i]) = (row.ShapeAt, row.ShapeLength);
            points = checked(points + row.ShapeLength);
        }
        Count = 0;
        rows.Clear();
        bends.Clear();
        traits.Clear();
        traitNumbers.Clear();
        var drawings = new PlanePoint[points];
        int at = 0;
        for (int i = 0; i < order.Length; i++)
        {
            run.Pass(BuildingStep.Pouring, i, order.Length);
            Points(starts[i], lengths[i]).CopyTo(drawings.AsMemory(at));
            at += lengths[i];
        }
        pieces.Clear();
        usedOfLast = PieceLength;
        return drawings;
    }

    private ref Row RowAt(int index) => ref rows[index >> PieceBits][index & (PieceLength - 1)];

    private ReadOnlyMemory<PlanePoint> ShapeOf(Row row) => Points(row.ShapeAt, row.ShapeLength);

    private ReadOnlyMemory<PlanePoint> Points(int at, int length) => pieces[at >> PieceBits].AsMemory(at & (PieceLength - 1), length);

    private Row RowOf(DraftLink link)
    {
        if (!traitNumbers.TryGetValue(link.Link, out int trait))
        {
            traitNumbers.Add(link.Link, trait = traits.Count);
            traits.Add(link.Link);
        }
        return new Row(
            trait, link.From, link.To, link.FromLink, link.ToLink, link.LengthMillimetres,
            link.ForwardMilliseconds ?? NotGiven, link.BackwardMilliseconds ?? NotGiven, Laid(link.Shape.Span), link.Shape.Length);
    }

    private int Laid(ReadOnlySpan<PlanePoint> shape)
    {
        if (usedOfLast + shape.Length > PieceLength)
        {
            pieces.Add(new PlanePoint[Math.Max(PieceLength, shape.Length)]);
            usedOfLast = 0;
        }
        shape.CopyTo(pieces[^1].AsSpan(usedOfLast));
        int at = checked(((pieces.Count - 1) << PieceBits) + usedOfLast);
        usedOfLast += shape.Length;
        return at;
    }
}
