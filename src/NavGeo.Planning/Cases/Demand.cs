using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>
/// People at places: population cells, settlements or one point a municipality, as parallel columns of one length.
/// Immutable; any number of threads may read it. Points are metres in the case's projected coordinates.
/// </summary>
public sealed class Demand
{
    private readonly string[] ids;
    private readonly string?[] names;
    private readonly int[] people;
    private readonly PlanePoint[] points;
    private readonly int[] municipalities;
    private bool[] few = [];

    /// <param name="ids">One id a place, unique.</param>
    /// <param name="names">Settlement names; null where the place has none (a grid cell).</param>
    /// <param name="people">Persons, 0 or more.</param>
    /// <param name="points">Where they are: for a cell its middle.</param>
    /// <param name="municipalities">Index into the case's municipalities; -1 for a place that lies in none of them.</param>
    /// <param name="cellMetres">Side of the square each place stands for; 0 for points.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or someone is less than nobody.</exception>
    public Demand(
        IReadOnlyList<string> ids,
        IReadOnlyList<string?> names,
        IReadOnlyList<int> people,
        IReadOnlyList<PlanePoint> points,
        IReadOnlyList<int> municipalities,
        int cellMetres)
    {
        int count = ids.Count;
        if (names.Count != count || people.Count != count || points.Count != count || municipalities.Count != count)
            throw new ArgumentException("the columns of a demand must be of one length");
        if (people.Any(p => p < 0)) throw new ArgumentException("a place cannot have fewer than 0 people", nameof(people));
        ArgumentOutOfRangeException.ThrowIfNegative(cellMetres);
        this.ids = [.. ids];
        this.names = [.. names];
        this.people = [.. people];
        this.points = [.. points];
        this.municipalities = [.. municipalities];
        CellMetres = cellMetres;
        TotalPeople = this.people.Sum(p => (long)p);
    }

    /// <summary>The same people, told which part of a divided municipality each place lies in.</summary>
    /// <param name="parts">Index into the case's parts by place.</param>
    public Demand WithParts(IReadOnlyDictionary<int, int> parts) =>
        new(ids, names, people, points, municipalities, CellMetres) { WithoutRoad = WithoutRoad, Parts = parts, LeastPeople = LeastPeople, few = few };

    /// <summary>The same places with other counts of people.</summary>
    /// <param name="others">One a place, 0 or more.</param>
    public Demand WithPeople(IReadOnlyList<int> others) =>
        new(ids, names, others, points, municipalities, CellMetres) { WithoutRoad = WithoutRoad, Parts = Parts };

    /// <summary>The same places as everybody may know them: no place is told with fewer people than a limit.</summary>
    /// <param name="rounded">One a place: none, or at least the limit.</param>
    /// <param name="isFew">The places where people live, but are told as none.</param>
    /// <param name="least">The limit.</param>
    public Demand Rounded(IReadOnlyList<int> rounded, bool[] isFew, int least) =>
        new(ids, names, rounded, points, municipalities, CellMetres) { WithoutRoad = WithoutRoad, Parts = Parts, LeastPeople = least, few = isFew };

    /// <summary>The fewest people a place is told with; 0 where every number is as it was counted.</summary>
    public int LeastPeople { get; private init; }

    /// <summary>Whether people live at a place, but fewer than <see cref="LeastPeople"/>, told as none there.</summary>
    public bool IsFew(int place) => few.Length > 0 && few[place];

    /// <summary>Whether anybody lives at a place, told or not.</summary>
    public bool IsInhabited(int place) => people[place] > 0 || IsFew(place);

    /// <summary>How many places <see cref="IsFew"/>.</summary>
    public int FewPlaces => few.Count(f => f);

    /// <summary>How many places.</summary>
    public int Count => ids.Length;

    /// <summary>Everybody, including those in no municipality of the case.</summary>
    public long TotalPeople { get; }

    /// <summary>Side in metres of the square that a place stands for (250, 1000, 5000); 0 for points.</summary>
    public int CellMetres { get; }

    /// <summary>One id a place.</summary>
    public ReadOnlySpan<string> Ids => ids;

    /// <summary>Settlement name or null.</summary>
    public ReadOnlySpan<string?> Names => names;

    /// <summary>Persons.</summary>
    public ReadOnlySpan<int> People => people;

    /// <summary>Metres in the case's projection.</summary>
    public ReadOnlySpan<PlanePoint> Points => points;

    /// <summary>
    /// Places the case knows to have no road, whatever lies near on the map: islands without a car ferry. Indices into
    /// the columns; empty where nothing is known.
    /// </summary>
    public IReadOnlySet<int> WithoutRoad { get; init; } = new HashSet<int>();

    /// <summary>
    /// Index into <see cref="PlanningCase.Parts"/> of each place that lies in a divided municipality; places in no part
    /// are missing.
    /// </summary>
    public IReadOnlyDictionary<int, int> Parts { get; private init; } = new Dictionary<int, int>();

    /// <summary>Index into the case's municipalities, -1 for outside.</summary>
    public ReadOnlySpan<int> Municipalities => municipalities;
}
