using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Maps;

/// <summary>
/// A valley with two villages on a national road, an island with a ferry without timetable, and a hut without a road.
/// Every time can be derived on paper: the road is 60 km/h, so a kilometre is a minute.
/// </summary>
internal static class SmallCase
{
    private const double East = 200_000;
    private const double North = 6_700_000;

    public static AccessStudy Study(int cellMetres = 1000) => AccessStudy.Of(Case(cellMetres));

    /// <summary>Its structures as everybody may know them.</summary>
    public static Publication Publication(AccessStudy study) => NavGeo.Planning.Publishing.Publication.Of(NavGeo.Planning.Comparing.Comparison.Of(study, []), Audience.Public);

    public static PlanningCase Case(int cellMetres = 1000)
    {
        RoadGraph roads = new RoadGraphBuilder(25833)
            .Add(Road(RoadCategory.National, 7, 60, (0, 0), (10_000, 0), (20_000, 0)))
            .Add(Road(RoadCategory.County, 50, 60, (10_000, 0), (10_000, 8_000)))
            .Add(new RoadLink { Shape = [At(20_000, 0), At(20_000, -6_000)], Kind = LinkKind.CarFerry, Category = RoadCategory.County, Road = new RoadNumber(RoadCategory.County, 550), Name = "Småfjord" })
            .Add(Road(RoadCategory.Unknown, 0, null, (20_000, -6_000), (22_000, -6_000)))
            .Build();
        PlanePoint[] points = [At(500, 500), At(9_500, 500), At(10_500, 7_500), At(19_500, 500), At(21_500, -6_500), At(500, 25_500), At(1_500, 500)];
        MapProjection projection = MapProjection.Norway;
        PlanePoint[] sites = [At(0, 0), At(20_000, 0), At(10_000, 8_000)];
        return new PlanningCase
        {
            Id = "small",
            Name = new Names("Lille dal", "Vesle dalen", "Small Valley"),
            Language = UserLanguage.Bokmaal,
            Date = "2018-01-01",
            CodeYear = 2018,
            Municipalities = [new Municipality("0101", "Vestdal", 500, projection.ToGeo(At(0, 0))), new Municipality("0102", "Kárášøy", 700, projection.ToGeo(At(20_000, 0)))],
            Sites =
            [
                new ServiceSite("vest", "Vestdal", "0101", projection.ToGeo(sites[0])),
                new ServiceSite("aust", "Kárášjohka", "0102", projection.ToGeo(sites[1])) { IsPositionEstimated = true },
                new ServiceSite("nord", "Nordgrenda", "0101", projection.ToGeo(sites[2])),
            ],
            SitePoints = sites,
            Structures = [Structure("A", "I dag", 5, 2, 0), Structure("B", "Samlet", 5, 0, 0)],
            Baseline = "A",
            Demand = new Demand(
                ["c1", "c2", "c3", "c4", "c5", "c6", "c7"], [null, null, null, "Austvik", null, null, null], [100, 200, 30, 400, 50, 7, 13], points, [0, 0, 0, 1, 1, 0, -1], cellMetres),
            Roads = roads,
            Profile = TravelProfile.Car,
            Sources = [new SourceReference("Målt på papir", "CC BY 4.0", "2018-01-01", "folder/roads.csv", "ab12")],
        };
    }

    private static Structure Structure(string id, string name, double west, double east, double north) => new(
        id, new Names(name), [new Office("NAV Dalen", null, ["0101", "0102"], ["vest", "aust", "nord"]) { OpenDays = [west, east, north] }]);

    private static RoadLink Road(RoadCategory category, int number, double? kmh, params (double X, double Y)[] shape) => new()
    {
        Shape = [.. shape.Select(p => At(p.X, p.Y))],
        Category = category,
        Road = number == 0 ? default : new RoadNumber(category, number),
        SpeedKmh = kmh,
    };

    private static PlanePoint At(double east, double north) => new(East + east, North + north);
}
