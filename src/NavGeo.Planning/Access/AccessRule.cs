using System.Diagnostics.CodeAnalysis;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Access;

/// <summary>
/// Which sites people may go to, as users write it: <c>nearest</c>, <c>own-office</c>, <c>opening-days</c>,
/// <c>today:ti</c>, <c>appointment</c> or <c>video</c>.
/// </summary>
/// <remarks>
/// <c>opening-days</c> is the expected time of somebody who comes on any of the five weekdays with equal chance and goes
/// to the nearest site open that day. Days on which no site can be reached are not averaged in; they are counted beside
/// the time.
/// </remarks>
public sealed record AccessRule
{
    private const string TodayPrefix = "today:";

    private AccessRule(AccessRuleKind kind, Weekdays day)
    {
        Kind = kind;
        Day = day;
    }

    /// <summary>The nearest open site, whoever runs it.</summary>
    public static AccessRule Nearest { get; } = new(AccessRuleKind.Nearest, Weekdays.None);

    /// <summary>The nearest open site of one's own office: many may not choose freely.</summary>
    public static AccessRule OwnOffice { get; } = new(AccessRuleKind.OwnOffice, Weekdays.None);

    /// <summary>The mean over the weekdays.</summary>
    public static AccessRule OpeningDays { get; } = new(AccessRuleKind.OpeningDays, Weekdays.None);

    /// <summary>The nearest place one can be met at, meeting rooms included.</summary>
    public static AccessRule Appointment { get; } = new(AccessRuleKind.Appointment, Weekdays.None);

    /// <summary>The nearest place one can be met at, meeting rooms and video points included.</summary>
    public static AccessRule Video { get; } = new(AccessRuleKind.Video, Weekdays.None);

    /// <summary>What is held against what.</summary>
    public AccessRuleKind Kind { get; }

    /// <summary>The day of <see cref="AccessRuleKind.Today"/>.</summary>
    public Weekdays Day { get; }

    /// <summary>As users write it and files print it.</summary>
    public string Name => Kind switch
    {
        AccessRuleKind.Nearest => "nearest",
        AccessRuleKind.OwnOffice => "own-office",
        AccessRuleKind.OpeningDays => "opening-days",
        AccessRuleKind.Appointment => "appointment",
        AccessRuleKind.Video => "video",
        _ => TodayPrefix + WeekdayCode.Of(Day),
    };

    /// <summary>The nearest site open on a day.</summary>
    public static AccessRule Today(Weekdays day) => WeekdayCode.Count(day) == 1
        ? new AccessRule(AccessRuleKind.Today, day)
        : throw new ArgumentException("one day", nameof(day));

