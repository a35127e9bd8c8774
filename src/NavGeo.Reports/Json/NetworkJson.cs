using System.Text.Json.Nodes;
using NavGeo.Data.Networks;
using NavGeo.Data.Roads;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Reports.Json;

/// <summary>A network in plain numbers: what was read, what was left out and why, what there is, what is suspicious.</summary>
public static class NetworkJson
{
    /// <summary>The object.</summary>
    public static JsonObject Of(RoadNetwork network, NetworkReview review)
    {
        RoadGraph graph = network.Graph;
        MapProjection projection = MapProjection.ForEpsg(graph.Epsg);
        return new JsonObject
        {
            ["nodes"] = graph.NodeCount,
            ["edges"] = graph.EdgeCount,
            ["rows"] = network.Import?.RowCount,
            ["kilometres"] = Math.Round(Kilometres(graph, _ => true), 3),
            ["epsg"] = graph.Epsg,
            ["source"] = network.Source.Title,
            ["licence"] = network.Source.Licence,
            ["date"] = network.Source.Date,
            ["dropped"] = network.Import is { } import ? Array(import.Dropped, d => new JsonObject
            {
                ["reason"] = NameOf(d.Reason),
                ["value"] = d.Value,
                ["count"] = d.Count,
            }) : null,
            ["turn_restrictions"] = network.Import is { } read
                ? new JsonObject(read.Restrictions.Select(r => KeyValuePair.Create(RestrictionFates.NameOf(r.Fate), (JsonNode?)r.Count)))
                : null,
            ["restricted_turns"] = graph.TurnFrom.Length,
            ["split_junctions"] = graph.Report.SplitJunctions,
            ["quay_links"] = graph.Report.QuayLinks.Count,
            ["open_quays"] = Array(graph.Report.OpenQuays, q => Place(projection, q.Quay)),
            ["kinds"] = new JsonObject(Enum.GetValues<LinkKind>().Select(kind => KeyValuePair.Create(kind.ToString(), (JsonNode?)new JsonObject
            {
                ["links"] = Count(graph, kind),
                ["kilometres"] = Math.Round(Kilometres(graph, k => k == kind), 3),
            }))),
            ["categories"] = new JsonObject(review.ByCategory.Select(c => KeyValuePair.Create(c.Key.ToString(), (JsonNode?)new JsonObject
            {
                ["links"] = c.Value.Links,
                ["kilometres"] = Math.Round(c.Value.Kilometres, 3),
            }))),
            ["car_ferries"] = review.Ferries.All,
            ["car_ferries_with_time"] = review.Ferries.Timed,
            ["ferries"] = Array(Ferries(graph), f => Ferry(graph, projection, f)),
            ["one_way"] = review.OneWay,
            ["closed_in_winter"] = review.ClosedInWinter,
            ["speeds_given"] = review.Speeds.Given,
            ["speeds_assumed"] = review.Speeds.Assumed,
            ["largest_share"] = Math.Round(review.LargestShare, 4),
            ["core_share"] = Math.Round(review.CoreShare, 4),
            ["suspicious"] = new JsonObject(review.Places.GroupBy(p => p.Kind)
                .Select(k => KeyValuePair.Create(SuspiciousPlacesFile.NameOf(k.Key), (JsonNode?)k.Count()))),
            ["people_behind"] = new JsonObject(review.Places.Where(p => p.People is not null).GroupBy(p => p.Kind)
                .Select(k => KeyValuePair.Create(SuspiciousPlacesFile.NameOf(k.Key), (JsonNode?)k.Sum(p => p.People!.Value)))),
            ["road_parts"] = graph.Report.RoadParts,
            ["parts"] = Array(graph.Report.Parts, p => new JsonObject
            {
                ["nodes"] = p.Nodes,
                ["kilometres"] = Math.Round(p.Kilometres, 3),
                ["ferry"] = p.HasFerry,
                ["somewhere"] = Place(projection, p.Somewhere),
            }),
        };
    }

    /// <summary>The ferries of a network, the longest first.</summary>
    public static IReadOnlyList<FerryService> Ferries(RoadGraph graph) => [.. FerryService.In(graph).OrderByDescending(f => f.Metres)];

    /// <summary>Kilometres of the edges whose kind is meant.</summary>
    public static double Kilometres(RoadGraph graph, Func<LinkKind, bool> isMeant)
    {
        double kilometres = 0;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (isMeant(graph.EdgeKinds[edge])) kilometres += graph.EdgeLengths[edge] / 1e6;
        }
        return kilometres;
    }

    /// <summary>How many edges are of a kind.</summary>
    public static int Count(RoadGraph graph, LinkKind kind)
    {
        int count = 0;
        foreach (LinkKind each in graph.EdgeKinds) count += each == kind ? 1 : 0;
        return count;
    }

    /// <summary>Minutes by the usual profile; what is not given is assumed by it.</summary>
    private static JsonObject Ferry(RoadGraph graph, MapProjection projection, FerryService ferry)
    {
        bool hasQuay = ferry.Boardings.Count > 0;
        double headway = ferry.HeadwayMinutes(graph, TravelProfile.Car);
        return new JsonObject
        {
            ["name"] = ferry.Name,
            ["name_given"] = !ferry.IsNameAssumed,
            ["road"] = ferry.Road.IsNumbered ? ferry.Road.ToString() : null,
            ["cars"] = ferry.Kind == LinkKind.CarFerry,
            ["kilometres"] = Math.Round(ferry.Metres / 1000, 3),
            ["minutes"] = Math.Round(ferry.SailingMinutes(graph, TravelProfile.Car), 2),
            ["minutes_given"] = ferry.IsSailingGiven(graph),
            ["headway_minutes"] = hasQuay ? headway : null,
            ["headway_given"] = ferry.IsHeadwayGiven(graph),
            ["wait_minutes"] = hasQuay ? TravelProfile.Car.FerryWait.Minutes(headway) : null,
            ["quays"] = Array(ferry.Quays, quay => Place(projection, quay)),
        };
    }

    private static string NameOf(DropReason reason) => reason switch
    {
        DropReason.NotForCars => "not_for_cars",
        DropReason.NotYetOpen => "not_yet_open",
        DropReason.UnknownKind => "unknown_kind",
        DropReason.NoGeometry => "no_geometry",
        DropReason.ZeroLength => "zero_length",
        DropReason.ClosedToCars => "closed_to_cars",
        DropReason.MissingPlaces => "missing_places",
        _ => "too_far",
    };

    private static JsonArray Place(MapProjection projection, PlanePoint point)
    {
        GeoPoint place = projection.ToGeo(point);
        return new JsonArray(Math.Round(place.Longitude, 6), Math.Round(place.Latitude, 6));
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> node) => new([.. items.Select(node)]);
}
