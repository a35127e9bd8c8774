namespace NavGeo.Planning.Staffing;

/// <summary>The visits of one site, or of all.</summary>
/// <param name="Site">Id; null for all.</param>
/// <param name="Visits">One number a month, in the order of the months; null where nothing was counted.</param>
/// <param name="Inhabitants">Of the municipality the site stands in, or of all municipalities with a counted site.</param>
public sealed record ContactRow(string? Site, IReadOnlyList<int?> Visits, long Inhabitants)
{
    /// <summary>Per cent fewer in the last month than in the first; negative for more, null where one is missing or 0.</summary>
    public decimal? DeclinePercent => Visits[0] is > 0 and var first && Visits[^1] is { } last ? 100m * (first - last) / first : null;

    /// <summary>Visits a month and 1 000 inhabitants, mean over the months counted.</summary>
    public decimal? MonthlyPerThousand
    {
        get
        {
            int[] counted = [.. Visits.OfType<int>()];
            return counted.Length == 0 || Inhabitants == 0 ? null : 1000m * counted.Sum() / counted.Length / Inhabitants;
        }
    }

    /// <summary>Visits an inhabitant and year, if the months counted stand for the others: an estimate.</summary>
    public decimal? YearlyPerInhabitant => MonthlyPerThousand * 12 / 1000;
}
