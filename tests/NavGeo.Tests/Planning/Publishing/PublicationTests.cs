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

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("nordland")]
    public void Report_says_within_what_rounding_moves_its_figures(string name)
    {
        var exact = Comparison.Of(AccessStudy.Of(Workspace.Open(EmbeddedCase.Folder(name), new Findings()).Case), []);
        var publication = Publication.Of(exact, Audience.Public);
        RoundingError error = publication.RoundingError!;
        foreach ((StructureAccess counted, StructureAccess told) in exact.Structures.Zip(publication.Comparison.Structures, (e, t) => (e.Access, t.Access)))
        {
            Assert.True(Math.Abs(counted.Total.MeanMinutes!.Value - told.Total.MeanMinutes!.Value) < error.Minutes);
            Assert.True(Points(counted.Total, told.Total) < error.SharePoints);
            Assert.All(counted.ByMunicipality.Zip(told.ByMunicipality), m => Assert.True(Points(m.First, m.Second) < error.MunicipalityPoints));
        }
        Assert.True(error is { SharePoints: <= 1, Minutes: <= 0.2 }, error.ToString());
        // Nothing is known of what was never counted exactly, or not rounded at all.
        Assert.Null(Publication.Of(publication.Comparison, Audience.Public).RoundingError);
        Assert.Null(Publication.Of(exact, Audience.Internal).RoundingError);

        static double Points(AccessIndicators one, AccessIndicators other) => Enumerable.Range(0, AccessIndicators.Thresholds.Count)
            .Max(t => 100 * Math.Abs((one.ShareWithin(t) ?? 0) - (other.ShareWithin(t) ?? 0)));
    }

    /// <summary>A share reads 100.0 only where it is everybody: not beside a longest way beyond it, be it that of a place told as none.</summary>
    [Fact]
    public void Hundred_percent_is_everybody_also_those_told_as_none()
    {
        int hidden = 0;
        foreach (string name in (string[])["hallingdal", "lillehammer", "nordland"])
        {
            var exact = Comparison.Of(AccessStudy.Of(Workspace.Open(EmbeddedCase.Folder(name), new Findings()).Case), []);
            foreach (StructureAccess access in Publication.Of(exact, Audience.Public).Comparison.Structures.Select(s => s.Access))
            {
                Assert.Equal(
                    Enumerable.Range(0, access.ByMunicipality.Count).Select(m => WithoutWay.Of(exact.Study.WithPeople(Publication.CaseFor(exact.Study.Case, Audience.Public).Demand).Case, access, m) is not null),
                    access.ByMunicipality.Select(m => m.WithoutAccess > 0 || m.HasFewWithoutAccess));
                foreach (AccessIndicators told in access.ByMunicipality.Append(access.Total))
                {
                    for (int t = 0; t < AccessIndicators.Thresholds.Count; t++)
                    {
                        bool isEverybody = told.WithoutAccess == 0 && !told.HasFewWithoutAccess && told.Longest!.Value.Minutes <= AccessIndicators.Thresholds[t];
                        Assert.Equal(isEverybody, Phrasebook.PercentOf(told.ShareWithin(t)!.Value) == 100);
                        if (!isEverybody && told.PeopleWithin[t] == told.People) hidden++;
                    }
                }
            }
        }
        Assert.True(hidden > 0, "no place told as none lies beyond a limit that all others keep: nothing is tested");
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

    /// <summary>A town and a long valley of small places: on average as many wander outwards as inwards, so that no mean is moved.</summary>
    [Fact]
    public void Nobody_wanders_from_the_town_to_where_few_live()
    {
        var off = new List<double>();
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            Demand counted = DemandOf([(0, 3000), .. Enumerable.Range(0, 80).Select(_ => (0, random.Next(1, 14)))]);
            Demand told = Told(counted, 5);
            off.Add(Enumerable.Range(0, counted.Count).Sum(p => (told.People[p] - counted.People[p]) * counted.Points[0].DistanceTo(counted.Points[p])) / 1000);
        }
        double mean = off.Average(), error = Math.Sqrt(off.Sum(o => (o - mean) * (o - mean)) / off.Count / off.Count);
        Assert.True(Math.Abs(mean) < 4 * error, $"{mean:0.0} person-kilometres a valley, standard error {error:0.0}");
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
        // B's site closes: the few of B, in front of everybody else, lose way; those of C stay the farthest but one.
        int asNone = 0;
        for (int more = 0; more < 20; more++)
        {
            PlanningCase town = TownCase.Of(
                AsciiTown.Parse("A------C---------------------------------B"), "1:AB 2:C", $"A{1000 + more} B3 C40", "AB",
                TownCase.Structure("A", ("12", "AB")), TownCase.Structure("B", ("12", "A")));
            var comparison = Comparison.Of(AccessStudy.Of(town), ["B"]);
            Assert.Same(comparison, Publication.Of(comparison, Audience.Internal).Comparison);
            (ComparedStructure counted, ComparedStructure told) = (comparison.Structures[1], Publication.Of(comparison, Audience.Public).Comparison.Structures[1]);
            bool isNone = told.Change.ByMunicipality[0].Lose == 0;
            Assert.Equal(isNone ? 0 : 5, told.Change.Total.Lose);
            Assert.Equal(isNone ? ChangedFew.Lose : ChangedFew.None, told.Change.Total.Few);
            Assert.Equal(1003 + more, told.Access.ByMunicipality[0].People);
            Assert.Equal(counted.Ledger.Total.MostLost, told.Ledger.Total.MostLost);
            Assert.Equal(counted.Ledger.Total.WorstOff, told.Ledger.Total.WorstOff);
            Assert.Equal(counted.Access.Total.Longest, told.Access.Total.Longest);
            Assert.Equal(counted.Change.Total.WorstMilliseconds, told.Change.Total.WorstMilliseconds);
            asNone += isNone ? 1 : 0;
        }
        Assert.InRange(asNone, 1, 19);
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
