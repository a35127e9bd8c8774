using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Tests.Planning.Ledger;

public sealed class ChangeScaleTests
{
    private static readonly TravelTime Some = TravelTime.FromMilliseconds(1);

    [Theory]
    [InlineData(40, 0, "shorter_30_60", "30–60 min shorter")]
    [InlineData(30, 15, "shorter_5_15", "5–15 min shorter")]
    [InlineData(30, 30, "unchanged", "unchanged")]
    [InlineData(29, 30, "longer_0_5", "0–5 min longer")]
    [InlineData(0, 30, "longer_15_30", "15–30 min longer")]
    [InlineData(0, 31, "longer_30_60", "30–60 min longer")]
    [InlineData(0, 61, "longer_over_60", "over 60 min longer")]
    public void Class_of_a_change_is_told_by_its_minutes(int before, int after, string name, string title)
    {
        ChangeClass found = ChangeScale.Classes[ChangeScale.IndexOf(TravelTime.FromMilliseconds(before * 60_000), TravelTime.FromMilliseconds(after * 60_000))];
        Assert.Equal((name, title), (found.Name, found.Title.In(UserLanguage.English)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5 * 60_000, 0)]
    [InlineData(5 * 60_000 + 1, 1)]
    [InlineData(30 * 60_000, 2)]
    [InlineData(60 * 60_000, 3)]
    [InlineData(60 * 60_000 + 1, 4)]
    public void Step_is_exact_to_the_millisecond(long milliseconds, int expected) =>
        Assert.Equal(expected, ChangeScale.StepOf(milliseconds));

    [Fact]
    public void Lost_and_gained_access_have_classes_of_their_own()
    {
        Assert.Equal(ChangeKind.AccessLost, ChangeScale.Classes[ChangeScale.IndexOf(Some, TravelTime.Unreachable)].Kind);
        Assert.Equal(ChangeKind.AccessGained, ChangeScale.Classes[ChangeScale.IndexOf(TravelTime.Unreachable, Some)].Kind);
        Assert.Equal(ChangeKind.WithoutAccess, ChangeScale.Classes[ChangeScale.IndexOf(TravelTime.Unreachable, TravelTime.Unreachable)].Kind);
    }

    [Fact]
    public void Every_class_is_found_where_it_stands_in_the_legend() => Assert.Equal(
        Enumerable.Range(0, ChangeScale.Classes.Count), ChangeScale.Classes.Select(c => ChangeScale.IndexOf(c.Kind, c.Step)));

    [Fact]
    public void Every_step_has_a_limit_but_the_last() => Assert.Equal(ChangeScale.Steps, ChangeScale.UpperMinutes.Count + 1);
}
