using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Packages;

/// <content>What is the same for all structures: municipalities, regions, roads.</content>
public sealed partial class CasePackage
{
    private const double MillimetresPerKilometre = 1e6;

    private GeoPackageTable Municipalities()
    {
        PackageLayer layer = new PackageLayer(shapes.MunicipalityType)
            .Text("kommunenummer", "navn").Whole("folketall", "innbyggere", "ruter_uten_tall");
        var people = new long[Case.Municipalities.Count];
        var few = new int[Case.Municipalities.Count];
        for (int place = 0; place < Demand.Count; place++)
        {
            if (Demand.Municipalities[place] < 0) continue;
            people[Demand.Municipalities[place]] += Demand.People[place];
            if (Demand.IsFew(place)) few[Demand.Municipalities[place]]++;
        }
        foreach ((int i, Municipality municipality) in Case.Municipalities.Index())
            layer.Row(shapes.Municipalities[i], municipality.Number, municipality.Name, municipality.Population, people[i], few[i]);
        QgisStyle looks = new QgisStyle { LabelColumn = "navn", LabelColour = style.Text.Weak }.Rule(
            "", "Kommune",
            shapes.HasOutlines ? QgisSymbol.Outline(style.Ground.Boundary, style.Ground.BoundaryMm) : QgisSymbol.Disc(style.Ground.Boundary, style.Sites.Rim, 2));
        return layer.ToTable(NameOf("kommuner"), "Kommuner", "Kommunene i saken, med innbyggere i rutenettet og hvor mange ruter som har så få at de ikke har tall.", looks, Origin("Kommuner"));
    }

    private GeoPackageTable Roads()
    {
        RoadGraph graph = Study.Metric.Graph;
        PackageLayer layer = new PackageLayer(GeoPackageGeometryType.LineString)
            .Whole("kant").Text("veg", "vegkategori").Whole("vegnummer").Text("navn", "slag").Real("km", "minutter_med", "minutter_mot")
            .Flag("ferje", "anslått");
        Structure[] structures = [.. comparison.Structures.Select(s => s.Access.Structure)];
        RoadUse[] flows = [.. comparison.Structures.Select(s => Flow(s.Access))];
        string[] columns = [.. structures.Select(s => NameOf("personminutter", s.Id))];
        layer.Real(columns);
        Envelope near = CaseExtent.Of(Case);
        near.ExpandBy(RoadLayer.MarginMetres);
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] == LinkKind.Boarding || !near.Intersects(CaseExtent.Of(graph.Shape(edge)))) continue;
            RoadNumber road = graph.EdgeRoads[edge];
            layer.Row(
                shapes.Line(graph.Shape(edge)),
                [
                    edge, road.IsNumbered ? road.ToString() : null, PackageWords.Of(graph.EdgeCategories[edge]), road.IsNumbered ? road.Number : null,
                    graph.NameOf(edge), PackageWords.Of(graph.EdgeKinds[edge]), Rounded(graph.EdgeLengths[edge] / MillimetresPerKilometre, 3),
                    Minutes(TravelTime.FromMilliseconds(Study.Metric.Forward[edge])), Minutes(TravelTime.FromMilliseconds(Study.Metric.Backward[edge])),
                    graph.EdgeKinds[edge].IsFerry(), EdgeTimes.IsEstimated(graph, edge),
                    .. flows.Select(f => (object)Rounded(f.Milliseconds[edge] / MillisecondsPerMinute, 1)),
                ]);
        }
        var looks = new QgisStyle();
        foreach (RoadStyle road in style.Roads) looks.Rule(FilterOf(road.Kind), NameOf(road.Kind), QgisSymbol.Line(road.Colour, road.WidthMm, road.Kind == RoadKind.Ferry));
        Provenance origin = Origin("Veier", structures).With("margin_metres", RoadLayer.MarginMetres);
        return layer.ToTable(
            NameOf("veger"), "Veier og ferjer", "Nettet reisetidene er målt på, med personminutter én vei til nærmeste tjenestested for hver modell.", looks, origin);
    }

    /// <summary>Everybody once on the way to the site the structure gives them.</summary>
    private RoadUse Flow(StructureAccess access)
    {
        SnappedPlace[] places = Study.Places.ToArray();
        SnappedPlace[] sites = Study.Sites.ToArray();
        int[] to = access.Assignment.Sites.ToArray();
        int[] people = Demand.People.ToArray();
        return RoadUse.Of(
            Study.Metric, Study.Open, Case.Water,
            [.. Enumerable.Range(0, places.Length).Where(p => to[p] != SiteAssignment.NoSite).Select(p => new WeightedTrip(places[p], sites[to[p]], people[p]))]);
    }

    private static string FilterOf(RoadKind kind) => kind switch
    {
        RoadKind.Trunk => "not \"ferje\" and (\"vegkategori\" in ('E', 'R') or \"slag\" in ('motorveg', 'motortrafikkveg', 'ny_veg'))",
        RoadKind.County => "not \"ferje\" and \"vegkategori\" = 'F' and \"slag\" not in ('motorveg', 'motortrafikkveg', 'ny_veg')",
        RoadKind.Ferry => "\"ferje\"",
        _ => "not \"ferje\" and coalesce(\"vegkategori\", '') not in ('E', 'R', 'F') and \"slag\" not in ('motorveg', 'motortrafikkveg', 'ny_veg')",
    };

    private static string NameOf(RoadKind kind) => kind switch
    {
        RoadKind.Trunk => "Europavei og riksvei",
        RoadKind.County => "Fylkesvei",
        RoadKind.Ferry => "Ferje",
        _ => "Annen vei",
    };
}
