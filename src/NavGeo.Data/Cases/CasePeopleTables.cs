using System.Text.Json.Nodes;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using JsonMembers = System.Text.Json.Nodes.JsonObject;

namespace NavGeo.Data.Cases;

/// <summary>The account of a case's people as files: the factor of each municipality, and the places outside all boundaries.</summary>
public static class CasePeopleTables
{
    private const int Decimals = 6;

    /// <summary>One row a municipality: what was counted, what the total is, and the factor between them.</summary>
    public static DelimitedWriter Spread(CasePeople people, TableDress dress)
    {
        var table = new DelimitedWriter(dress, "kommunenummer", "name", "places", "counted", "total", "factor", "year");
        foreach (SpreadRow row in people.Spread)
        {
            Municipality municipality = people.Municipalities[row.Municipality];
            table.Text(municipality.Number).Text(municipality.Name).Whole(row.Places).Whole(row.Counted).Whole(row.Total)
                .Decimal(row.Factor, Decimals).Whole(people.Year).EndRow();
        }
        return table;
    }

    /// <summary>One row a place in no municipality, with the nearest one and whether it was given to it.</summary>
    public static DelimitedWriter Outside(CasePeople people, TableDress dress)
    {
        var table = new DelimitedWriter(dress, "id", "lon", "lat", "people", "nearest", "nearest_name", "metres", "given");
        foreach (OutsidePlace place in people.Outside)
        {
            GeoPoint at = MapProjection.Norway.ToGeo(place.Point);
            table.Text(place.Id).Decimal(at.Longitude, Decimals).Decimal(at.Latitude, Decimals).Whole(place.People)
                .Text(place.NearestNumber).Text(place.NearestName).Decimal(place.Metres, 0).Flag(place.IsGiven).EndRow();
        }
        return table;
    }

    /// <summary>The same as points of GeoJSON (RFC 7946, WGS84).</summary>
    public static JsonMembers OutsideGeoJson(CasePeople people) => new()
    {
        ["type"] = "FeatureCollection",
        ["features"] = new JsonArray([.. people.Outside.Select(place => (JsonNode)Feature(place))]),
    };

    private static JsonMembers Feature(OutsidePlace place)
    {
        GeoPoint at = MapProjection.Norway.ToGeo(place.Point);
        return new JsonMembers
        {
            ["type"] = "Feature",
            ["geometry"] = new JsonMembers
            {
                ["type"] = "Point",
                ["coordinates"] = new JsonArray(Math.Round(at.Longitude, Decimals), Math.Round(at.Latitude, Decimals)),
            },
            ["properties"] = new JsonMembers
            {
                ["id"] = place.Id,
                ["people"] = place.People,
                ["nearest"] = place.NearestNumber,
                ["nearest_name"] = place.NearestName,
                ["metres"] = Math.Round(place.Metres),
                ["given"] = place.IsGiven,
            },
        };
    }
}
