using System.Text.Json;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Folders;

/// <summary>The <c>travel</c> part of <c>case.json</c>: a named profile and the numbers the case sets differently.</summary>
internal static class TravelSettings
{
    private const string Summer = "summer";

    private const string Winter = "winter";

    private const string WinterSlower = "winterSlowerPercent";

    private const string PassengerBoats = "usesPassengerBoats";

    private const string MinutesEstimated = "minutesEstimated";

    /// <summary>Every number of the profile under the name users write, with the range that makes sense.</summary>
    private static readonly (string Key, double Least, double Most, Func<TravelProfile, double, TravelProfile> With)[] Numbers =
    [
        ("motorwayKmh", 1, 150, (p, v) => p with { MotorwayKmh = v }),
        ("expresswayKmh", 1, 150, (p, v) => p with { ExpresswayKmh = v }),
        ("europeanKmh", 1, 150, (p, v) => p with { EuropeanKmh = v }),
        ("nationalKmh", 1, 150, (p, v) => p with { NationalKmh = v }),
        ("countyKmh", 1, 150, (p, v) => p with { CountyKmh = v }),
        ("municipalKmh", 1, 150, (p, v) => p with { MunicipalKmh = v }),
        ("privateKmh", 1, 150, (p, v) => p with { PrivateKmh = v }),
        ("unknownKmh", 1, 150, (p, v) => p with { UnknownKmh = v }),
        ("ferryKnots", 1, 50, (p, v) => p with { FerryKnots = v }),
        ("trunkHeadwayMinutes", 0, 1440, (p, v) => p with { TrunkHeadwayMinutes = v }),
        ("countyHeadwayMinutes", 0, 1440, (p, v) => p with { CountyHeadwayMinutes = v }),
        ("otherHeadwayMinutes", 0, 1440, (p, v) => p with { OtherHeadwayMinutes = v }),
        ("trunkFactor", 0.2, 5, (p, v) => p with { Factors = p.Factors with { Trunk = v } }),
        ("countyFactor", 0.2, 5, (p, v) => p with { Factors = p.Factors with { County = v } }),
        ("otherRoadsFactor", 0.2, 5, (p, v) => p with { Factors = p.Factors with { OtherRoads = v } }),
        ("ferryFactor", 0.2, 5, (p, v) => p with { Factors = p.Factors with { Ferry = v } }),
        ("offRoadKmh", 1, 100, (p, v) => p with { OffRoadKmh = v }),
        ("maximumOffRoadMetres", 0, 100_000, (p, v) => p with { MaximumOffRoadMetres = v }),
        ("maximumSeaMetres", 0, 100_000, (p, v) => p with { MaximumSeaMetres = v }),
        ("maximumDirectMetres", 0, 100_000, (p, v) => p with { MaximumDirectMetres = v }),
    ];

    /// <summary>Reads the object; null is the profile as it is, in summer.</summary>
    public static (TravelProfile Profile, WinterSeason? Winter, bool AreMinutesEstimated) Read(LocatedJson? value, string file, Findings findings)
    {
        TravelProfile profile = TravelProfile.Car;
        if (value is null) return (profile, null, false);
        var travel = new JsonObject(
            value, file, findings, ["profile", "standard", "ferryWait", "season", WinterSlower, PassengerBoats, MinutesEstimated, .. Numbers.Select(n => n.Key)]);
        var profileRemedy = new Phrase("case.profile.remedy", profile.Name);
        if (travel.OptionalText("profile", profileRemedy) is { } name && name != profile.Name)
            travel.Error(travel.PlaceOf("profile"), new Phrase("case.unknown-value", "profile", name), profileRemedy);
        var standardRemedy = new Phrase("case.standard.remedy");
        if (travel.OptionalText("standard", standardRemedy) is { } standard)
        {
            if (standard == "signposted") profile = TravelProfile.Signposted;
            else if (standard != "driven") travel.Error(travel.PlaceOf("standard"), new Phrase("case.unknown-value", "standard", standard), standardRemedy);
        }
        var waitRemedy = new Phrase("case.ferry-wait.remedy");
        if (travel.OptionalText("ferryWait", waitRemedy) is { } wait)
        {
            if (FerryWait.TryParse(wait, out FerryWait parsed)) profile = profile with { FerryWait = parsed };
            else travel.Error(travel.PlaceOf("ferryWait"), new Phrase("case.unknown-value", "ferryWait", wait), waitRemedy);
        }
        var seasonRemedy = new Phrase("case.season.remedy");
        string season = travel.OptionalText("season", seasonRemedy) ?? Summer;
        if (season is not (Summer or Winter))
            travel.Error(travel.PlaceOf("season"), new Phrase("case.unknown-value", "season", season), seasonRemedy);
        double? slower = travel.Number(WinterSlower, 0, 200, new Phrase("case.travel-number.remedy", 0, 200));
        profile = profile with { UsesPassengerBoats = Flag(travel, PassengerBoats) };
        foreach ((string key, double least, double most, Func<TravelProfile, double, TravelProfile> with) in Numbers)
        {
            if (travel.Number(key, least, most, new Phrase("case.travel-number.remedy", least, most)) is { } number)
                profile = with(profile, number);
        }
        return (profile, season == Winter ? WinterSeason.For([], slower) : null, Flag(travel, MinutesEstimated));
    }

    /// <summary>True or false; false where the case does not say.</summary>
    private static bool Flag(JsonObject travel, string key)
    {
        if (travel.Find(key) is not { } flag) return false;
        if (flag.Kind is not (JsonTokenType.True or JsonTokenType.False))
            travel.Error(flag.Place, new Phrase("table.not-a-flag", key, flag.Text), new Phrase("case.json-flag.remedy"));
        return flag.Kind == JsonTokenType.True;
    }
}
