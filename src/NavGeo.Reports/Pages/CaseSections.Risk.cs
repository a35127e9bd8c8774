using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Risk;

namespace NavGeo.Reports.Pages;

/// <summary>The risk table, the measured values behind it, and what would flip the ranking.</summary>
public sealed partial class CaseSections
{
    /// <summary>The risk table, what would flip its ranking, and the measured values.</summary>
    public void AddRisk()
    {
        if (risk is null) return;
        page.Heading("risk.heading");
        page.Paragraph("risk.note", risk.Counted.Count, risk.Factors.Count);
        List<string[]> rows =
        [
            .. risk.Factors.Select((factor, f) => (string[])
            [
                $"{factor.Number.ToString(CultureInfo.InvariantCulture)}. {factor.Name.In(page.Language)}",
                .. risk.Structures.Select(s => Cell(s.Scores[f])),
            ]),
        ];
        if (risk.Counted.Count > 0)
            rows.Add([$"**{page.Say("risk.total", risk.Counted.Count)}**", .. risk.Structures.Select(s => $"**{page.Short(s.Total)}**")]);
        page.Table([page.Say("risk.factor"), .. risk.Structures.Select(s => s.Structure)], rows);
        if (risk.Counted.Count == 0) page.Paragraph("risk.none-assessed");
        else AddFlips(risk);
        AddMeasured(risk);
    }

    private string Cell(RiskScore score)
    {
        if (!score.IsAssessed) return PageWriter.None;
        string product = $"{page.Short(score.Probability)}×{page.Short(score.Consequence)}={page.Short(score.Risk)}";
        return score.Spread is { } spread
            ? page.Say("risk.votes-mark", product, score.Voters, spread.Least, spread.Most)
            : $"{product}\u00a0m";
    }

    private void AddFlips(RiskAssessment assessed)
    {
        if (assessed.Structures.Count < 2) return;
        page.Subheading("risk.flip-heading");
        StructureRisk best = assessed.Ranking[0];
        StructureRisk second = assessed.Ranking[1];
        IReadOnlyList<RankingFlip> flips = assessed.Flips();
        if (flips.Count == 0)
        {
            page.Paragraph("risk.flip-level", best.Structure, second.Structure);
            return;
        }
        page.Paragraph("risk.flip-note", best.Structure, page.Short(best.Total), second.Structure, page.Short(second.Total));
        page.Table(
            [page.Say("risk.factor"), page.Say("risk.weight"), page.Say("risk.flip-weight")],
            flips.Select(f => (string[])
            [
                $"{f.Factor.Number.ToString(CultureInfo.InvariantCulture)}. {f.Factor.Name.In(page.Language)}",
                page.Short(f.Factor.Weight),
                f.Weight is null ? page.Say("risk.flip-none") : page.Number(f.Weight, 2),
            ]));
    }

    private void AddMeasured(RiskAssessment assessed)
    {
        IReadOnlyList<RiskMapping> mappings = planningCase.Figures.RiskMappings;
        if (mappings.Count == 0) return;
        page.Subheading("risk.measured-heading");
        page.Paragraph("risk.mapping-note");
        page.Table(
            [
                page.Say("risk.factor"), page.Say("risk.measure"), page.Say("risk.limits-column"), page.Say("risk.consequence"),
                .. assessed.Structures.Select(s => s.Structure), page.Say("page.source"),
            ],
            mappings.Select(m => (string[])
            [
                m.Factor.ToString(CultureInfo.InvariantCulture),
                page.Say($"risk.measure.{m.Measure}"),
                string.Join(" / ", m.Limits.Select(l => page.Short(l))),
                page.Whole(m.Consequence),
                .. assessed.Structures.Select(s => page.Number(inputs.Find(s.Structure, m.Measure)?.Value, 1)),
                m.Source?.In(page.Language) ?? page.Say("page.assumption"),
            ]),
            1, 4 + assessed.Structures.Count);
    }
}
