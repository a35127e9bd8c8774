using NavGeo.Planning.Cases;
using NavGeo.Planning.Money;

namespace NavGeo.Reports.Pages;

/// <summary>Premises, operation, base allocation and who pays.</summary>
public sealed partial class CaseSections
{
    /// <summary>Premises, operation, base allocation and shares.</summary>
    public void AddMoney()
    {
        if (planningCase.Figures.Costs.Count == 0) return;
        page.Heading("money.heading");
        AddProperty(money.Of(planningCase.GetStructure(planningCase.Baseline)));
        page.Subheading("money.structures-heading");
        page.Paragraph("money.rule-note");
        page.Paragraph("money.allocation-note", page.Short(money.Allocation.FirstSite), page.Short(money.Allocation.FurtherSite));
        page.Table(
            [
                page.Say("money.structure"), page.Say("money.office"), page.Say("money.fte"), page.Say("money.key"),
                page.Say("money.per-thousand"), page.Say("money.property"), page.Say("money.state"), page.Say("money.municipal"),
                page.Say("money.operating"), page.Say("money.allocation"), page.Say("money.allocation-change"),
            ],
            Structures.SelectMany(s => money.Of(s).Offices.Select(o => (string[])
            [
                s.Id,
                o.Office.Name,
                o.Equivalents is { } fte ? $"{page.Short(fte.State)} + {page.Short(fte.Municipal)}" : PageWriter.None,
                o.Key?.ToString() ?? PageWriter.None,
                page.Number(o.MunicipalPerThousand, 2),
                page.Whole(o.Property),
                page.Whole(o.PropertySplit?.State),
                page.Whole(o.PropertySplit?.Municipal),
                page.Whole(o.Operating),
                page.Short(o.AllocationAfter),
                page.Signed(o.AllocationChange, 2),
            ])),
            1);
        AddShares();
    }

    /// <summary>Today's premises under both rounding rules, so that a krone more or less can be traced.</summary>
    private void AddProperty(StructureMoney today)
    {
        page.Subheading("money.property-heading");
        page.Paragraph($"money.rounding.{money.Rounding}");
        page.Table(
            [
                page.Say("money.office"), page.Say("money.key"), page.Say("money.total"), page.Say("money.exact-municipal"),
                page.Say("money.cut"), page.Say("money.nearest"),
            ],
            today.Offices.Where(o => o.Property is not null && o.Key is not null).Select(o => (string[])
            [
                o.Office.Name,
                o.Key!.Value.ToString(),
                page.Whole(o.Property),
                page.Number(o.Property * o.Key.Value.MunicipalPercent / 100, 2),
                Halves(o.Key.Value.Split(o.Property!.Value, RoundingRule.SmallerPartDown)),
                Halves(o.Key.Value.Split(o.Property!.Value, RoundingRule.NearestKrone)),
            ]));

        string Halves(CostSplit split) => $"{page.Whole(split.Municipal)} / {page.Whole(split.State)}";
    }

    private void AddShares()
    {
        var rows = new List<string[]>();
        foreach (Structure structure in Structures)
        {
            foreach (OfficeMoney office in money.Of(structure).Offices.Where(o => o.Shares.Count > 1))
            {
                rows.AddRange(office.Shares.Select(s => (string[])
                [
                    structure.Id, s.Municipality.Name, page.Whole(s.Before), page.Whole(s.After),
                    page.Signed(s.Supplement, 0), page.Whole(s.Total), page.Signed(s.Change, 0),
                ]));
            }
        }
        if (rows.Count == 0) return;
        page.Subheading("money.shares-heading");
        page.Paragraph("money.shares-note", page.Short(Setting(AssumptionKey.AdministrationSupplement)));
        page.Table(
            [
                page.Say("money.structure"), page.Say("money.municipality"), page.Say("money.before"), page.Say("money.after"),
                page.Say("money.supplement"), page.Say("money.pays"), page.Say("money.change"),
            ],
            rows, 1);
    }
}
