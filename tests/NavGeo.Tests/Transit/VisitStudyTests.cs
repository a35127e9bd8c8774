using NavGeo.Data.Timetables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Transit;

/// <summary>Nordland by its constructed boats, with the office in Bodø alone: what can be read off the timetable by hand.</summary>
public sealed class VisitStudyTests
{
    private const int Minute = 60;

    [Fact]
    public void Islands_come_to_Bodø_on_the_days_the_boat_goes_there_and_back()
    {
        PlanningCase nordland = EmbeddedCase.Nordland;
        int bodo = Enumerable.Range(0, nordland.Sites.Count).Single(s => nordland.Sites[s].Id == "bodo");
        PlanningCase only = nordland with { Sites = [nordland.Sites[bodo]], SitePoints = [nordland.SitePoints[bodo]] };
        var findings = new Findings();
        Timetable boats = TimetableFile.Open([Path.Combine(Repository.Root, "data", "nordland", "boats")], findings);
        Assert.Empty(findings.All);
        var network = new TransitNetwork(boats, new StraightWalks(boats, new WalkSettings()));
        IEnumerable<DateOnly> week = Enumerable.Range(0, 7).Select(new DateOnly(2018, 3, 5).AddDays);
        var study = VisitStudy.Of(only, network, week, new VisitHours(9 * 3600, 15 * 3600, 45 * Minute));
        Assert.Equal(5, study.Dates.Count);
        StructureVisits visits = study.Under(nordland.Structures[0]);

        // Bodø–Værøy–Røst there in the morning and back in the afternoon on Tuesdays and Thursdays, Bodø–Moskenes every weekday.
        foreach ((string name, int days, int leaves, int comes) in (ReadOnlySpan<(string, int, int, int)>)[("Røst ferjekai", 2, 5 * 60, 20 * 60 + 30), ("Værøy ferjekai", 2, 7 * 60, 18 * 60 + 30), ("Moskenes ferjekai", 5, 6 * 60, 19 * 60 + 45)])
        {
            int place = only.Demand.Names.IndexOf(name);
            int walk = network.Walks.StopsNear(NavGeo.Planning.Projection.MapProjection.ForEpsg(only.Epsg).ToGeo(only.Demand.Points[place]), 30)[0].Seconds;
            Assert.Equal(days, visits.ByPlace[place].Length);
            DayVisit usual = visits.UsualOf(place)!.Value;
            Assert.Equal((0, leaves * Minute - walk, comes * Minute + walk, 2), (usual.Site, usual.Leave, usual.Home, usual.Rides));
        }
        Assert.Equal(only.Demand.TotalPeople, visits.PeopleWithDay(only) + visits.PeopleWithoutDay(only));
        Assert.InRange(visits.DaysAWeek(only)!.Value, 0.01, 5);
    }

    /// <summary>
    /// Tuesday's and Thursday's boat from Værøy is in Bodø in the middle of the day: an office that opens on Mondays alone is reached by nobody
    /// from there, one that is open in the evening alone neither, and one with the hours asked for as by these.
    /// </summary>
    [Fact]
    public void Hours_and_days_of_the_case_go_before_those_asked_for()
    {
        PlanningCase nordland = EmbeddedCase.Nordland;
        int bodo = Enumerable.Range(0, nordland.Sites.Count).Single(s => nordland.Sites[s].Id == "bodo");
        Structure structure = nordland.Structures[0];
        PlanningCase only = nordland with { Sites = [nordland.Sites[bodo]], SitePoints = [nordland.SitePoints[bodo]], Structures = [structure] };
        Timetable boats = TimetableFile.Open([Path.Combine(Repository.Root, "data", "nordland", "boats")], new Findings());
        var network = new TransitNetwork(boats, new StraightWalks(boats, new WalkSettings()));
        int vaeroy = only.Demand.Names.IndexOf("Værøy ferjekai");
        Assert.Equal(2, Days(new SiteHours("bodo", null, Weekdays.All, 9 * 3600, 15 * 3600)));
        Assert.Equal(0, Days(new SiteHours("bodo", null, Weekdays.Monday, 9 * 3600, 15 * 3600)));
        Assert.Equal(1, Days(new SiteHours("bodo", null, Weekdays.Monday | Weekdays.Tuesday, 9 * 3600, 15 * 3600)));
        Assert.Equal(0, Days(new SiteHours("bodo", null, Weekdays.All, 20 * 3600, 22 * 3600)));
        Assert.Equal(2, Days(new SiteHours("bodo", null, Weekdays.All, 20 * 3600, 22 * 3600), new SiteHours("bodo", null, Weekdays.All, 9 * 3600, 15 * 3600)));
        Assert.Equal(0, Days(new SiteHours("bodo", structure.Id, Weekdays.Friday, 9 * 3600, 15 * 3600), new SiteHours("bodo", null, Weekdays.All, 9 * 3600, 15 * 3600)));

        int Days(params SiteHours[] hours)
        {
            var study = VisitStudy.Of(
                only with { Figures = only.Figures with { Hours = hours } }, network, Enumerable.Range(0, 7).Select(new DateOnly(2018, 3, 5).AddDays), new VisitHours(0, 24 * 3600, 45 * Minute));
            return study.Under(structure).ByPlace[vaeroy].Length;
        }
    }
}
