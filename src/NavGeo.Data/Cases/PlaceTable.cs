using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Roads;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>places.csv</c>: the junctions and quays of a hand-made network.</summary>
internal static class PlaceTable
{
    public const string Name = "places.csv";

    private static readonly TableColumns Columns = new(["place", "lon", "lat"], "name");

    /// <summary>Names and positions in the plane by place; null where the table could not be read at all.</summary>
    public static Dictionary<string, PlaceName>? Read(Workspace input)
    {
        if (input.Table(Name, Columns) is not { } table) return null;
        var places = new Dictionary<string, PlaceName>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string id = row.Text("place");
            GeoPoint position = row.Position("lon", "lat", input.Area);
            bool isFaulty = row.IsFaulty;
            // A place with a wrong position is still a place that roads may name.
            if (id.Length > 0 && row.IsFirst(lines, "place", id))
                places.Add(id, new PlaceName(row.OptionalText("name") ?? id, "", isFaulty ? default : input.ToPlane(position)));
        }
        return places;
    }
}
