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
        if (!HasVotes) page.Paragraph("risk.no-votes");
        AddRepeated(risk);
        if (risk.Counted.Count == 0) page.Paragraph("risk.none-assessed");
        else AddFlips(risk);
        AddMeasured(risk);
    }

    /// <summary>Which measures stand behind several of the factors, and the totals with each of them once: the mean of its factors.</summary>
    private void AddRepeated(RiskAssessment assessed)
    {
        Dictionary<int, RiskMeasure> measures = planningCase.Figures.RiskMappings.ToDictionary(m => m.Factor, m => m.Measure);
        var once = assessed.Counted.GroupBy(f => measures.TryGetValue(f.Number, out RiskMeasure measure) && Measured(f) ? (int)measure : -f.Number).ToArray();
        string[] repeated = [.. once.Where(g => g.Count() > 1).Select(g => page.Say(
            "risk.repeated-measure", page.Say($"risk.measure.{(RiskMeasure)g.Key}"), string.Join(", ", g.Select(f => f.Number.ToString(CultureInfo.InvariantCulture)))))];
        if (repeated.Length == 0) return;
        page.Paragraph("risk.repeated", string.Join("; ", repeated), string.Join(", ", assessed.Structures.Select(s => $"{s.Structure} {page.Short(Once(s))}")));

        bool Measured(RiskFactor factor) => assessed.Structures.All(s => s.Scores.First(score => score.Factor == factor).Voters == 0);

        decimal Once(StructureRisk structure) => once.Sum(g => g.Average(f => f.Weight * structure.Scores.First(s => s.Factor == f).Risk!.Value));
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
