using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;

namespace NavGeo.Reports.Tables;

/// <summary>
/// <c>against_today.csv</c>: each structure with all that is changed, held against today's structure on today's roads. Its counts
/// are those a meeting shows; the other tables hold the structures against the baseline as the edits leave it.
/// </summary>
public static class AgainstTodayTable
{
    /// <summary>One row a structure, the baseline among them; null where the comparison itself is against today.</summary>
    public static ResultTable? Of(Publication publication)
    {
        if (publication.Comparison is not { Yardstick.IsToday: false } comparison) return null;
        var table = new ResultTable(
            "against_today", "structure", "people", "lose", "lose_access", "gain", "gain_access", "unchanged", "still_without_access", "mean_today_min",
            "mean_with_min", "without_access_today", "without_access_with", "worst_increase_min");
        foreach (StructureChange each in comparison.Structures.Select(s => comparison.AgainstToday(s).Change))
        {
            AccessChange change = each.Total;
            table.Text(each.To.Structure.Id).Whole(change.People).Whole(change.Lose).Whole(change.LoseAccess).Whole(change.Gain).Whole(change.GainAccess)
                .Whole(change.Unchanged).Whole(change.StillWithout).Decimal(each.Shared.From.Total.MeanMinutes, 2).Decimal(each.Shared.To.Total.MeanMinutes, 2)
                .Whole(each.From.Total.WithoutAccess).Whole(each.To.Total.WithoutAccess).Decimal(change.WorstMilliseconds / 60_000.0, 2).EndRow();
        }
        return table;
    }
}
