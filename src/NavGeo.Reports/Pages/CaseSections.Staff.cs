using NavGeo.Planning.Cases;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Pages;

/// <summary>Staff, moves and drop-in visits.</summary>
public sealed partial class CaseSections
{
    /// <summary>Each office's staff, and the årsverk that move.</summary>
    public void AddStaff()
    {
        if (planningCase.Staffing.Count == 0) return;
        page.Heading("staffing.heading");
        Assumption minimum = planningCase.Figures.Assumptions.Get(AssumptionKey.MinimumEmployees);
        page.Paragraph(
            "staffing.note",
            page.Short(minimum.Value),
            minimum.IsGiven ? "" : $" ({page.Say("page.assumption")})",
            page.Short(Setting(AssumptionKey.GuaranteeState)));
        page.Table(
            [
                page.Say("money.structure"), page.Say("money.office"), page.Say("staffing.employees"), page.Say("staffing.fte"),
                page.Say("staffing.inhabitants"), page.Say("staffing.below"), page.Say("staffing.guarantee"),
            ],
            Offices().Select(o => (string[])
            [
                o.Structures,
                o.Strength.Size.Office.Name,
                page.Whole(o.Strength.Size.Employees),
                page.Short(o.Strength.Size.FullTimeEquivalents),
                page.Whole(o.Strength.Size.Inhabitants),
                page.YesNo(o.Strength.IsBelowMinimum),
                page.YesNo(o.Strength.IsGuarantee),
            ]),
            1, 5, 6);
        OfficeStaffing[] regional = [.. planningCase.Staffing.Where(u => u.Municipalities.Count == 0)];
        if (regional.Length > 0)
        {
            page.Paragraph(
                "staffing.regional", string.Join(", ", regional.Select(u => u.Office)), page.Short(regional.Sum(u => u.FullTimeEquivalents)));
        }
        AddMoves();
    }

    /// <summary>Offices that are alike in several structures stand once, with the structures' ids before them.</summary>
    private IEnumerable<(string Structures, OfficeStrength Strength)> Offices() => Structures
        .SelectMany(s => staffing.Of(s).Offices.Select(o => (s.Id, Strength: o)))
        .GroupBy(o => string.Join('|', o.Strength.Size.Office.Municipalities.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
        .Select(g => (string.Join(", ", g.Select(o => o.Id)), g.First().Strength));

    private void AddMoves()
    {
        var rows = new List<string[]>();
        foreach (Structure structure in Structures)
        {
            StructureStaffing staff = staffing.Of(structure);
            foreach (IGrouping<(string From, string To), StaffMove> move in staff.MovesWithSites.Concat(staff.MovesIfGathered)
                .GroupBy(m => (m.From, m.To)))
            {
                rows.Add(
                [
                    structure.Id, MunicipalityName(move.Key.From), MunicipalityName(move.Key.To),
                    Moved([.. staff.MovesWithSites.Where(m => (m.From, m.To) == move.Key)]),
                    Moved([.. staff.MovesIfGathered.Where(m => (m.From, m.To) == move.Key)]),
                ]);
            }
        }
        if (rows.Count == 0) return;
        page.Subheading("staffing.moves-heading");
        page.Paragraph("staffing.moves-note");
        string[] assumed =
        [
            .. Structures.SelectMany(s => s.Offices.Where(o => o.Host is null && o.Municipalities.Count > 1)
                .Select(o => MainSite.Of(planningCase, o) is { } main ? $"{s.Id} {main.Name}" : null)).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        if (assumed.Length > 0) page.Paragraph("staffing.main-assumed", string.Join(", ", assumed));
        page.Table(
            [
                page.Say("money.structure"), page.Say("staffing.from"), page.Say("staffing.to"),
                page.Say("staffing.with-sites"), page.Say("staffing.gathered"),
            ],
            rows, 1, 2);
    }

    /// <summary>Drop-in visits month by month.</summary>
    public void AddContacts()
    {
        if (ContactStudy.Of(planningCase) is not { } contacts) return;
        page.Heading("staffing.contacts-heading");
        page.Table(
            [
                page.Say("staffing.site"), .. contacts.Months, page.Say("staffing.decline"),
                page.Say("staffing.monthly"), page.Say("staffing.yearly"),
            ],
            contacts.Sites.Append(contacts.All).Select(row => (string[])
            [
                Subject(row.Site ?? "all"),
                .. row.Visits.Select(v => page.Whole(v)),
                page.Number(row.DeclinePercent, 1),
                page.Number(row.MonthlyPerThousand, 1),
                page.Number(row.YearlyPerInhabitant, 2),
            ]));
        page.Paragraph("staffing.contacts-note");
        if (contacts.SumChecks.Count == 0) return;
        page.Paragraph("staffing.contacts-sums", string.Join(", ", contacts.SumChecks.Select(c => c.Printed == c.Computed
            ? page.Say("staffing.sum-ok", c.Month, c.Printed)
            : page.Say("staffing.sum-wrong", c.Month, c.Printed, c.Computed))));
    }
}
