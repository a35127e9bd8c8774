using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Structures;

public class SiteKindTests
{
    private static readonly AsciiTown Town = AsciiTown.Parse("A-B--C---D");

    [Theory]
    [InlineData("nearest", 0, 2, 5, 9)]
    [InlineData("appointment", 0, 2, 0, 4)]
    [InlineData("video", 0, 2, 0, 0)]
    public void Meeting_rooms_and_video_points_count_only_where_asked_for(string rule, double a, double b, double c, double d)
    {
        PlanningCase town = TownCase.Of(Town, "1:AB 2:CD", "A1 B1 C1 D1", "ACD", Kinds(SiteKind.Full, SiteKind.MeetingRoom, SiteKind.Video));
        Assert.True(AccessRule.TryParse(rule, out AccessRule? parsed));
        Assert.Equal([a, b, c, d], AccessStudy.Of(town).Access(town.Structures[0], parsed).Minutes());
    }

    [Fact]
    public void Only_staffed_sites_are_open()
    {
        Structure structure = Kinds(SiteKind.PartTime, SiteKind.MeetingRoom, SiteKind.Video);
        Assert.Equal(["A"], structure.OpenSites);
    }

    [Theory]
    [InlineData(5, SiteKind.Full)]
    [InlineData(4.5, SiteKind.PartTime)]
    public void Kind_follows_from_the_days_where_it_is_not_given(double days, SiteKind kind) =>
        Assert.Equal(kind, new Office("o", null, ["0001"], ["A"]) { OpenDays = [days] }.KindOf(0));

    [Fact]
    public void Site_with_other_days_keeps_what_is_known_of_the_others()
    {
        Office office = new Office("o", null, ["0001"], ["A", "B"])
        {
            OpenDays = [5, 2],
            GivenWeekdays = [Weekdays.All, Weekdays.Monday | Weekdays.Friday],
            GivenKinds = [SiteKind.Full, SiteKind.MeetingRoom],
        }.WithSite("A", 1).WithSite("C", 5);
        Assert.Equal(["A", "B", "C"], office.Sites);
        Assert.Equal([1, 2, 5], office.OpenDays);
        Assert.Equal([Weekdays.Wednesday, Weekdays.Monday | Weekdays.Friday, Weekdays.All], office.Sites.Select((_, i) => office.WeekdaysOf(i)));
        Assert.Equal([SiteKind.PartTime, SiteKind.MeetingRoom, SiteKind.Full], office.Sites.Select((_, i) => office.KindOf(i)));
    }

    [Fact]
    public void Every_kind_is_read_as_it_is_written()
    {
        foreach (SiteKind kind in Enum.GetValues<SiteKind>())
        {
            Assert.True(SiteKinds.TryParse(kind.Code, out SiteKind read));
            Assert.Equal(kind, read);
        }
        Assert.False(SiteKinds.TryParse("kiosk", out _));
    }

    private static Structure Kinds(params SiteKind[] kinds) => new(
        "A", new NavGeo.Planning.Language.Names("A"),
        [new Office("NAV", null, ["0001", "0002"], ["A", "C", "D"]) { GivenKinds = kinds }]);
}
