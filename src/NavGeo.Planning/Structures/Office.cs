namespace NavGeo.Planning.Structures;

/// <summary>
/// NAV-kontor: the organisational unit with leader, staff and budget. It serves municipalities and runs sites.
/// </summary>
/// <param name="Name">Unique in its structure.</param>
/// <param name="Host">Kommunenummer of the vertskommune; null where no municipality hosts for another.</param>
/// <param name="Municipalities">Kommunenumre it is responsible for.</param>
/// <param name="Sites">Ids of the sites it keeps open.</param>
public sealed record Office(
    string Name, string? Host, IReadOnlyList<string> Municipalities, IReadOnlyList<string> Sites)
{
    /// <summary>Days a week each site is open, in the order of <see cref="Sites"/>: 0 to 5, 5 where nothing is said.</summary>
    public IReadOnlyList<double> OpenDays { get; init; } = [.. Sites.Select(_ => 5.0)];

    /// <summary>Which days each site is open, in the order of <see cref="Sites"/>; null where only their count is given.</summary>
    public IReadOnlyList<Weekdays>? GivenWeekdays { get; init; }

    /// <summary>Whether somewhere the days are <see cref="WeekdayCode.Assumed"/> from their count.</summary>
    public bool AreWeekdaysAssumed => GivenWeekdays is null && OpenDays.Any(days => days is > 0 and <= 4);

    /// <summary>The days the site with this index in <see cref="Sites"/> is open.</summary>
    public Weekdays WeekdaysOf(int site) => GivenWeekdays?[site] ?? WeekdayCode.Assumed(OpenDays[site]);
}
