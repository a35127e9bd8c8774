using System.Text.Json.Nodes;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;
using NavGeo.Routing.Speeds;

namespace NavGeo.Reports.Json;

/// <summary>
/// A comparison as plain numbers for programs: sums, counts and milliseconds, nothing rounded. The web session shows
/// these same numbers.
/// </summary>
public static class ComparisonJson
{
    /// <summary>The whole comparison; texts in <paramref name="language"/>.</summary>
    public static JsonObject Of(Publication publication, UserLanguage language)
    {
        Comparison comparison = publication.Comparison;
        PlanningCase planningCase = comparison.Study.Case;
        return new JsonObject
        {
            ["case"] = planningCase.Id,
            ["name"] = planningCase.Name.In(language),
            ["date"] = planningCase.Date,
            ["code_year"] = planningCase.CodeYear,
            ["baseline"] = planningCase.Baseline,
            ["thresholds_minutes"] = Numbers(AccessIndicators.Thresholds.Select(t => (long)t)),
            ["edits"] = new JsonArray([.. comparison.Study.Scenario.Edits.Select(e => (JsonNode)e.ToString())]),
            ["demand_people"] = planningCase.Demand.TotalPeople,
            ["beyond_km_from_road"] = Each(NetworkGaps.Of(comparison.Study), g => new JsonObject
            {
                ["km"] = g.Kilometres,
                ["places"] = g.Places,
                ["people"] = g.People,
            }),
            ["access_rule"] = comparison.Structures[0].Access.Rule.Name,
            ["contacts"] = LedgerJson.Contacts(comparison.Contacts),
            ["parameters"] = Parameters(planningCase.Profile),
            ["structures"] = Each(comparison.Structures, s => Structure(planningCase, s, language)),
        };
    }

    private static JsonObject Structure(PlanningCase planningCase, ComparedStructure compared, UserLanguage language)
    {
        StructureAccess access = compared.Access;
        return new JsonObject
        {
            ["id"] = access.Structure.Id,
            ["name"] = access.Structure.Name.In(language),
            ["offices"] = Each(compared.Offices, Office),
            ["open_sites"] = new JsonArray([.. access.Structure.OpenSites.Select(s => (JsonNode)s)]),
            ["access"] = Indicators(access.Total),
            ["change"] = Change(compared.Change.Total),
            ["opening_days"] = OpeningDays(compared.Ledger.Total, compared.OverTheWeek.Total),
            ["people_by_state"] = new JsonObject(
                access.PeopleByState.Select(p => KeyValuePair.Create(StateName(p.Key), (JsonNode?)p.Value))),
            ["access_over_the_week"] = Indicators(compared.OverTheWeek.Total),
            ["person_days_without"] = access.PersonDaysWithout,
            ["weekdays_assumed"] = access.Structure.Offices.Any(o => o.AreWeekdaysAssumed),
            ["people_by_link"] = LedgerJson.Reach(compared.Reach),
            ["ledger"] = LedgerJson.Of(compared.Ledger),
            ["sentences"] = LedgerJson.Sentences(compared.Ledger, language),
            ["municipalities"] = Each(Enumerable.Range(0, planningCase.Municipalities.Count), m => new JsonObject
            {
                ["kommunenummer"] = planningCase.Municipalities[m].Number,
                ["name"] = planningCase.Municipalities[m].Name,
                ["access"] = Indicators(access.ByMunicipality[m]),
                ["change"] = Change(compared.Change.ByMunicipality[m]),
                ["opening_days"] = OpeningDays(compared.Ledger.Municipalities[m], compared.OverTheWeek.ByMunicipality[m]),
            }),
            ["sites"] = Each(Enumerable.Range(0, planningCase.Sites.Count), s => new JsonObject
            {
                ["site"] = planningCase.Sites[s].Id,
                ["name"] = planningCase.Sites[s].Name,
                ["access"] = Indicators(access.BySite[s]),
            }),
        };
    }

    /// <summary>How files write an <see cref="AccessState"/>.</summary>
    public static string StateName(AccessState state) => state switch
    {
        AccessState.Served => "served",
        AccessState.NoRoad => "no_road",
        AccessState.AcrossWater => "across_water",
        AccessState.NotConnected => "not_connected",
        _ => "outside",
    };

    private static JsonObject Office(OfficeSize size) => new()
    {
        ["name"] = size.Office.Name,
        ["host"] = size.Office.Host,
        ["municipalities"] = new JsonArray([.. size.Office.Municipalities.Select(m => (JsonNode)m)]),
        ["sites"] = new JsonArray([.. size.Office.Sites.Select(s => (JsonNode)s)]),
        ["open_days"] = new JsonArray([.. size.Office.OpenDays.Select(d => (JsonNode)d)]),
        ["kinds"] = new JsonArray([.. size.Office.Sites.Select((_, i) => (JsonNode)size.Office.KindOf(i).Code)]),
        ["inhabitants"] = size.Inhabitants,
        ["employees"] = size.Employees,
        ["fte"] = size.FullTimeEquivalents,
    };

    /// <summary>The indicators of one group of people.</summary>
    public static JsonObject Indicators(AccessIndicators access) => new()
    {
        ["people"] = access.People,
        ["served"] = access.Served,
        ["without_access"] = access.WithoutAccess,
        ["people_within"] = Numbers(access.PeopleWithin),
        ["person_milliseconds"] = access.PersonMilliseconds,
        ["mean_minutes"] = access.MeanMinutes,
        ["median_milliseconds"] = Milliseconds(access.Median),
        ["p90_milliseconds"] = Milliseconds(access.P90),
        ["p95_milliseconds"] = Milliseconds(access.P95),
        ["longest_milliseconds"] = Milliseconds(access.Longest),
        ["gini"] = access.Gini,
        ["worst_tenth_minutes"] = access.WorstTenthMinutes,
    };

    /// <summary>Who gains and who loses.</summary>
    public static JsonObject Change(AccessChange change) => new()
    {
        ["people"] = change.People,
        ["gain"] = change.Gain,
        ["lose"] = change.Lose,
        ["unchanged"] = change.Unchanged,
        ["lose_access"] = change.LoseAccess,
        ["gain_access"] = change.GainAccess,
        ["person_milliseconds"] = change.PersonMilliseconds,
        ["worst_milliseconds"] = change.WorstMilliseconds,
        ["pushed_beyond"] = Numbers(change.PushedBeyond),
    };

    /// <summary>Days a week that the site people go to is open, who gets fewer or more of them, and the time of those who come on any weekday.</summary>
    private static JsonObject OpeningDays(LedgerRow row, AccessIndicators overTheWeek) => new()
    {
        ["mean_open_days"] = row.MeanOpenDays,
        ["people_fewer_days"] = row.FewerDays.People,
        ["people_more_days"] = row.MoreDays.People,
        ["week_mean_minutes"] = overTheWeek.MeanMinutes,
    };

    private static JsonObject Parameters(TravelProfile profile) =>
        new(ProfileSettings.Of(profile).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonValue.Create(s.Value))));

    private static JsonNode? Milliseconds(TravelTime? time) => time?.Milliseconds;

    private static JsonArray Numbers(IEnumerable<long> numbers) => new([.. numbers.Select(n => (JsonNode)n)]);

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonObject> write) =>
        new([.. items.Select(i => (JsonNode)write(i))]);
}
