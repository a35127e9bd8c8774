namespace NavGeo.Planning.Siting;

/// <summary>An answer in the question's own unit: minutes and persons, or the numbers of a matrix.</summary>
public static class SitingFigures
{
    /// <summary>What was asked to be least or most.</summary>
    public static decimal Objective(SitingTable table, SitingAnswer answer) => answer.Question.Model switch
    {
        SitingModel.PCenter => Worst(table, answer),
        SitingModel.SetCover when answer.Question.OpeningCosts is null => (decimal)answer.Objective,
        SitingModel.SetCover => (decimal)answer.Objective / table.CostScale / table.WeightScale,
        SitingModel.MaxCover => (decimal)answer.Objective / table.WeightScale,
        _ => table.Total(answer.Assignment) + Opening(table, answer),
    };

    /// <summary>No allowed set is better than this; the objective itself where that is proven.</summary>
    public static decimal Bound(SitingTable table, SitingAnswer answer) =>
        answer.IsProven ? Objective(table, answer) : InUnits(table, answer.Question, answer.Bound);

    /// <summary>A sum of the solver in the unit of the model's objective.</summary>
    public static decimal InUnits(SitingTable table, SitingQuestion question, Int128 value) => question.Model switch
    {
        SitingModel.PCenter => (decimal)value / table.CostScale,
        SitingModel.SetCover when question.OpeningCosts is null => (decimal)value,
        SitingModel.MaxCover => (decimal)value / table.WeightScale,
        _ => (decimal)value / table.CostScale / table.WeightScale,
    };

    /// <summary>Mean cost of everybody served; null where nobody is.</summary>
    public static decimal? Mean(SitingTable table, SitingAnswer answer) =>
        answer.ServedWeight == 0 ? null : table.Total(answer.Assignment) / (answer.ServedWeight / table.WeightScale);

    /// <summary>The longest cost of a place with weight.</summary>
    public static decimal Worst(SitingTable table, SitingAnswer answer)
    {
        if (table.Given is null) return answer.Worst / table.CostScale;
        decimal worst = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            if (answer.Assignment[row] >= 0 && table.Weights[row] > 0)
                worst = Math.Max(worst, table.Given[row * table.SiteCount + answer.Assignment[row]]);
        }
        return worst;
    }

    private static decimal Opening(SitingTable table, SitingAnswer answer) => answer.Question.OpeningCosts is { } costs
        ? answer.Sites.Sum(s => costs[s] / table.CostScale / table.WeightScale)
        : 0;
}
