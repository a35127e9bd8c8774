using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Json;
using NavGeo.Routing;

namespace NavGeo.Reports.Tables;

/// <summary>
/// Who gains and who loses as tables: <c>ledger.csv</c> by municipality with the whole case last, <c>ledger_places.csv</c>
/// with the places where anything changes, and <c>sentences.csv</c>.
/// </summary>
public static class LedgerTables
{
    private static readonly LinkReach[] Reaches =
        [LinkReach.ByRoad, LinkReach.OnlyByFerry, LinkReach.OnlyByPassengerBoat, LinkReach.WithoutLink];

    /// <summary>The tables.</summary>
    /// <param name="publication">What they show.</param>
    /// <param name="language">Of the names in them.</param>
    public static IReadOnlyList<ResultTable> Of(Publication publication, UserLanguage language)
    {
        Comparison comparison = publication.Comparison;
        var ledger = new ResultTable(
            "ledger",
            [
                "structure", "kommunenummer", "name", "people", "unchanged", "still_without_access",
                .. Enumerable.Range(0, ChangeScale.Steps).Select(c => $"longer_{ChangeScale.NameOf(c)}_min"),
                .. Enumerable.Range(0, ChangeScale.Steps).Select(c => $"shorter_{ChangeScale.NameOf(c)}_min"),
                "lose_access", "gain_access", "fewer_days", "more_days", "mean_open_days", "hours_more_year", "hours_less_year",
                "most_lost", "most_lost_increase_min", "worst_off", "worst_off_min", .. Reaches.Select(LedgerJson.NameOf),
                "access_rule", "contacts", "visits_per_inhabitant_year", "contacts_estimated",
            ]);
        var places = new ResultTable(
            "ledger_places", "structure", "id", "name", "kommunenummer", "people", "before_min", "after_min", "difference_min", "hours_year");
        var sentences = new ResultTable("sentences", "structure", "number", "sentence");
        var labels = new PlaceLabels(comparison.Study.Case);
        foreach (ComparedStructure compared in comparison.Structures)
        {
            string id = compared.Access.Structure.Id;
            foreach (LedgerRow row in compared.Ledger.ByLoss.Append(compared.Ledger.Total))
                Add(ledger, comparison, compared, row, labels, language);
            foreach (PlaceChange place in compared.Ledger.Places.ToArray().Where(p => p.IsChanged)) Add(places, id, compared.Ledger, place);
            foreach ((int index, Phrase sentence) in ChangeSentences.Of(compared.Ledger).Index())
                sentences.Text(id).Whole(index + 1).Text(sentence.In(language)).EndRow();
        }
        return [ledger, places, sentences];
    }

    private static void Add(ResultTable table, Comparison comparison, ComparedStructure compared, LedgerRow row, PlaceLabels labels, UserLanguage language)
    {
        Municipality? municipality = row.Municipality < 0 ? null : comparison.Study.Case.Municipalities[row.Municipality];
        table.Text(compared.Access.Structure.Id).Text(municipality?.Number).Text(municipality?.Name)
            .Whole(row.Change.People).Whole(row.Change.Unchanged).Whole(row.Change.StillWithout);
        foreach (long people in row.Longer.Concat(row.Shorter)) table.Whole(people);
        PlaceChange? lost = row.MostLost == LedgerRow.NoPlace ? null : compared.Ledger.Place(row.MostLost);
        PlaceChange? worst = row.WorstOff == LedgerRow.NoPlace ? null : compared.Ledger.Place(row.WorstOff);
        table.Whole(row.Change.LoseAccess).Whole(row.Change.GainAccess).Whole(row.FewerDays.People).Whole(row.MoreDays.People).Decimal(row.MeanOpenDays, 2)
            .Decimal(row.HoursMore, 1).Decimal(row.HoursLess, 1)
            .Text(lost is null ? null : labels.OfPlace(row.MostLost).Called.In(language)).Decimal(lost?.Difference / 60_000.0, 2)
            .Text(worst is null ? null : labels.OfPlace(row.WorstOff).Called.In(language)).Decimal(Minutes(worst?.After), 2);
        foreach (LinkReach each in Reaches)
            table.Whole(row.Municipality < 0 ? compared.Reach.ByMunicipality.Sum(m => m[each]) : compared.Reach.ByMunicipality[row.Municipality][each]);
        table.Text(compared.Access.Rule.Name).Text(comparison.Contacts.Name)
            .Decimal((double)comparison.Contacts.VisitsPerInhabitantYear, 4).Flag(comparison.Contacts.IsEstimate).EndRow();
    }

    private static void Add(ResultTable table, string structure, ChangeLedger ledger, PlaceChange place)
    {
        Demand demand = ledger.Case.Demand;
        int municipality = demand.Municipalities[place.Place];
        bool isFew = demand.IsFew(place.Place);
        table.Text(structure).Text(demand.Ids[place.Place]).Text(demand.Names[place.Place])
            .Text(municipality < 0 ? null : ledger.Case.Municipalities[municipality].Number)
            .Whole(isFew ? null : place.People).Decimal(Minutes(place.Before), 2).Decimal(Minutes(place.After), 2).Decimal(place.Difference / 60_000.0, 2)
            .Decimal(!isFew && place.Difference is { } difference ? ledger.Contacts.Hours(difference * place.People) : null, 1).EndRow();
    }

    private static double? Minutes(TravelTime? time) => time is { IsReachable: true } known ? known.Minutes : null;
}
