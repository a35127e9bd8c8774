using NavGeo.Planning.Access;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Layers;

/// <summary>The roads and ferries the times were measured on: one line an edge; going on board has no line.</summary>
internal static class RoadLayer
{
    /// <summary>Roads this far outside the people and sites of the case are written too.</summary>
    public const double MarginMetres = 30_000;

    private const double MillimetresPerKilometre = 1e6;

    /// <summary>
    /// Writes the layer as GeoJSON. Of a network that reaches far beyond the case only what lies within
    /// <see cref="MarginMetres"/> of its people and sites is written; the file says so.
    /// </summary>
    public static void Write(string path, AccessStudy study, LayerSettings settings)
    {
        RoadGraph graph = study.Metric.Graph;
        Provenance provenance = Provenance
            .Of(study, "Roads and ferries with travel times", FeatureWriter.CrsOf(study.Case.Epsg, settings))
            .With("margin_metres", MarginMetres);
        Envelope near = CaseExtent.Of(study.Case);
        near.ExpandBy(MarginMetres);
        FeatureWriter.Write(path, "roads", study.Case.Epsg, settings, provenance, features =>
        {
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                if (graph.EdgeKinds[edge] == LinkKind.Boarding) continue;
                if (!near.Intersects(CaseExtent.Of(graph.Shape(edge)))) continue;
                RoadNumber road = graph.EdgeRoads[edge];
                features.BeginFeature();
                features.Line(graph.Shape(edge));
                features.BeginProperties();
                features.Whole("edge", edge);
                features.Text("road", road.IsNumbered ? road.ToString() : null);
                features.Text("name", graph.NameOf(edge));
                features.Text("kind", NameOf(graph.EdgeKinds[edge]));
                features.Text("category", NameOf(graph.EdgeCategories[edge]));
                features.Number("km", graph.EdgeLengths[edge] / MillimetresPerKilometre, 3);
                features.Minutes("minutes_forward", TravelTime.FromMilliseconds(study.Metric.Forward[edge]));
                features.Minutes("minutes_backward", TravelTime.FromMilliseconds(study.Metric.Backward[edge]));
                features.Flag("ferry", graph.EdgeKinds[edge].IsFerry());
                features.Flag("estimated", EdgeTimes.IsEstimated(graph, edge));
                features.EndFeature();
            }
        });
    }

    private static string NameOf(LinkKind kind) => kind switch
    {
        LinkKind.Motorway => "motorway",
        LinkKind.Expressway => "expressway",
        LinkKind.CarFerry => "car_ferry",
        LinkKind.PassengerBoat => "passenger_boat",
        LinkKind.QuayLink => "quay_link",
        LinkKind.NewRoad => "new_road",
        _ => "road",
    };

    private static string? NameOf(RoadCategory category) => category switch
    {
        RoadCategory.European => "european",
        RoadCategory.National => "national",
        RoadCategory.County => "county",
        RoadCategory.Municipal => "municipal",
        RoadCategory.Private => "private",
        RoadCategory.Forest => "forest",
        _ => null,
    };
}
