using NavGeo.Data.Cases;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Publishing;

public sealed class PublicationTests
{
    private const int RandomDemands = 300;

    [Fact]
    public void No_place_is_told_with_fewer_than_the_limit_and_municipalities_keep_their_people()
    {
        for (int seed = 0; seed < RandomDemands; seed++)
        {
            Demand counted = RandomDemand(seed);
            int least = new Random(seed).Next(2, 12);
            Demand told = Told(counted, least);
            for (int place = 0; place < counted.Count; place++)
            {
                bool isSmall = counted.People[place] > 0 && counted.People[place] < least;
                Assert.True(told.People[place] == 0 || told.People[place] >= least, $"seed {seed}, place {place}");
                Assert.Equal(counted.People[place] > 0, told.IsInhabited(place));
                Assert.True(isSmall || !told.IsFew(place), $"seed {seed}, place {place}");
            }
            foreach (IGrouping<int, int> group in Enumerable.Range(0, counted.Count).GroupBy(p => counted.Municipalities[p]))
            {
                int all = group.Sum(p => counted.People[p]);
                Assert.True(group.Sum(p => told.People[p]) == (all < least ? 0 : all), $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Rounding_is_right_on_average()
    {
        var off = new List<int>();
        for (int seed = 0; seed < 2000; seed++)
        {
            Demand counted = DemandOf([(0, 1 + seed % 4), (0, 400 + seed)]);
            off.Add(Told(counted, 5).People[0] - counted.People[0]);
        }
        Assert.InRange(off.Average(), -0.2, 0.2);
        Assert.InRange(off.Min(), -4, -3);
        Assert.InRange(off.Max(), 3, 4);
    }

    [Fact]
    public void The_same_demand_is_told_the_same_way_and_what_is_rounded_is_not_rounded_again()
    {
        Demand first = Told(RandomDemand(1), 5);
        Assert.Equal(first.People, Told(RandomDemand(1), 5).People);
        Assert.Same(first, Told(first, 5));
        Demand counted = RandomDemand(1);
        Assert.Same(counted, Told(counted, 0));
    }

    /// <summary>
    /// Who knows all that is told, and the method, still finds 1, 2, 3 and 4 possible at every place told as none: some place its
    /// people may have been added to stays a large one with any of these taken off again.
    /// </summary>
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void Every_small_number_stays_possible_at_every_place_that_is_told_as_none(string name)
    {
        Demand told = Told(Workspace.Open(EmbeddedCase.Folder(name), new Findings()).Case.Demand, 5);
        int few = 0;
        for (int place = 0; place < told.Count; place++)
        {
            if (!told.IsFew(place)) continue;
            few++;
            PlanePoint here = told.Points[place];
            int municipality = told.Municipalities[place];
            int[] large = [.. Enumerable.Range(0, told.Count).Where(p => told.Municipalities[p] == municipality && told.People[p] >= 5)];
            int[] bearers = [.. large.OrderBy(p => here.DistanceTo(told.Points[p])).Take(3), large.MaxBy(p => told.People[p])];
            Assert.Contains(bearers, p => told.People[p] - 4 >= 5);
        }
        Assert.True(few > 10);
    }

    [Fact]
    public void Those_who_work_with_a_case_see_every_number_and_others_the_worst_off_without_one()
    {
        // B's site closes: the 3 of B, far from everybody else, lose most.
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A------B---------------------------------C"), "1:AB 2:C", "A1000 B3 C40", "AB",
            TownCase.Structure("A", ("12", "AB")), TownCase.Structure("B", ("12", "A")));
        var comparison = Comparison.Of(AccessStudy.Of(town), ["B"]);
        Assert.Same(comparison, Publication.Of(comparison, Audience.Internal).Comparison);
        ComparedStructure told = Publication.Of(comparison, Audience.Public).Comparison.Structures[1];
        Assert.Contains(told.Change.ByMunicipality[0].Lose, (long[])[0, 5]);
        Assert.Equal(40, told.Change.ByMunicipality[1].Lose);
        Assert.Equal(1003, told.Access.ByMunicipality[0].People);
        Assert.Equal(comparison.Structures[1].Ledger.Municipalities[0].MostLost, told.Ledger.Municipalities[0].MostLost);
        Assert.Equal(comparison.Structures[1].Access.ByMunicipality[0].Longest, told.Access.ByMunicipality[0].Longest);
        Assert.Equal(told.Change.ByMunicipality[0].Lose == 0, told.Change.ByMunicipality[0].Few == ChangedFew.Lose);
    }

    private static Demand Told(Demand counted, int least) =>
        Publication.CaseFor(EmbeddedCase.Hallingdal with { Demand = counted }, new Audience(least)).Demand;

    private static Demand RandomDemand(int seed)
    {
        var random = new Random(seed);
        return DemandOf([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (random.Next(-1, 4), random.Next(3) == 0 ? random.Next(40) : random.Next(7)))]);
    }

    private static Demand DemandOf(IReadOnlyList<(int Municipality, int People)> places) => new(
        [.. places.Select((_, i) => $"p{i}")], [.. places.Select(_ => (string?)null)], [.. places.Select(p => p.People)],
        [.. places.Select((_, i) => new PlanePoint(i * 37 % 11 * 1000, i * 1000))], [.. places.Select(p => p.Municipality)], 0);
}
