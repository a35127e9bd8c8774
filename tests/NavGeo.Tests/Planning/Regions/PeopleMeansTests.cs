using NavGeo.Data.Boundaries;
using NavGeo.Data.Networks;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Planning.Regions;

/// <summary>All Norway with everybody in it, read once.</summary>
internal sealed class NorwegianPeople
{
    private static readonly Lazy<NorwegianPeople> Once = new(() => new NorwegianPeople());

    private NorwegianPeople()
    {
        Network = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings());
        MunicipalityBoundary[] boundaries = [.. BoundaryReader.Read(RealData.Path("municipalities/kommune_2020.geojson"), new Findings())];
        Numbers = [.. boundaries.Select(b => b.Number)];
        PopulationGrid grid = PeopleFile.Read(RealData.Path("population/ru250m_2015.csv"), new Findings());
        LocatedPoints located = new MunicipalityLocator(boundaries).LocateAll(grid.Middles);
        Demand = new Demand(grid.Ids, new string?[grid.Count], grid.People, grid.Middles, located.Municipalities, grid.CellMetres);
        Travel = new MunicipalityTravel(Network.Graph, TravelProfile.Car, Network.Water, []);
        Times = Travel.BetweenPeople(Demand, Numbers.Length);
    }

    public static NorwegianPeople Read => Once.Value;

    public RoadNetwork Network { get; }

    public string[] Numbers { get; }

    public Demand Demand { get; }

    public MunicipalityTravel Travel { get; }

    /// <summary>Mean over the people at both ends.</summary>
    public MunicipalityTimes Times { get; }

    public int IndexOf(string number) => Array.IndexOf(Numbers, number);
}

public sealed class PeopleMeansTests
{
    /// <summary>Held against the mean over every two cells, which the engine measures one by one.</summary>
    [Theory]
    [InlineData("3043", "3044")]
    [InlineData("3041", "3040")]
    [InlineData("4645", "4647")]
    [InlineData("5049", "5007")]
    [InlineData("3028", "3024")]
    public void Mean_of_gathered_people_is_the_mean_over_all_cells(string from, string to)
    {
        NorwegianPeople norway = NorwegianPeople.Read;
        (int home, int there) = (norway.IndexOf(from), norway.IndexOf(to));
        double every = OfEveryCell(norway, home, there);
        Assert.Equal(every, norway.Times.Car(home, there).Minutes, every * 0.01);
    }

    [Fact]
    public void Trips_are_those_of_the_table_within_the_time_and_tell_of_ferries()
    {
        NorwegianPeople norway = NorwegianPeople.Read;
        IReadOnlyList<MunicipalityTrip> trips = norway.Travel.TripsBetweenPeople(norway.Demand, norway.Numbers.Length, 60);
        Assert.Equal(trips.OrderBy(t => t.From).ThenBy(t => t.To).ThenBy(t => t.Mode == MunicipalityTravel.Car ? 0 : 1), trips);
        Assert.All(trips, t => Assert.InRange(t.Time.Minutes, 0, 60));
        MunicipalityTrip[] car = [.. trips.Where(t => t.Mode == MunicipalityTravel.Car)];
        Assert.All(car, t => Assert.Equal(norway.Times.Car(t.From, t.To), t.Time));
        int pairs = Enumerable.Range(0, norway.Numbers.Length).Sum(a => Enumerable.Range(0, norway.Numbers.Length)
            .Count(b => a != b && norway.Times.Car(a, b).IsReachable && norway.Times.Car(a, b).Minutes <= 60));
        Assert.Equal(pairs, car.Length);
        Assert.All(car.Where(t => t.FerryMinutes == 0), t => Assert.InRange(t.Kilometres / t.Time.Minutes * 60, 20, 110));
        MunicipalityTrip overOslofjord = car.Single(t => t.From == norway.IndexOf("3002") && t.To == norway.IndexOf("3801"));
        Assert.InRange(overOslofjord.FerryMinutes, 30, 60);
        Assert.Equal(0, car.Single(t => t.From == norway.IndexOf("3043") && t.To == norway.IndexOf("3041")).FerryMinutes);
    }

    private static double OfEveryCell(NorwegianPeople norway, int home, int there)
    {
        RoadScenario scenario = RoadScenario.Of(norway.Network.Graph, TravelProfile.Car with { UsesPassengerBoats = false }, []);
        var snapper = new RoadSnapper(norway.Network.Graph, scenario.Metric.Profile, norway.Network.Water);
        (int[] starts, int[] ends) = (In(home), In(there));
        TravelTimeMatrix table = new RoadTimes(RoadHierarchy.Of(norway.Network.Graph), scenario.Metric.Profile, norway.Network.Water, Snap(starts), Snap(ends))
            .Measure(scenario.Metric, scenario.Open);
        (double sum, double reached) = (0, 0);
        for (int i = 0; i < starts.Length; i++)
        {
            for (int j = 0; j < ends.Length; j++)
            {
                if (!table[i, j].IsReachable) continue;
                double weight = (double)norway.Demand.People[starts[i]] * norway.Demand.People[ends[j]];
                sum += weight * table[i, j].Minutes;
                reached += weight;
            }
        }
        return sum / reached;

        int[] In(int m) => [.. Enumerable.Range(0, norway.Demand.Count).Where(p => norway.Demand.Municipalities[p] == m)];

        SnappedPlace[] Snap(int[] which) => snapper.SnapAll([.. which.Select(p => norway.Demand.Points[p])]);
    }
}
