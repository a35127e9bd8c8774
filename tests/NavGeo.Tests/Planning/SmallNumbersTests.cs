using NavGeo.Data.Cases;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;

namespace NavGeo.Tests.Planning;

public sealed class SmallNumbersTests
{
    [Fact]
    public void Places_with_fewer_people_are_hidden_and_others_are_not()
    {
        SmallNumbers small = Of(5, (0, 4), (0, 3), (0, 5), (0, 100));
        Assert.Equal([null, null, 5, 100], People(small, 4));
        Assert.Equal(7, small.HiddenPeopleOf(0));
        Assert.Equal(2, small.HiddenPlacesOf(0));
    }

    [Fact]
    public void A_single_hidden_place_takes_the_next_smallest_with_it() =>
        Assert.Equal([null, 100, null], People(Of(5, (0, 4), (0, 100), (0, 9)), 3));

    [Fact]
    public void Hidden_places_with_too_few_people_together_take_the_next_smallest_with_them() =>
        Assert.Equal([null, null, null, 50], People(Of(5, (0, 1), (0, 2), (0, 20), (0, 50)), 4));

    [Fact]
    public void Municipalities_are_each_for_themselves_and_places_outside_are_one_group()
    {
        SmallNumbers small = Of(5, (0, 10), (1, 3), (1, 30), (-1, 2), (-1, 40), (0, 12));
        Assert.Equal([10, null, null, null, null, 12], People(small, 6));
        Assert.Equal(0, small.HiddenPeopleOf(0));
        Assert.Equal(33, small.HiddenPeopleOf(1));
        Assert.Equal(42, small.HiddenPeopleOf(-1));
        Assert.Equal(75, small.HiddenPeople);
    }

    [Fact]
    public void Places_without_people_and_a_limit_of_nought_hide_nothing()
    {
        Assert.Equal([0, 100], People(Of(5, (0, 0), (0, 100)), 2));
        Assert.Equal([1, 100], People(Of(0, (0, 1), (0, 100)), 2));
    }

    [Fact]
    public void A_single_hidden_place_of_another_published_sum_takes_the_next_smallest_with_it()
    {
        Demand demand = DemandOf((0, 4), (0, 3), (0, 10), (0, 20), (0, 30));
        // Two sites: the first has the 4 and the 20, the second the others.
        var small = SmallNumbers.Of(demand, 1, 5, [0, 1, 1, 0, 1]);
        Assert.Equal([null, null, null, null, 30], People(small, 5));
        Assert.Equal(37, small.HiddenPeopleOf(0));
    }

    [Fact]
    public void What_one_grouping_hides_is_covered_in_the_others()
    {
        // The first grouping hides the 7 beside the 2; that leaves the 7 alone with the 50 in the second.
        var small = SmallNumbers.Of(DemandOf((0, 2), (0, 7), (0, 50), (0, 3)), 1, 5, [0, 0, 1, 1], [0, 1, 1, 0]);
        Assert.Equal([null, null, null, null], People(small, 4));
    }

    [Fact]
    public void A_group_of_one_place_keeps_its_sum_and_hides_nobody_else() =>
        Assert.Equal([null, null, 100], People(SmallNumbers.Of(DemandOf((0, 4), (0, 3), (0, 100)), 1, 5, [0, 1, -1]), 3));

    [Theory]
    [InlineData("hallingdal", 5)]
    [InlineData("hallingdal", 20)]
    [InlineData("lillehammer", 10)]
    public void No_hidden_number_of_a_case_is_a_published_sum_less_what_is_visible(string name, int least)
    {
        Comparison comparison = Comparison.Of(AccessStudy.Of(CaseFolder.Read(EmbeddedCase.Folder(name), new Findings())), []);
        Demand demand = comparison.Study.Case.Demand;
        StructureAccess[] structures = [.. comparison.Structures.Select(s => s.Access)];
        var small = SmallNumbers.Of(comparison.Study, structures, least);
        Assert.True(small.HiddenPlaces > 1);
        foreach (StructureAccess access in structures)
        {
            AssertCovered(p => access.Assignment.Sites[p]);
            AssertCovered(p => demand.Municipalities[p]);
            AssertCovered(p => demand.Municipalities[p] * 10 + AccessIndicators.Thresholds.Count(t => access.Assignment.TimeOf(p).Minutes > t));
            AssertCovered(p => demand.Municipalities[p] * 3 + Math.Sign(access.Assignment.TimeOf(p).CompareTo(structures[0].Assignment.TimeOf(p))) + 1);
        }

        void AssertCovered(Func<int, int> groupOf)
        {
            foreach (IGrouping<int, int> group in Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0 && demand.People[p] > 0).GroupBy(groupOf))
            {
                int[] hidden = [.. group.Where(small.IsHidden)];
                if (hidden.Length == 0 || hidden.Length == group.Count()) continue;
                Assert.True(hidden.Length > 1 && hidden.Sum(p => (long)demand.People[p]) >= least, $"{group.Key}: {string.Join(' ', hidden)}");
            }
        }
    }

    private static int?[] People(SmallNumbers small, int places) => [.. Enumerable.Range(0, places).Select(small.PeopleOf)];

    private static SmallNumbers Of(int least, params (int Municipality, int People)[] places) => SmallNumbers.Of(DemandOf(places), 2, least);

    private static Demand DemandOf(params (int Municipality, int People)[] places) => new(
        [.. places.Select((_, i) => $"p{i}")], [.. places.Select(_ => (string?)null)], [.. places.Select(p => p.People)],
        [.. places.Select((_, i) => new PlanePoint(i, 0))], [.. places.Select(p => p.Municipality)], 0);
}
