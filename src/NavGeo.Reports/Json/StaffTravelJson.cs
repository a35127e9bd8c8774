using System.Text.Json.Nodes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Staff;
using NavGeo.Routing.Times;

namespace NavGeo.Reports.Json;

/// <summary>What the staff of a structure drives, as plain numbers for programs.</summary>
public static class StaffTravelJson
{
    /// <summary>One structure; findings in a language.</summary>
    public static JsonObject Of(StructureStaffTravel travel, UserLanguage language) => new()
    {
        ["structure"] = travel.Structure.Id,
        ["settings"] = new JsonObject(travel.Settings.All.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))),
        ["counsellors_assumed"] = travel.AreCounsellorsAssumed,
        ["counsellors_on_duty"] = travel.CounsellorsOnDuty,
        ["hours"] = travel.Hours,
        ["counsellor_hours"] = travel.CounsellorHours,
        ["leader_hours"] = travel.LeaderHours,
        ["ferry_hours"] = travel.FerryHours,
        ["km"] = travel.Kilometres,
        ["fte"] = travel.FullTimeEquivalents,
        ["kroner"] = travel.Kroner,
        ["roads"] = new JsonArray([.. travel.Roads.Select(r => (JsonNode)Road(r))]),
        ["trips"] = new JsonArray([.. travel.Counsellors.Concat(travel.Leaders).Select(t => (JsonNode)Trip(t))]),
        ["findings"] = new JsonArray([.. travel.Findings.Select(f => (JsonNode)f.In(language))]),
    };

    /// <summary>How files write a <see cref="StaffTripKind"/>.</summary>
    public static string NameOf(StaffTripKind kind) => kind switch
    {
        StaffTripKind.Round => "round",
        StaffTripKind.AssumedVisit => "assumed_visit",
        StaffTripKind.AssumedDuty => "assumed_duty",
        _ => "leader",
    };

    /// <summary>How files write a <see cref="RoadUseKind"/>.</summary>
    public static string NameOf(RoadUseKind kind) => kind switch
    {
        RoadUseKind.Road => "road",
        RoadUseKind.Ferry => "ferry",
        RoadUseKind.FerryWait => "ferry_wait",
        _ => "off_road",
    };

    private static JsonObject Road(RoadUseRow row) => new()
    {
        ["kind"] = NameOf(row.Kind),
        ["road"] = row.Road.ToString(),
        ["category"] = row.Road.Category.ToString().ToLowerInvariant(),
        ["name"] = row.Name,
        ["hours"] = row.Milliseconds / 3_600_000.0,
        ["km"] = row.Millimetres / 1_000_000.0,
    };

    private static JsonObject Trip(StaffTrip trip) => new()
    {
        ["kind"] = NameOf(trip.Kind),
        ["who"] = trip.Who,
        ["from"] = trip.From,
        ["to"] = trip.To,
        ["trips_per_year"] = trip.TripsPerYear,
        ["out_milliseconds"] = trip.Out.IsReachable ? trip.Out.Milliseconds : null,
        ["back_milliseconds"] = trip.Back.IsReachable ? trip.Back.Milliseconds : null,
        ["hours_year"] = trip.HoursPerYear,
        ["km_year"] = trip.KilometresPerYear,
    };
}
