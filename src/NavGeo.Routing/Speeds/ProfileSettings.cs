namespace NavGeo.Routing.Speeds;

/// <summary>The settings of a <see cref="TravelProfile"/> under the names that exported files give them.</summary>
public static class ProfileSettings
{
    /// <summary>All of them, in the profile's order; factors where there are any.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Of(TravelProfile profile) =>
    [
        new("profile", profile.Name),
        new("standard", TravelStandards.NameOf(profile.Standard)),
        new("motorway_kmh", profile.MotorwayKmh),
        new("expressway_kmh", profile.ExpresswayKmh),
        new("european_kmh", profile.EuropeanKmh),
        new("national_kmh", profile.NationalKmh),
        new("county_kmh", profile.CountyKmh),
        new("municipal_kmh", profile.MunicipalKmh),
        new("private_kmh", profile.PrivateKmh),
        new("unknown_kmh", profile.UnknownKmh),
        new("ferry_knots", profile.FerryKnots),
        new("ferry_wait", profile.FerryWait.Name),
        new("trunk_headway_minutes", profile.TrunkHeadwayMinutes),
        new("county_headway_minutes", profile.CountyHeadwayMinutes),
        new("other_headway_minutes", profile.OtherHeadwayMinutes),
        new("uses_passenger_boats", profile.UsesPassengerBoats),
        new("off_road_kmh", profile.OffRoadKmh),
        new("maximum_off_road_metres", profile.MaximumOffRoadMetres),
        new("maximum_sea_metres", profile.MaximumSeaMetres),
        new("maximum_direct_metres", profile.MaximumDirectMetres),
        .. FactorsOf(profile.Factors),
        .. profile.OwnPaceKmh is { } pace ? new KeyValuePair<string, object>[] { new("own_pace_kmh", pace) } : [],
    ];

    private static IEnumerable<KeyValuePair<string, object>> FactorsOf(TimeFactors factors) => factors == TimeFactors.None ? [] :
    [
        new("trunk_factor", factors.Trunk), new("county_factor", factors.County),
        new("other_roads_factor", factors.OtherRoads), new("ferry_factor", factors.Ferry),
    ];
}
