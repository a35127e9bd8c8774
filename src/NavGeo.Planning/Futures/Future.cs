using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Robustness;
using NavGeo.Routing.Edits;

namespace NavGeo.Planning.Futures;

/// <summary>Something that may come, whichever structure is chosen: other people, another season, other roads. Immutable.</summary>
/// <param name="Id">Short and unique among the futures of a case.</param>
/// <param name="Name">As users see it.</param>
public sealed record Future(string Id, Names Name)
{
    /// <summary>The table they stand in.</summary>
    public const string FileName = "futures.csv";

    /// <summary>So many of the closures of a usual year are asked about where the case has no table of its own.</summary>
    private const int MostClosures = 5;

    /// <summary>The year the people are of; null for those of the case.</summary>
    public int? Year { get; init; }

    /// <summary>People of each municipality of the case that year, spread as those who live there; null for those of the case.</summary>
    public IReadOnlyList<long?>? Totals { get; init; }

    /// <summary>The season; null for that of the case.</summary>
    public bool? IsWinter { get; init; }

    /// <summary>Whether the planned roads of the case's own table are open.</summary>
    public bool UsesPlanned { get; init; }

    /// <summary>What is different on the roads.</summary>
    public IReadOnlyList<Edit> Edits { get; init; } = [];

    /// <summary>Where it is written; null where NavGeo made it.</summary>
    public (string File, string Line)? Written { get; init; }

    /// <summary>The case as it is: what every other future is held against.</summary>
    public static Future Now { get; } = Named("now", "futures.now");

    /// <summary>
    /// What may come to a case that has no table of its own: the other season, its planned roads open, each of the closures of a
    /// usual year for good, and the years it has people of.
    /// </summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="hasPlanned">Whether it has planned roads.</param>
    /// <param name="years">Years with people of each municipality.</param>
    public static IReadOnlyList<Future> Usual(PlanningCase planningCase, bool hasPlanned, IEnumerable<(int Year, IReadOnlyList<long?> Totals)> years)
    {
        bool isWinter = planningCase.StandingEdits.OfType<WinterSeason>().Any();
        var futures = new List<Future> { isWinter ? Named("summer", "futures.summer") with { IsWinter = false } : Named("winter", "futures.winter") with { IsWinter = true } };
        if (hasPlanned) futures.Add(Named("planned", "futures.planned") with { UsesPlanned = true });
        foreach ((int i, ExpectedClosure closure) in planningCase.Figures.Closures.OrderByDescending(c => c.HoursAYear).Take(MostClosures).Index())
            futures.Add(Named(FormattableString.Invariant($"closed-{i + 1}"), "futures.closed", closure.Name) with { Edits = [ClosureExpectation.EditOf(closure)] });
        futures.AddRange(years.Select(y => Named(FormattableString.Invariant($"{y.Year}"), "futures.year", FormattableString.Invariant($"{y.Year}")) with { Year = y.Year, Totals = y.Totals }));
        return futures;
    }

    private static Future Named(string id, string key, params IReadOnlyList<object> values) => new(id, new Names(
        Phrasebook.For(UserLanguage.Bokmaal).Say(key, values), Phrasebook.For(UserLanguage.Nynorsk).Say(key, values), Phrasebook.For(UserLanguage.English).Say(key, values)));
}
