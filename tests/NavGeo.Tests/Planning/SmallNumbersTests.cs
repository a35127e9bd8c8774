using NavGeo.Planning;
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

    private static int?[] People(SmallNumbers small, int places) => [.. Enumerable.Range(0, places).Select(small.PeopleOf)];

    private static SmallNumbers Of(int least, params (int Municipality, int People)[] places) => SmallNumbers.Of(
        new Demand(
            [.. places.Select((_, i) => $"p{i}")], [.. places.Select(_ => (string?)null)], [.. places.Select(p => p.People)],
            [.. places.Select((_, i) => new PlanePoint(i, 0))], [.. places.Select(p => p.Municipality)], 0),
        2, least);
}
