using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;

namespace NavGeo.Reports.Tables;

/// <summary><c>edit_effect.csv</c>: what tried changes of the roads do by themselves to each structure.</summary>
public static class EditEffectTable
{
    /// <summary>One row a structure: without the changes, with them, and who gains and loses by them; null where none are tried.</summary>
    public static ResultTable? Of(Publication publication)
    {
        if (publication.Effect is not { } effect) return null;
        var table = new ResultTable(
            "edit_effect", "structure", "people", "lose", "lose_access", "gain", "gain_access", "unchanged", "still_without_access", "mean_without_min", "mean_with_min",
            "without_access_without", "without_access_with", "worst_increase_min");
        foreach (StructureChange each in effect.Compared.Select(c => c.Change))
        {
            AccessChange change = each.Total;
            table.Text(each.To.Structure.Id).Whole(change.People).Whole(change.Lose).Whole(change.LoseAccess).Whole(change.Gain).Whole(change.GainAccess)
                .Whole(change.Unchanged).Whole(change.StillWithout).Decimal(each.Shared.From.Total.MeanMinutes, 2).Decimal(each.Shared.To.Total.MeanMinutes, 2)
                .Whole(each.From.Total.WithoutAccess).Whole(each.To.Total.WithoutAccess)
                .Decimal(change.WorstMilliseconds / 60_000.0, 2).EndRow();
        }
        return table;
    }
}
