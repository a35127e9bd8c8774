using System.Text.Json.Nodes;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Reports.Json;

/// <summary>A ledger, its sentences and who depends on a ferry, as plain numbers for programs.</summary>
internal static class LedgerJson
{
    /// <summary>The ledger: the whole case, each municipality, and the places where anything changes.</summary>
    public static JsonObject Of(ChangeLedger ledger) => new()
    {
        ["classes"] = new JsonArray([.. Enumerable.Range(0, ChangeScale.Steps).Select(c => (JsonNode)ChangeScale.NameOf(c))]),
        ["total"] = Row(ledger, ledger.Total),
        ["municipalities"] = new JsonArray([.. ledger.Municipalities.Select(r => (JsonNode)Row(ledger, r))]),
        ["places"] = new JsonArray([.. ledger.Places.ToArray().Where(p => p.IsChanged).Select(p => (JsonNode)Place(ledger, p))]),
    };

    /// <summary>The sentences in a language.</summary>
    public static JsonArray Sentences(ChangeLedger ledger, UserLanguage language) =>
        new([.. ChangeSentences.Of(ledger).Select(s => (JsonNode)s.In(language))]);

    /// <summary>What turned minutes into hours.</summary>
    public static JsonObject Contacts(ContactRate contacts) => new()
    {
        ["name"] = contacts.Name,
        ["visits_per_inhabitant_year"] = contacts.VisitsPerInhabitantYear,
        ["trips_per_visit"] = ContactRate.TripsPerVisit,
        ["is_estimate"] = contacts.IsEstimate,
    };

    /// <summary>How files write a <see cref="LinkReach"/>.</summary>
    public static string NameOf(LinkReach reach) => reach switch
    {
        LinkReach.ByRoad => "by_road",
        LinkReach.OnlyByFerry => "only_by_ferry",
        LinkReach.OnlyByPassengerBoat => "only_by_passenger_boat",
        LinkReach.WithoutLink => "without_link",
        _ => "outside",
    };

    private static JsonObject Row(ChangeLedger ledger, LedgerRow row) => new()
    {
        ["kommunenummer"] = row.Municipality < 0 ? null : ledger.Case.Municipalities[row.Municipality].Number,
        ["people"] = row.Change.People,
        ["unchanged"] = row.Change.Unchanged,
        ["still_without_access"] = row.Change.StillWithout,
        ["longer"] = Numbers(row.Longer),
        ["shorter"] = Numbers(row.Shorter),
        ["lose_access"] = row.Change.LoseAccess,
        ["gain_access"] = row.Change.GainAccess,
        ["fewer_days"] = Days(row.FewerDays),
        ["more_days"] = Days(row.MoreDays),
        ["mean_open_days"] = row.MeanOpenDays,
        ["hours_more_year"] = row.HoursMore,
        ["hours_less_year"] = row.HoursLess,
        ["most_lost"] = PlaceOrNull(ledger, row.MostLost),
        ["worst_off"] = PlaceOrNull(ledger, row.WorstOff),
    };

    private static JsonObject Days(DayChange change) => new()
    {
        ["people"] = change.People,
        ["person_days_before"] = change.PersonDaysBefore,
        ["person_days_after"] = change.PersonDaysAfter,
    };

    private static JsonObject? PlaceOrNull(ChangeLedger ledger, int place) =>
        place == LedgerRow.NoPlace ? null : Place(ledger, ledger.Place(place));

    private static JsonObject Place(ChangeLedger ledger, PlaceChange change)
    {
        Demand demand = ledger.Case.Demand;
        int municipality = demand.Municipalities[change.Place];
        return new JsonObject
        {
            ["id"] = demand.Ids[change.Place],
            ["name"] = demand.Names[change.Place],
            ["kommunenummer"] = municipality < 0 ? null : ledger.Case.Municipalities[municipality].Number,
            ["people"] = change.People,
            ["before_milliseconds"] = change.Before.IsReachable ? change.Before.Milliseconds : null,
            ["after_milliseconds"] = change.After.IsReachable ? change.After.Milliseconds : null,
        };
    }

    private static JsonArray Numbers(IEnumerable<long> numbers) => new([.. numbers.Select(n => (JsonNode)n)]);
}
