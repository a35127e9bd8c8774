using NavGeo.Data.OpenStreetMap;
using NavGeo.Planning;
using NavGeo.Routing;
using NavGeo.Routing.Building;

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

    /// <summary>What became of the source's turn restrictions.</summary>
    public IReadOnlyList<RestrictionCount> Restrictions { get; init; } = [];

    /// <summary>Names that stand on the map and may tell quays apart.</summary>
    public IReadOnlyList<PlaceName> Places { get; init; } = [];
}
