using System.Globalization;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Staff;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;

namespace NavGeo.Reports.Pages;

/// <summary>Visits without a car.</summary>
public sealed partial class CaseSections
{
    /// <summary>When employees leave home at the earliest and are at work at the latest, where they have no car.</summary>
    private const int LeaveAfter = 5 * 3600, AtWorkBefore = 9 * 3600;

    /// <summary>Who can go, be served and be home the same day, on how many weekdays; nothing where visits were not searched.</summary>
    public void AddWithoutCar()
    {
        if (publication.Visits is not { } study) return;
        page.Heading("visits.heading");
        page.Paragraph("cli.visit.meaning", study.Hours.StaySeconds / 60.0, study.Dates.Count);
        page.Paragraph("visits.dates", Plain(study.Dates[0]), Plain(study.Dates[^1]));
        if (study.Changes.Count > 0) page.Paragraph("edits.head", string.Join("; ", study.Changes.Select(page.Texts.Say)));
        if (study.AreHoursAssumed)
            page.Paragraph("cli.visit.hours-assumed", $"{DayClock.Text(study.Hours.Opens)}–{DayClock.Text(study.Hours.Closes)}".Replace(':', '.'));
        if (VisitSentences.OfWalks(planningCase.Demand) is { } walks) page.Plain(page.Texts.Say(walks));
        StructureVisits[] visits = [.. Structures.Select(study.Under)];
        (string Name, int First)[] alike = Alike(s => string.Join('|', s.Structure.OpenSites.Order(StringComparer.Ordinal).Select(id => $"{id} {s.Structure.WeekdaysOf(id)}")));
        AddVisitTable(visits, alike);
        AddVisitSentences(visits);
        page.Subheading("visits.municipalities");
        page.Paragraph("visits.municipalities-note");
        page.Table(
            [page.Say("money.municipality"), .. alike.Select(a => a.Name)],
            planningCase.Municipalities.Select((m, i) => (string[])[m.Name, .. alike.Select(a => InWeek(visits[a.First].In(planningCase, i)))]));
        AddHourTrials(study);
        if (planningCase.Figures.StaffHomes.Count == 0) return;
        DateOnly date = study.Dates.FirstOrDefault(study.Network.Timetable.Dates.Contains, study.Dates[0]);
        AddCommutes(CommuteStudy.ByTimetable(planningCase, study.Network, date, LeaveAfter, AtWorkBefore), "commutes.by-timetable");
        page.Paragraph("visits.commutes", Plain(date));
    }

    private void AddVisitTable(StructureVisits[] visits, (string Name, int First)[] alike)
    {
        (double[] shares, bool isAssumed) = WithoutCar();
        page.Table(
            [
                page.Say("cli.visit.structure"), page.Say("cli.visit.with"), page.Say("cli.visit.without"), page.Say("cli.visit.week"), page.Say("cli.visit.away"),
                page.Say("visits.combined"),
            ],
            alike.Select(a => (a.Name, Visits: visits[a.First], Compared: comparison.Structures[a.First])).Select(r => (string[])
            [
                r.Name, page.Whole(r.Visits.PeopleWithDay(planningCase)), page.Whole(r.Visits.PeopleWithoutDay(planningCase)), page.Number((decimal?)r.Visits.DaysAWeek(planningCase), 1),
                page.Number((decimal?)r.Visits.MedianAwayMinutes(planningCase), 0), page.Percent(r.Visits.Combined(planningCase, place => ReachesByCar(r.Compared, place), shares)),
            ]));
        if (isAssumed) page.Paragraph("visits.combined-assumed", page.Short(Setting(AssumptionKey.WithoutCarPercent)));
        else page.Paragraph("visits.combined-given");
    }

    private void AddVisitSentences(StructureVisits[] visits)
    {
        foreach (StructureVisits under in visits)
        {
            string[] told = [.. VisitSentences.Of(planningCase, under).Select(page.Texts.Say).Where(page.IsNew)];
            if (told.Length == 0) continue;
            page.SubheadingOf(under.Structure.Id, under.Structure.Name.In(page.Language));
            page.Points(told);
        }
    }

    /// <summary>Which hours would serve most, of the baseline.</summary>
    private void AddHourTrials(VisitStudy study)
    {
        IReadOnlyList<HourTrial> trials = HourStudy.Of(planningCase, study.Network, study.Dates, study.Hours, comparison.Structures[0].Structure, []);
        page.Subheading("visits.hours");
        page.Paragraph("visits.hours-note", planningCase.Baseline);
        page.Plain(page.Texts.Say(HourStudy.SentenceOf(trials)));
        page.Table(
            [page.Say("visits.hours-open"), page.Say("cli.visit.with"), page.Say("cli.visit.week")],
            trials.Select(t => (string[])
            [
                t is { Opens: { } opens, Closes: { } closes } ? $"{HourStudy.Clock(opens)}–{HourStudy.Clock(closes)}" : page.Say("visits.hours-now"), page.Whole(t.PeopleWithDay),
                page.Number((decimal)t.DaysAWeek, 2),
            ]));
    }

    private static bool ReachesByCar(ComparedStructure compared, int place) => compared.Access.Assignment.States[place] == AccessState.Served;

    private string InWeek((long People, long WithDay, double? DaysAWeek) there) => there.DaysAWeek is { } days
        ? page.Say("visits.days-and-share", page.Number((decimal)days, 1), page.Percent((double)there.WithDay / there.People)) : PageWriter.None;

    /// <summary>Share without a car by municipality: as the case says, else the assumption; whether that is used anywhere.</summary>
    private (double[] Shares, bool IsAssumed) WithoutCar()
    {
        IReadOnlyDictionary<string, decimal> given = planningCase.Figures.WithoutCarPercent;
        double assumed = (double)Setting(AssumptionKey.WithoutCarPercent) / 100;
        return ([.. planningCase.Municipalities.Select(m => given.TryGetValue(m.Number, out decimal percent) ? (double)percent / 100 : assumed)],
            planningCase.Municipalities.Any(m => !given.ContainsKey(m.Number)));
    }

    private static string Plain(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
