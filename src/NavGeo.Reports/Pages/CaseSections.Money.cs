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
        AddTotals();
        page.Subheading("money.structures-heading");
        page.Paragraph(money.ArePremisesJoint ? "money.rule-joint" : "money.rule-today");
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
                Kroner(o.Premises),
                page.Whole(o.PropertySplit?.State),
                page.Whole(o.PropertySplit?.Municipal),
                page.Whole(o.Operating),
                page.Short(o.AllocationAfter),
                page.Signed(o.AllocationChange, 2),
            ])),
            1);
        AddShares();
    }

    /// <summary>Every structure in all and held against today, with what is not known.</summary>
    private void AddTotals()
    {
        (Structure Structure, MoneyTotal Total)[] totals = [.. Structures.Select(s => (s, money.Of(s).Total))];
        page.Subheading("money.totals-heading");
        page.Table(
            [
                page.Say("money.structure"), page.Say("money.property"), page.Say("money.operating"), page.Say("money.sum"),
                page.Say("money.against-today"), page.Say("money.once"),
            ],
            totals.Select(t => (string[])
            [
                t.Structure.Id, Kroner(t.Total.Premises), Kroner(t.Total.Operation), Kroner(t.Total.Sum), WithUnknown(SignedKroner(t.Total.Difference), t.Total.IsPartUnknown), page.Whole(t.Total.Once),
            ]));
        page.Paragraph("money.not-in-totals");
        string[] allocations = [.. Structures.Select(s => (s.Id, Change: money.Of(s).AllocationChange)).Where(a => a.Change is not 0)
            .Select(a => a.Change is null ? page.Say("money.allocation-unknown-of", a.Id) : page.Say("money.allocation-loss-of", a.Id, page.Signed(a.Change, 2)))];
        if (planningCase.Figures.Allocations.Count > 0 && allocations.Length > 0) page.Paragraph("money.allocation-loss", string.Join(", ", allocations));
        page.Paragraph("money.rounding-note");
        string[] unknown = [.. totals.SelectMany(t => t.Total.SitesWithoutCost).Distinct(StringComparer.Ordinal).Select(s => planningCase.Sites.First(site => site.Id == s).Name)];
        if (unknown.Length > 0) page.Paragraph("money.estimated-sites", string.Join(", ", unknown));
        string[] paid = [.. totals.SelectMany(t => t.Total.StillPaid.Select(c => page.Say(
            "money.still-paid", t.Structure.Id, planningCase.Sites.First(s => s.Id == c.Site).Name, c.Item, c.Nok, c.PaidUntil!)))];
        if (paid.Length > 0) page.Points(paid);
    }

    private string WithUnknown(string number, bool isPartUnknown) => isPartUnknown ? page.Say("money.unknown-part", number) : number;

    private string Kroner(NokRange? nok) => nok is not { } range ? PageWriter.None : range.IsKnown ? page.Whole(range.Least) : $"{page.Whole(range.Least)}–{page.Whole(range.Most)}";

    private string SignedKroner(NokRange? nok) => nok is not { } range ? PageWriter.None
        : range.IsKnown ? page.Signed(range.Least, 0) : page.Say("money.between", page.Signed(range.Least, 0), page.Signed(range.Most, 0));

    /// <summary>Today's premises under both rounding rules, so that a krone more or less can be traced.</summary>
    private void AddProperty(StructureMoney today)
    {
        page.Subheading("money.property-heading");
        page.Paragraph($"money.rounding.{money.Rounding}");
        if (planningCase.Figures.Printed.Any(p => p is { Figure: "property_municipal", IsByConstruction: true })) page.Paragraph("money.rounding-printed");
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
                    structure.Id, s.Municipality.Name, page.Whole(s.PremisesBefore), page.Whole(s.Premises), page.Whole(s.OperationBefore), page.Whole(s.Joint),
                    page.Signed(s.Supplement, 0), page.Whole(s.Before), page.Whole(s.Total), WithUnknown(page.Signed(s.Change, 0), money.Of(structure).Total.IsPartUnknown),
                ]));
            }
        }
        if (rows.Count == 0) return;
        page.Subheading("money.shares-heading");
        page.Paragraph(money.ArePremisesJoint ? "money.shares-joint" : "money.shares-today", page.Short(Setting(AssumptionKey.AdministrationSupplement)));
        page.Table(
            [
                page.Say("money.structure"), page.Say("money.municipality"), page.Say("money.premises-before"), page.Say("money.premises-after"),
                page.Say("money.operation-before"), page.Say(money.ArePremisesJoint ? "money.jointly" : "money.operation-after"), page.Say("money.supplement"),
                page.Say("money.before"), page.Say("money.pays"), page.Say("money.change"),
            ],
            rows, 1);
        AddReckoning();
    }

    /// <summary>How the first joint office's shares come about, so that anybody can do it again on paper.</summary>
    private void AddReckoning()
    {
        (Structure structure, OfficeMoney office) = Structures.SelectMany(s => money.Of(s).Offices.Select(o => (s, o))).First(o => o.o.Shares.Count > 1);
        if (money.ArePremisesJoint || office.OperatingSplit is not { } split || office.Shares.Any(s => s.Change is null)) return;
        page.Paragraph("money.reckoning", structure.Id, office.Office.Name, page.Whole(office.Operating), office.Key!.Value.MunicipalPercent, page.Whole(split.Municipal));
        page.Points(office.Shares.Select(s => page.Say(
            "money.reckoning-share", s.Municipality.Name, s.Municipality.Population, office.Inhabitants, page.Whole(s.Joint), page.Whole(s.OperationBefore),
            page.Signed(s.Supplement, 0), page.Signed(s.Premises - s.PremisesBefore, 0), page.Signed(s.Change, 0))));
        page.Paragraph("money.reckoning-sum", page.Signed(office.Shares.Sum(s => s.Joint - s.OperationBefore), 0), page.Signed(office.Shares.Sum(s => s.Change), 0));
    }
}
