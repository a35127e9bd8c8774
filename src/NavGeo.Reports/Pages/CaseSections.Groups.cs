using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
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
            Alike(s => string.Join('|', s.Structure.OpenSites.Order(StringComparer.Ordinal).Select(id => $"{id} {s.Structure.WeekdaysOf(id)}"))).Select(a => (a.Name, Hours: all[a.First])).Select(o => (string[])
            [
                o.Name, page.Number((decimal)o.Hours.MeanHours, 1), page.Percent(o.Hours.ByDays[0]), page.Percent(Math.Max(0, 1 - o.Hours.ByDays[0] - o.Hours.ByDays[^1])), page.Percent(o.Hours.ByDays[^1]),
            ]));
    }

    /// <summary>Structures that are the same by a key, as one column: their ids, and the index of the first.</summary>
    private (string Name, int First)[] Alike(Func<ComparedStructure, string> key) =>
    [
        .. comparison.Structures.Index().GroupBy(s => key(s.Item), StringComparer.Ordinal).Select(g => (string.Join(", ", g.Select(s => s.Item.Structure.Id)), g.First().Index)),
    ];

    /// <summary>Each group beside everybody.</summary>
    public void AddGroups()
    {
        if (planningCase.Figures.Groups.Count == 0) return;
        page.Heading("groups.heading");
        page.Paragraph("groups.note");
        IReadOnlyList<GroupAccess> groups = GroupAccess.Of(comparison, publication.Audience.LeastPeople);
        (string Name, int First)[] alike = Alike(s => string.Join('|', s.Access.Assignment.Milliseconds.ToArray()));
        int thirty = AccessIndicators.Thresholds.Index().First(t => t.Item == 30).Index;
        page.Table(
            [page.Say("groups.group"), page.Say("groups.people"), .. alike.Select(s => s.Name)],
            groups.Select(g => (string[])
            [
                g.Group?.Name.In(page.Language) ?? page.Say("groups.everybody"), page.Whole((decimal)Math.Round(g.People)),
                .. alike.Select(s => g.Under[s.First]).Select(u => double.IsFinite(u.Within[thirty])
                    ? page.Say("groups.cell", page.Percent(u.Within[thirty]), page.Number(Finite(u.MeanMinutes), 1)) : PageWriter.None),
            ]));
        string[] left = [.. groups.Where(g => g.FewIn + g.UnknownIn > 0).Select(g => page.Say("groups.left-out", g.Group!.Name.In(page.Language), g.FewIn, publication.Audience.LeastPeople, g.UnknownIn))];
        if (left.Length > 0) page.Points(left);
    }
}
