using System.Text.Json.Nodes;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;
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
            ["held_against"] = comparison.Yardstick.InFiles,
            ["access_rule"] = comparison.Structures[0].Access.Rule.Name,
            ["contacts"] = LedgerJson.Contacts(comparison.Contacts),
            ["parameters"] = Parameters(planningCase.Profile),
            ["structures"] = Each(comparison.Structures, s => Structure(planningCase, s, language)),
        };
    }

    private static JsonObject Structure(PlanningCase planningCase, ComparedStructure compared, UserLanguage language)
    {
        StructureAccess access = compared.Access;
        var json = new JsonObject
        {
            ["id"] = access.Structure.Id,
            ["name"] = access.Structure.Name.In(language),
            ["offices"] = Each(compared.Offices, Office),
            ["open_sites"] = new JsonArray([.. access.Structure.OpenSites.Select(s => (JsonNode)s)]),
            ["people_by_state"] = new JsonObject(
                access.PeopleByState.Select(p => KeyValuePair.Create(StateName(p.Key), (JsonNode?)p.Value))),
            ["access_over_the_week"] = Indicators(compared.OverTheWeek.Total),
            ["person_days_without"] = access.PersonDaysWithout,
            ["weekdays_assumed"] = access.Structure.Offices.Any(o => o.AreWeekdaysAssumed),
            ["ledger"] = LedgerJson.Of(compared.Ledger),
            ["sentences"] = LedgerJson.Sentences(compared.Ledger, language),
            ["municipalities"] = Each(planningCase.Municipalities.Index(), m => WithIndicators(
                new JsonObject { ["kommunenummer"] = m.Item.Number, ["name"] = m.Item.Name }, IndicatorLevel.Municipality, IndicatorSubject.Of(compared, m.Index))),
            ["sites"] = Each(planningCase.Sites.Index(), s => WithIndicators(
                new JsonObject { ["site"] = s.Item.Id, ["name"] = s.Item.Name }, IndicatorLevel.Site, IndicatorSubject.Of(access.BySite[s.Index]))),
        };
        WithIndicators(json, IndicatorLevel.Structure, IndicatorSubject.Of(compared));
        // Everybody is in one of these, those outside the municipalities too.
        json[IndicatorCatalogue.Links.Member]!["outside"] = compared.Reach.People[LinkReach.Outside];
        return json;
    }

    private static JsonObject WithIndicators(JsonObject json, IndicatorLevel level, IndicatorSubject subject)
    {
        foreach (IndicatorGroup group in IndicatorCatalogue.Groups.Where(g => g.Finest >= level)) json[group.Member] = Group(group, subject);
        return json;
    }

    /// <summary>The indicators of one group, with the exact sums behind them.</summary>
    internal static JsonObject Group(IndicatorGroup group, IndicatorSubject subject)
    {
        var json = new JsonObject();
        foreach (IGrouping<string, Indicator> each in group.Indicators.GroupBy(i => i.Member, StringComparer.Ordinal))
        {
            JsonNode?[] values = [.. each.Select(i => Value(i, subject))];
            json[each.Key] = values.Length == 1 ? values[0] : new JsonArray(values);
            if (each.First().IsEstimated is { } isEstimated) json[each.Key + "_estimated"] = isEstimated(subject);
        }
        if (group == IndicatorCatalogue.Access) json["person_milliseconds"] = subject.Access.PersonMilliseconds;
        if (group == IndicatorCatalogue.Change) (json["people"], json["pushed_beyond"]) = (subject.Change!.People, Numbers(subject.Change.PushedBeyond));
        return json;
    }

    private static JsonValue? Value(Indicator indicator, IndicatorSubject subject) => indicator.Value(subject) is not { } value ? null
        : indicator.Unit.JsonFactor is { } factor ? JsonValue.Create((long)Math.Round(value * factor)) : JsonValue.Create(value);

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

    /// <summary>How one group of people reaches the open sites.</summary>
    public static JsonObject Indicators(AccessIndicators access) => Group(IndicatorCatalogue.Access, IndicatorSubject.Of(access));

    private static JsonObject Parameters(TravelProfile profile) =>
        new(ProfileSettings.Of(profile).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonValue.Create(s.Value))));

    private static JsonArray Numbers(IEnumerable<long> numbers) => new([.. numbers.Select(n => (JsonNode)n)]);

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonObject> write) =>
        new([.. items.Select(i => (JsonNode)write(i))]);
}
