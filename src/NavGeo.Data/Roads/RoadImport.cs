using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Roads;

/// <summary>What a road reader brought home. Every row of the file is among the links or counted among the dropped.</summary>
/// <param name="Links">In the order of the file; a row with several lines gives several links.</param>
/// <param name="Dropped">By reason, then value; empty where every row became a link.</param>
/// <param name="RowCount">Rows in the file.</param>
/// <param name="Epsg">Projection of the links' shapes.</param>
/// <param name="Source">Who made the data, with the file's hash.</param>
public sealed record RoadImport(
    IReadOnlyList<RoadLink> Links, IReadOnlyList<DroppedRoads> Dropped, int RowCount, int Epsg, SourceReference Source)
{
    /// <summary>
    /// Whether links meet by the source's own numbers, so that nothing is to be joined or split because it lies near;
    /// otherwise they meet where they are drawn to.
    /// </summary>
    public bool MeetsByNumber { get; init; }

    /// <summary>Restricted turns between the links, by their place in <see cref="Links"/>.</summary>
    public IReadOnlyList<TurnRestriction> Turns { get; init; } = [];

    /// <summary>Restricted paths over several links, likewise.</summary>
    public IReadOnlyList<PathRestriction> Paths { get; init; } = [];

    /// <summary>What became of the source's turn restrictions.</summary>
    public IReadOnlyList<RestrictionCount> Restrictions { get; init; } = [];

    /// <summary>The sea, where the file's roads and coast are read together; null otherwise.</summary>
    public WaterMask? Water { get; init; }

    /// <summary>Names that stand on the map and may tell quays apart.</summary>
    public IReadOnlyList<PlaceName> Places { get; init; } = [];
}

/// <summary>A name in a road file and where it stands.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">What kind of place the source calls it; empty where it says nothing.</param>
/// <param name="Point">The middle of its writing, in the file's projection.</param>
public sealed record PlaceName(string Name, string Kind, PlanePoint Point)
{
    /// <summary>Its names in other languages, in the order of the source.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
}

/// <summary>How many turn restrictions met one fate.</summary>
/// <param name="Fate">What became of them.</param>
/// <param name="Count">Restrictions, at least 1.</param>
public sealed record RestrictionCount(RestrictionFate Fate, int Count);

/// <summary>What became of a turn restriction.</summary>
public enum RestrictionFate
{
    /// <summary>It binds.</summary>
    Used = 0,

    /// <summary>Cars are excepted.</summary>
    CarsExcepted,

    /// <summary>It holds at certain times or for certain vehicles only.</summary>
    Conditional,

    /// <summary>A member is missing, or the kind is not known, or its ways do not hang together.</summary>
    Incomplete,

    /// <summary>One of its ways or its node is not in the car network.</summary>
    NotInNetwork,

    /// <summary>The node lies within a way of two directions, so that it is not said which side is meant.</summary>
    Ambiguous,

    /// <summary>A one-way street already says as much: nobody can come or go that way.</summary>
    ClosedAnyway,
}

/// <summary>What a <see cref="RestrictionFate"/> is called in JSON and sources.</summary>
public static class RestrictionFates
{
    /// <summary>The fate as JSON and notes name it.</summary>
    public static string NameOf(RestrictionFate fate) => fate switch
    {
        RestrictionFate.Used => "used",
        RestrictionFate.CarsExcepted => "cars_excepted",
        RestrictionFate.Conditional => "conditional",
        RestrictionFate.Incomplete => "incomplete",
        RestrictionFate.NotInNetwork => "not_in_network",
        RestrictionFate.Ambiguous => "ambiguous",
        _ => "closed_anyway",
    };
}
