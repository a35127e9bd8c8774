using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Money;
using NavGeo.Planning.Printed;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Risk;
using NavGeo.Reports.Json;

namespace NavGeo.Reports.Tables;

/// <summary>
/// Money, risk and the printed figures of a comparison: <c>money.csv</c>, <c>money_shares.csv</c>, <c>money_totals.csv</c>,
/// <c>risk.csv</c>, <c>printed.csv</c>. A table for which the case has no figures is not there.
/// </summary>
public static class DecisionTables
{
    /// <summary>The tables there are figures for.</summary>
    public static IReadOnlyList<ResultTable> Of(Publication publication, UserLanguage language)
    {
        Comparison comparison = publication.Comparison;
        var tables = new List<ResultTable>();
        PlanningCase planningCase = comparison.Study.Case;
        if (planningCase.Figures.Costs.Count > 0)
            tables.AddRange(Money(new MoneyStudy(planningCase), comparison.Structures.Select(s => s.Access.Structure)));
        RiskAssessment? risk = RiskAssessment.Of(comparison, RiskInputs.Of(comparison));
        if (risk is not null) tables.Add(Risk(risk, language));
        IReadOnlyList<PrintedCheck> checks = PrintedChecks.Of(comparison, TripAnswer.Of(planningCase), risk);
        if (checks.Count > 0) tables.Add(Printed(checks));
        return tables;
    }

    private static ResultTable[] Money(MoneyStudy study, IEnumerable<Structure> structures)
    {
        var money = new ResultTable(
            "money", "structure", "office", "inhabitants", "fte_state", "fte_municipal", "key_state_pct", "municipal_fte_per_1000",
            "property_nok", "property_state_nok", "property_municipal_nok", "operating_nok", "base_allocation_before",
            "base_allocation_after", "property_least_nok", "property_most_nok");
        var totals = new ResultTable(
            "money_totals", "structure", "property_least_nok", "property_most_nok", "operating_least_nok", "operating_most_nok", "difference_least_nok",
            "difference_most_nok", "once_nok", "sites_without_cost");
        var shares = new ResultTable(
            "money_shares", "structure", "office", "kommunenummer", "name", "before_nok", "premises_before_nok", "premises_nok", "operation_before_nok",
            "joint_nok", "after_nok", "supplement_nok", "total_nok", "population_estimated");
        foreach (Structure structure in structures)
        {
            StructureMoney all = study.Of(structure);
            totals.Text(structure.Id).Amount(all.Total.Premises?.Least).Amount(all.Total.Premises?.Most).Amount(all.Total.Operation?.Least)
                .Amount(all.Total.Operation?.Most).Amount(all.Total.Difference?.Least).Amount(all.Total.Difference?.Most).Amount(all.Total.Once)
                .Whole(all.Total.SitesWithoutCost.Count).EndRow();
            foreach (OfficeMoney office in all.Offices)
            {
                money.Text(structure.Id).Text(office.Office.Name).Whole(office.Inhabitants).Amount(office.Equivalents?.State)
                    .Amount(office.Equivalents?.Municipal).Amount(office.Key?.StatePercent).Amount(office.MunicipalPerThousand)
                    .Amount(office.Property).Amount(office.PropertySplit?.State).Amount(office.PropertySplit?.Municipal)
                    .Amount(office.Operating).Amount(office.AllocationBefore).Amount(office.AllocationAfter)
                    .Amount(office.Premises?.Least).Amount(office.Premises?.Most).EndRow();
                foreach (MunicipalShare share in office.Shares)
                {
                    shares.Text(structure.Id).Text(office.Office.Name).Text(share.Municipality.Number).Text(share.Municipality.Name)
                        .Amount(share.Before).Amount(share.PremisesBefore).Amount(share.Premises).Amount(share.OperationBefore).Amount(share.Joint).Amount(share.After).Amount(share.Supplement).Amount(share.Total)
                        .Flag(share.Municipality.IsPopulationEstimated).EndRow();
                }
            }
        }
        return [money, shares, totals];
    }

    private static ResultTable Risk(RiskAssessment risk, UserLanguage language)
    {
        var table = new ResultTable(
            "risk", "structure", "factor", "name", "counted", "probability", "consequence", "risk", "voters", "least", "most", "measured",
            "measured_probability");
        foreach (StructureRisk structure in risk.Structures)
        {
            foreach (RiskScore score in structure.Scores)
            {
                table.Text(structure.Structure).Whole(score.Factor.Number).Text(score.Factor.Name.In(language))
                    .Flag(risk.Counted.Contains(score.Factor)).Amount(score.Probability).Amount(score.Consequence).Amount(score.Risk)
                    .Whole(score.Voters).Amount(score.Spread?.Least).Amount(score.Spread?.Most).Amount(score.Measured?.Value)
                    .Amount(score.MeasuredProbability).EndRow();
            }
        }
        return table;
    }

    private static ResultTable Printed(IReadOnlyList<PrintedCheck> checks)
    {
        var table = new ResultTable("printed", "figure", "subject", "printed", "computed", "difference", "verdict", "by_construction");
        foreach (PrintedCheck check in checks)
        {
            table.Text(check.Printed.Figure).Text(check.Printed.Subject).Amount(check.Printed.Value).Amount(check.Computed)
                .Amount(check.Difference).Text(FiguresJson.NameOf(check.Verdict)).Flag(check.Printed.IsByConstruction).EndRow();
        }
        return table;
    }
}
