
namespace NavGeo.Planning.Cases;

/// <summary>
/// NAV-kontor: the organisational unit with leader, staff and budget. It serves municipalities and runs sites.
/// </summary>
/// <param name="Name">Unique in its structure.</param>
/// <param name="Host">Kommunenummer of the vertskommune; null where no municipality hosts for another.</param>
/// <param name="Municipalities">Kommunenumre it is responsible for; ids of parts where a municipality is divided.</param>
/// <param name="Sites">Ids of the sites it keeps open.</param>
public sealed record Office(
    string Name, string? Host, IReadOnlyList<string> Municipalities, IReadOnlyList<string> Sites)
{
    /// <summary>Days a week each site is open, in the order of <see cref="Sites"/>: 0 to 5, 5 where nothing is said.</summary>
    public IReadOnlyList<double> OpenDays { get; init; } = [.. Sites.Select(_ => 5.0)];

    /// <summary>Which days each site is open, in the order of <see cref="Sites"/>; null where only their count is given.</summary>
    public IReadOnlyList<Weekdays>? GivenWeekdays { get; init; }

    /// <summary>What each site is, in the order of <see cref="Sites"/>; null where the days alone tell.</summary>
    public IReadOnlyList<SiteKind>? GivenKinds { get; init; }

    /// <summary>What the site with this index in <see cref="Sites"/> is: as given, else full or part-time by its days.</summary>
    public SiteKind KindOf(int site) => GivenKinds?[site] ?? ByDays(OpenDays[site]);

    /// <summary>Whether the site with this index is open at least now and then and staffed.</summary>
    public bool IsOpen(int site) => OpenDays[site] > 0 && KindOf(site).IsStaffed;

    /// <summary>Ids of the sites that are open and staffed, in order.</summary>
    public IEnumerable<string> OpenSites => Sites.Where((_, i) => IsOpen(i));

    /// <summary>Whether the office serves a municipality or a part: itself, or the whole municipality it is a part of.</summary>
    public bool Serves(Municipality area) =>
        Municipalities.Contains(area.Number, StringComparer.Ordinal)
        || (area.PartOf is { } whole && Municipalities.Contains(whole, StringComparer.Ordinal));

    /// <summary>Whether somewhere the days are <see cref="WeekdayCode.Assumed"/> from their count.</summary>
    public bool AreWeekdaysAssumed => GivenWeekdays is null && OpenDays.Any(days => days is > 0 and <= 4);

    /// <summary>The days the site with this index in <see cref="Sites"/> is open.</summary>
    public Weekdays WeekdaysOf(int site) => GivenWeekdays?[site] ?? WeekdayCode.Assumed(OpenDays[site]);

    /// <summary>The office with a site open so many days a week, taken over if it was not its own. Which days is assumed.</summary>
    public Office WithSite(string site, double days)
    {
        int at = Sites.ToList().IndexOf(site);
        if (at < 0)
        {
            return WithSitesOf(new Office(Name, Host, Municipalities, [site]) { OpenDays = [days] });
        }
        return this with
        {
            OpenDays = [.. OpenDays.Select((d, i) => i == at ? days : d)],
            GivenWeekdays = GivenWeekdays is null ? null : [.. GivenWeekdays.Select((d, i) => i == at ? WeekdayCode.Assumed(days) : d)],
            GivenKinds = GivenKinds is null ? null : [.. GivenKinds.Select((k, i) => i == at && k.IsStaffed ? ByDays(days) : k)],
        };
    }

    /// <summary>The office with another's sites added to its own, each as it was.</summary>
    public Office WithSitesOf(Office other)
    {
        Office[] both = [this, other];
        return this with
        {
            Sites = [.. Sites, .. other.Sites],
            OpenDays = [.. OpenDays, .. other.OpenDays],
            GivenWeekdays = Array.TrueForAll(both, o => o.GivenWeekdays is null)
                ? null : [.. both.SelectMany(o => o.Sites.Select((_, i) => o.WeekdaysOf(i)))],
            GivenKinds = Array.TrueForAll(both, o => o.GivenKinds is null)
                ? null : [.. both.SelectMany(o => o.Sites.Select((_, i) => o.KindOf(i)))],
        };
    }

    private static SiteKind ByDays(double days) => days < 5 ? SiteKind.PartTime : SiteKind.Full;
}