    /// <summary>Reads a rule as users write it.</summary>
    /// <returns>False where the text is none of them.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AccessRule? rule)
    {
        string written = (text ?? "").Trim().ToLowerInvariant();
        rule = ((AccessRule[])[Nearest, OwnOffice, OpeningDays, Appointment, Video]).FirstOrDefault(r => r.Name == written);
        if (rule is not null || !written.StartsWith(TodayPrefix, StringComparison.Ordinal)) return rule is not null;
        if (WeekdayCode.TryParse(written[TodayPrefix.Length..], out Weekdays day) && WeekdayCode.Count(day) == 1) rule = Today(day);
        return rule is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Which sites people may go to.</summary>
public enum AccessRuleKind : byte
{
    /// <summary>Any site that is open some day of the week.</summary>
    Nearest = 0,

    /// <summary>Only the sites of the office that is responsible for one's municipality.</summary>
    OwnOffice,

    /// <summary>Each of the five weekdays any site that is open that day.</summary>
    OpeningDays,

    /// <summary>Any site that is open on one given weekday.</summary>
    Today,

    /// <summary>Any site that is open some day of the week or has a meeting room one can be met in by appointment.</summary>
    Appointment,

    /// <summary>The same, or a point with a screen.</summary>
    Video,
}

/// <summary>Which sites people were sent to, in words, and whether that rests on weekdays nobody gave.</summary>
public static class AccessRuleText
{
    /// <summary>One or more sentences.</summary>
    /// <param name="structures">Measured under the same rule; at least one.</param>
    public static IReadOnlyList<Phrase> Of(IReadOnlyList<StructureAccess> structures)
    {
        AccessRule rule = structures[0].Rule;
        List<Phrase> sentences = rule.Kind switch
        {
            AccessRuleKind.Today => [new Phrase("cli.compare.rule.today", WeekdayCode.Of(rule.Day))],
            AccessRuleKind.OpeningDays => [.. structures.Select(s => new Phrase("cli.compare.rule.opening-days", s.PersonDaysWithout, s.Structure.Id))],
            _ => [new Phrase("cli.compare.rule." + rule.Name)],
        };
        bool goesByDay = rule.Kind is AccessRuleKind.Today or AccessRuleKind.OpeningDays;
        if (goesByDay && structures.Any(s => s.Structure.Offices.Any(o => o.AreWeekdaysAssumed)))
            sentences.Add(new Phrase("cli.compare.weekdays-assumed"));
        return sentences;
    }
}

/// <summary>What kind of minutes a case's times are and how far they are off, in words.</summary>
public static class MinutesText
{
    /// <summary>The sentences. Where no road's time rests on a limit both standards say the same, and nothing was measured.</summary>
    public static Phrase Of(PlanningCase planningCase)
    {
        if (planningCase.Profile.OwnPaceKmh is { } pace) return new Phrase("cli.compare.by-" + planningCase.Profile.Name, pace);
        object[] measured = [MinutesError.Times, MinutesError.Mean, MinutesError.Median, MinutesError.P90, MinutesError.FerryMean];
        return RestsOnLimits(planningCase)
            ? new Phrase(
                "cli.standard.both", new Phrase("cli.standard." + TravelStandards.NameOf(planningCase.Profile.Standard)), new Phrase("cli.standard.error", measured))
            : new Phrase("cli.standard.not-held", measured);
    }

    /// <summary>The error in few words, to stand under a headline figure.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="usesFerries">Whether somebody has a ferry on the way; null for whether there is any.</param>
    public static Phrase ShortOf(PlanningCase planningCase, bool? usesFerries = null) => planningCase.Profile.OwnPaceKmh is { } pace ? new Phrase("cli.standard.own-pace-short", pace) : new Phrase(
        (RestsOnLimits(planningCase) ? "cli.standard.error-short" : "cli.standard.not-held-short")
            + (usesFerries ?? planningCase.Roads.EdgeKinds.ContainsAny(LinkKind.CarFerry, LinkKind.PassengerBoat) ? "-ferry" : ""), MinutesError.Mean, MinutesError.FerryMean);

    /// <summary>The key of a text that names how people travel: its own for who walks or cycles.</summary>
    public static string KeyFor(string key, PlanningCase planningCase) => planningCase.Profile.OwnPaceKmh is null ? key : $"{key}.{planningCase.Profile.Name}";

    private static bool RestsOnLimits(PlanningCase planningCase) => planningCase.Roads.Column(EdgeTable.Driven).ContainsAnyExcept(0f);
}

/// <summary>
/// How far NavGeo's minutes on Kartverket's roads are from official times between municipalities, minutes; the table in
/// docs/method.md, whose test holds these.
/// </summary>
public static class MinutesError
{
    /// <summary>How many official times they were held against.</summary>
    public const int Times = 60;

    /// <summary>Mean of the absolute differences.</summary>
    public const double Mean = 2.0;

    /// <summary>Half of the differences are no larger.</summary>
    public const double Median = 0.8;

    /// <summary>Nine of ten are no larger.</summary>
    public const double P90 = 5.3;

    /// <summary>Mean of those with a ferry on the way.</summary>
    public const double FerryMean = 3.5;
}
