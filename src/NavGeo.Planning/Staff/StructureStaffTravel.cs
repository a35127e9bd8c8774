using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Staff;

/// <summary>What the staff of one structure drives in a year.</summary>
public sealed record StructureStaffTravel
{
    /// <summary>The structure.</summary>
    public required Structure Structure { get; init; }

    /// <summary>What turns trips into årsverk and kroner.</summary>
    public required StaffSettings Settings { get; init; }

    /// <summary>The counsellors' trips, in the order of the case.</summary>
    public required IReadOnlyList<StaffTrip> Counsellors { get; init; }

    /// <summary>The leaders' trips between the sites of their office.</summary>
    public required IReadOnlyList<StaffTrip> Leaders { get; init; }

    /// <summary>Trips of counsellors and leaders by road and ferry, the most time first; times are a year's.</summary>
    public required IReadOnlyList<RoadUseRow> Roads { get; init; }

    /// <summary>What the user must know: counsellors in too many municipalities, trips without way, rounds left out.</summary>
    public required IReadOnlyList<Phrase> Findings { get; init; }

    /// <summary>Whether the counsellors' trips are NavGeo's assumption, because the case gives no rounds.</summary>
    public required bool AreCounsellorsAssumed { get; init; }

    /// <summary>Counsellors taken to be on duty at a site on an open day; of meaning where <see cref="AreCounsellorsAssumed"/>.</summary>
    public required decimal CounsellorsOnDuty { get; init; }

    /// <summary>Whether some trips that the structure brings are not in it, because a way or the staff of a municipality is not known.</summary>
    public required bool IsPartUnknown { get; init; }

    /// <summary>Hours a year if nobody's desk is moved: without the trips to be on duty away from one's desk, which are assumed.</summary>
    public double LeastHours => Hours - Counsellors.Where(t => t.Kind == StaffTripKind.AssumedDuty).Sum(t => t.HoursPerYear);

    /// <summary>Hours a year of the counsellors.</summary>
    public double CounsellorHours => Counsellors.Sum(t => t.HoursPerYear);

    /// <summary>Hours a year of the leaders.</summary>
    public double LeaderHours => Leaders.Sum(t => t.HoursPerYear);

    /// <summary>Hours a year of both.</summary>
    public double Hours => CounsellorHours + LeaderHours;

    /// <summary>Kilometres a year of both.</summary>
    public double Kilometres => Counsellors.Concat(Leaders).Sum(t => t.KilometresPerYear);

    /// <summary>Hours a year on ferries and waiting for them.</summary>
    public double FerryHours => HoursOf(r => r.Kind is RoadUseKind.Ferry or RoadUseKind.FerryWait);

    /// <summary>The hours as årsverk.</summary>
    public double FullTimeEquivalents => Hours / Settings.HoursPerFte;

    /// <summary>Kroner a year: hours and kilometres at their rates.</summary>
    public double Kroner => Hours * Settings.KronerPerHour + Kilometres * Settings.KronerPerKilometre;

    /// <summary>Hours a year on one road: "timer på riksvei 7".</summary>
    public double HoursOn(RoadNumber road) => HoursOf(r => r.Kind == RoadUseKind.Road && r.Road == road);

    private double HoursOf(Func<RoadUseRow, bool> isMeant) => Roads.Where(isMeant).Sum(r => r.Milliseconds) / 3_600_000.0;
}

/// <summary>What users call a row of road use: the road's number, the ferry, the wait for it.</summary>
public static class RoadUseTitle
{
    /// <summary>The title as a phrase, or the road number as it is.</summary>
    public static string Of(RoadUseRow row, Phrasebook texts) => row.Kind switch
    {
        RoadUseKind.Ferry => texts.Say("decisions.ferry", row.Name ?? row.Road.ToString()),
        RoadUseKind.FerryWait => texts.Say("cli.staff.wait"),
        RoadUseKind.OffRoad => texts.Say("cli.staff.off-road"),
        _ => row.Road.IsNumbered ? row.Road.ToString() : texts.Say(RoadWords.Unnumbered(row.Road.Category)),
    };
}
