namespace NavGeo.Planning.Uncertainty;

/// <summary>
/// How far what a case rests on may be off: standard deviations, each with where it is from. Times and people are multiplied
/// by e^(σ·z) with a standard normal z, so that half of the draws are longer and half shorter; what lies in a cell is moved. See docs/uncertainty.md.
/// Immutable.
/// </summary>
/// <remarks>
/// The error of a road's minutes has three parts: one all roads of a class share through the whole draw, one they share within
/// <see cref="RegionMetres"/>, and one of the road itself there. The first is the standard error of the factors fitted on 60 official times and
/// how far these are from 1; the others are what is left of those times' errors.
/// </remarks>
public sealed record UncertaintyModel
{
    /// <summary>The model of the method page.</summary>
    public static UncertaintyModel Stated { get; } = new();

    /// <summary>No doubt at all: every draw is the case as it is.</summary>
    public static UncertaintyModel None { get; } = new()
    {
        Trunk = 0,
        County = 0,
        OtherRoads = 0,
        Region = 0,
        Road = 0,
        Sailing = 0,
        Wait = 0,
        Crossing = 0,
        UnknownHeadway = 0,
        OffRoad = 0,
        CellShare = 0,
        Municipality = 0,
        Place = 0,
        Contacts = 0,
    };

    /// <summary>Side of the squares within which roads share an error, metres.</summary>
    public double RegionMetres { get; init; } = 50_000;

    /// <summary>European and national roads all over: factor 0.977 with a standard error of 0.028.</summary>
    public double Trunk { get; init; } = 0.036;

    /// <summary>County roads all over: factor 0.950 with a standard error of 0.014.</summary>
    public double County { get; init; } = 0.052;

    /// <summary>Other roads all over: as county roads.</summary>
    public double OtherRoads { get; init; } = 0.052;

    /// <summary>Roads of a class within a square.</summary>
    public double Region { get; init; } = 0.08;

    /// <summary>One road within a square.</summary>
    public double Road { get; init; } = 0.12;

    /// <summary>The sailing time of a crossing.</summary>
    public double Sailing { get; init; } = 0.1;

    /// <summary>The wait at every quay alike: which rule is true.</summary>
    public double Wait { get; init; } = 0.3;

    /// <summary>The wait at one crossing.</summary>
    public double Crossing { get; init; } = 0.3;

    /// <summary>The wait at one crossing whose headway is not known, in addition.</summary>
    public double UnknownHeadway { get; init; } = 0.5;

    /// <summary>Speed off the road, everywhere alike.</summary>
    public double OffRoad { get; init; } = 0.25;

    /// <summary>How far from the middle of a cell its people live, as a part of its side: 1/√12 for people spread evenly.</summary>
    public double CellShare { get; init; } = 0.289;

    /// <summary>People of a municipality against the year that is planned for.</summary>
    public double Municipality { get; init; } = 0.03;

    /// <summary>People of one place likewise.</summary>
    public double Place { get; init; } = 0.1;

    /// <summary>Visits an inhabitant and year: how far the four counted months of Hallingdal are from each other.</summary>
    public double Contacts { get; init; } = 0.22;

    /// <summary>All of them by the name that files and texts use, in their order.</summary>
    public IReadOnlyList<(string Name, double Deviation)> Sources =>
    [
        ("trunk", Trunk), ("county", County), ("other_roads", OtherRoads), ("region", Region), ("road", Road), ("sailing", Sailing), ("wait", Wait),
        ("crossing", Crossing), ("unknown_headway", UnknownHeadway), ("off_road", OffRoad), ("cell", CellShare), ("municipality", Municipality),
        ("place", Place), ("contacts", Contacts),
    ];
}

/// <summary>Numbers drawn by what they are for, not in turn: the same whatever else is drawn, in any order and on any number of threads.</summary>
/// <param name="seed">Of the run.</param>
/// <param name="draw">Which draw.</param>
internal readonly struct HashedNormal(ulong seed, int draw)
{
    private readonly ulong start = Mixed(Mixed(seed) + (ulong)draw);

    /// <summary>A standard normal number of a stream, by Box and Muller (1958).</summary>
    /// <param name="stream">What is drawn.</param>
    /// <param name="index">Of which of them.</param>
    public double Of(DrawStream stream, int index)
    {
        ulong bits = Mixed(start ^ Mixed(((ulong)stream << 32) + (uint)index));
        // In (0, 1]: its logarithm is finite.
        double first = ((bits >> 11) + 1) * (1.0 / (1UL << 53));
        double second = (Mixed(bits) >> 11) * (1.0 / (1UL << 53));
        return Math.Sqrt(-2 * Math.Log(first)) * Math.Cos(2 * Math.PI * second);
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mixed(ulong bits)
    {
        unchecked
        {
            bits += 0x9E3779B97F4A7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}

/// <summary>What a number is drawn for.</summary>
internal enum DrawStream
{
    Class = 1,
    Region,
    Road,
    Sailing,
    Wait,
    Crossing,
    OffRoad,
    Cell,
    Municipality,
    Place,
    Contacts,
}
