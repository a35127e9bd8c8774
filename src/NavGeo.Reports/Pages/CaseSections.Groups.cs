using NavGeo.Planning.Access;
using NavGeo.Planning.Measures;

namespace NavGeo.Reports.Pages;

/// <summary>Near and open at once, and groups of the inhabitants.</summary>
public sealed partial class CaseSections
{
    /// <summary>Hours and days a week on which something near is open, where the case says hours or some site is open part of the week.</summary>
    public void AddOpenHours()
    {
        if (planningCase.Figures.Hours.Count == 0 && comparison.Structures.All(s => s.Structure.IsOpenAllWeek)) return;
        OpenHours[] all = [.. comparison.Structures.Select(s => OpenHours.Of(comparison, s.Structure))];
        page.Heading("hours.heading");
        page.Paragraph("hours.note", OpenHours.NearMinutes, OpenHours.StayMinutes);
        if (Array.Exists(all, o => o.AreHoursAssumed)) page.Paragraph("hours.assumed");
        page.Table(
            [page.Say("money.structure"), page.Say("hours.mean"), page.Say("hours.no-day"), page.Say("hours.some-days"), page.Say("hours.all-days")],
            all.Select(o => (string[])
            [
                o.Structure.Id, page.Number((decimal)o.MeanHours, 1), page.Percent(o.ByDays[0]), page.Percent(Math.Max(0, 1 - o.ByDays[0] - o.ByDays[^1])), page.Percent(o.ByDays[^1]),
            ]));
    }

    /// <summary>Each group beside everybody.</summary>
    public void AddGroups()
    {
        if (planningCase.Figures.Groups.Count == 0) return;
        page.Heading("groups.heading");
        page.Paragraph("groups.note");
        IReadOnlyList<GroupAccess> groups = GroupAccess.Of(comparison, publication.Audience.LeastPeople);
        int thirty = AccessIndicators.Thresholds.Index().First(t => t.Item == 30).Index;
        page.Table(
            [page.Say("groups.group"), page.Say("groups.people"), .. comparison.Structures.Select(s => page.Say("groups.within", s.Structure.Id)), .. comparison.Structures.Select(s => page.Say("groups.mean", s.Structure.Id))],
            groups.Select(g => (string[])
            [
                g.Group?.Name.In(page.Language) ?? page.Say("groups.everybody"), page.Whole((decimal)Math.Round(g.People)),
                .. g.Under.Select(u => double.IsFinite(u.Within[thirty]) ? page.Percent(u.Within[thirty]) : PageWriter.None),
                .. g.Under.Select(u => page.Number(Finite(u.MeanMinutes), 1)),
            ]));
        string[] left = [.. groups.Where(g => g.FewIn + g.UnknownIn > 0).Select(g => page.Say("groups.left-out", g.Group!.Name.In(page.Language), g.FewIn, publication.Audience.LeastPeople, g.UnknownIn))];
        if (left.Length > 0) page.Points(left);
    }
}
