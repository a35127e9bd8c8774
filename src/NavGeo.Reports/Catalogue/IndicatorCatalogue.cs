using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Catalogue;

/// <summary>
/// Every number that is told of a structure in a comparison, its municipalities and its sites, in the order of all tables.
/// Screen, CSV, XLSX, JSON, pages, report, sheets and the meeting's answers are written from it: a new indicator is one line
/// here and its phrases.
/// </summary>
public static class IndicatorCatalogue
{
    /// <summary>Offices and sites that are open.</summary>
    public static readonly IndicatorGroup Size = new("size", IndicatorLevel.Structure, IsCounted: false,
    [
        new("offices", IndicatorUnit.Number, Direction.None, s => s.Offices?.Count) { Prominence = Prominence.Pages },
        new("leaders", IndicatorUnit.Number, Direction.None, s => s.Leaders),
        new("open_sites", IndicatorUnit.Number, Direction.None, s => s.Structure?.OpenSites.Count) { Prominence = Prominence.Pages },
    ]);

    /// <summary>How people reach the nearest open site.</summary>
    public static readonly IndicatorGroup Access = new("access", IndicatorLevel.Site, IsCounted: true,
    [
        new("people", IndicatorUnit.Number, Direction.None, s => s.Access.People),
        new("served", IndicatorUnit.People, Direction.More, s => s.Access.Served),
        new("without_access", IndicatorUnit.People, Direction.Less, s => s.Access.WithoutAccess) { Prominence = Prominence.Sheets },
        .. AccessIndicators.Thresholds.Select((minutes, t) => new Indicator($"within_{minutes}_min", IndicatorUnit.PartOfPeople, Direction.More, s => s.Access.PeopleWithin[t])
        {
            Part = s => s.Access.ShareWithin(t), Member = "people_within", Words = "within", Named = [minutes], Prominence = minutes == 30 ? Prominence.Sheets : Prominence.Pages,
        }),
        Served("mean_min", IndicatorUnit.Minutes, Direction.Less, a => a.MeanMinutes) with { Prominence = Prominence.Sheets, TellsCutOff = true },
        Served("median_min", IndicatorUnit.Time, Direction.Less, a => a.Median?.Minutes),
        Served("p90_min", IndicatorUnit.Time, Direction.Less, a => a.P90?.Minutes) with { Prominence = Prominence.Pages },
        Served("p95_min", IndicatorUnit.Time, Direction.Less, a => a.P95?.Minutes),
        Served("longest_min", IndicatorUnit.Time, Direction.Less, a => a.Longest?.Minutes) with { Prominence = Prominence.Sheets },
        Served("worst_tenth_min", IndicatorUnit.Minutes, Direction.Less, a => a.WorstTenthMinutes),
        // All travelling equally far is not better than some travelling less.
        Served("gini", IndicatorUnit.Ratio, Direction.None, a => a.Gini),
    ]);

    /// <summary>Who gains and who loses against the baseline.</summary>
    public static readonly IndicatorGroup Change = new("change", IndicatorLevel.Municipality, IsCounted: true,
    [
        new("gain", IndicatorUnit.People, Direction.More, s => s.Change?.Gain) { Prominence = Prominence.Pages },
        new("lose", IndicatorUnit.People, Direction.Less, s => s.Change?.Lose) { Prominence = Prominence.Pages },
        new("unchanged", IndicatorUnit.People, Direction.None, s => s.Change?.Unchanged),
        new("still_without_access", IndicatorUnit.People, Direction.None, s => s.Change?.StillWithout),
        new("lose_access", IndicatorUnit.People, Direction.Less, s => s.Change?.LoseAccess) { Prominence = Prominence.Pages },
        new("gain_access", IndicatorUnit.People, Direction.More, s => s.Change?.GainAccess) { Prominence = Prominence.Pages },
        new("person_hours_one_way", IndicatorUnit.PersonHours, Direction.Less, s => s.Change?.PersonMilliseconds / 3_600_000.0) { Member = "person_milliseconds" },
        new("worst_increase_min", IndicatorUnit.Time, Direction.Less, s => s.Change?.WorstMilliseconds / 60_000.0) { Member = "worst_milliseconds" },
    ]);

    /// <summary>Days a week that the site people go to is open.</summary>
    public static readonly IndicatorGroup Days = new("opening_days", IndicatorLevel.Municipality, IsCounted: true,
    [
        new("mean_open_days", IndicatorUnit.Days, Direction.More, s => s.Ledger?.MeanOpenDays) { Shared = s => s.Ledger?.SharedOpenDays ?? (null, null) },
        new("fewer_days", IndicatorUnit.People, Direction.Less, s => s.Ledger?.FewerDays.People) { Member = "people_fewer_days" },
        new("more_days", IndicatorUnit.People, Direction.More, s => s.Ledger?.MoreDays.People) { Member = "people_more_days" },
        new("week_mean_min", IndicatorUnit.Minutes, Direction.Less, s => s.OverTheWeek?.MeanMinutes)
        {
            Shared = s => (s.SharedOverTheWeek.Before?.MeanMinutes, s.SharedOverTheWeek.After?.MeanMinutes),
        },
    ]);

    /// <summary>The means that may be held against each other: of those who have access under the baseline and here.</summary>
    public static readonly IndicatorGroup SamePeople = new("same_people", IndicatorLevel.Municipality, IsCounted: true,
    [
        new("mean_before_min", IndicatorUnit.Minutes, Direction.None, s => s.Shared.Before?.MeanMinutes),
        new("mean_after_min", IndicatorUnit.Minutes, Direction.None, s => s.Shared.After?.MeanMinutes),
    ]);

    /// <summary>Links people cannot do without.</summary>
    public static readonly IndicatorGroup Links = new("people_by_link", IndicatorLevel.Municipality, IsCounted: true,
    [
        Link("by_road", LinkReach.ByRoad, Direction.None), Link("only_by_ferry", LinkReach.OnlyByFerry, Direction.None),
        Link("only_by_passenger_boat", LinkReach.OnlyByPassengerBoat, Direction.None), Link("without_link", LinkReach.WithoutLink, Direction.Less),
    ]);

    /// <summary>The offices as units of people.</summary>
    public static readonly IndicatorGroup Offices = new("office_sizes", IndicatorLevel.Structure, IsCounted: false,
    [
        new("smallest_office_people", IndicatorUnit.Number, Direction.More, s => s.Offices?.Select(o => (long?)o.Inhabitants).DefaultIfEmpty().Min()) { Prominence = Prominence.Pages },
        new("smallest_office_fte", IndicatorUnit.Staff, Direction.More, s => s.Offices?.All(o => o.FullTimeEquivalents is not null) == true ? (double?)s.Offices.Select(o => o.FullTimeEquivalents).DefaultIfEmpty().Min() : null) { Prominence = Prominence.Pages },
        new("offices_without_fte", IndicatorUnit.Number, Direction.None, s => s.Offices?.Count(o => o.FullTimeEquivalents is null)),
    ]);

    /// <summary>The staff.</summary>
    public static readonly IndicatorGroup Staff = new("staff", IndicatorLevel.Structure, IsCounted: false,
    [
        new("smallest_office", IndicatorUnit.Staff, Direction.More, s => (double?)s.Staffing?.Smallest),
        new("offices_below_minimum", IndicatorUnit.Number, Direction.Less, s => s.Staffing?.OfficesBelowMinimum),
        new("offices_not_counted", IndicatorUnit.Number, Direction.None, s => s.Staffing?.OfficesNotCounted),
        new("isolated_in_offices", IndicatorUnit.Staff, Direction.Less, s => (double?)s.Staffing?.IsolatedInOffices),
        new("isolated_at_sites", IndicatorUnit.Staff, Direction.Less, s => (double?)s.Staffing?.IsolatedAtSites) { IsEstimated = s => IsEstimate(s.Staffing?.MovesWithSites) },
        Moved("moved_with_sites_fte", s => s.MovesWithSites), Moved("moved_if_gathered_fte", s => s.MovesIfGathered),
    ]);

    /// <summary>What municipalities have to say in their offices.</summary>
    public static readonly IndicatorGroup Influence = new("influence", IndicatorLevel.Structure, IsCounted: false,
    [
        Hosted("hosted_elsewhere_people", m => m.IsHostedElsewhere), Hosted("host_open_people", m => m.IsHostOpen),
        Least("least_host_share", m => m.HostShare), Least("least_inhabitant_share", m => m.InhabitantShare), Least("least_vote_share", m => m.VoteShare),
    ]);

    /// <summary>All groups.</summary>
    public static readonly IReadOnlyList<IndicatorGroup> Groups = [Size, Access, Change, Days, SamePeople, Links, Offices, Staff, Influence];

    private static readonly Dictionary<string, Indicator> ByKey = Groups.SelectMany(g => g.Indicators).ToDictionary(i => i.Key, StringComparer.Ordinal);

    /// <summary>All that are told of a structure, of its municipalities or of its sites.</summary>
    /// <param name="level">Of which of them.</param>
    /// <param name="prominence">At least this prominent.</param>
    public static IEnumerable<Indicator> Of(IndicatorLevel level, Prominence prominence = Prominence.Tables) =>
        Groups.Where(g => g.Finest >= level).SelectMany(g => g.Indicators).Where(i => i.Prominence >= prominence);

    /// <summary>The indicator with this key; null where there is none.</summary>
    public static Indicator? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>Structures side by side, an indicator a row, its title first; what no structure has is left out.</summary>
    /// <param name="compared">The structures.</param>
    /// <param name="book">In which language.</param>
    /// <param name="prominence">Those at least this prominent.</param>
    public static IEnumerable<string[]> Rows(IReadOnlyList<ComparedStructure> compared, Phrasebook book, Prominence prominence = Prominence.Tables)
    {
        IndicatorSubject[] subjects = [.. compared.Select(c => IndicatorSubject.Of(c))];
        return Of(IndicatorLevel.Structure, prominence).Where(i => Array.Exists(subjects, s => i.Value(s) is not null))
            .Select(string[] (i) => [i.Title(book), .. subjects.Select(subject => i.Cell(subject, book))]);
    }

    private static Indicator Served(string key, IndicatorUnit unit, Direction better, Func<AccessIndicators, double?> value) =>
        new(key, unit, better, s => value(s.Access))
        {
            Shared = s => (s.Shared.Before is { } before ? value(before) : null, s.Shared.After is { } after ? value(after) : null),
        };

    private static Indicator Link(string key, LinkReach reach, Direction better) => new(key, IndicatorUnit.People, better, s => s.Reached(reach));

    private static Indicator Moved(string key, Func<StructureStaffing, IReadOnlyList<StaffMove>> moves) =>
        new(key, IndicatorUnit.Staff, Direction.None, s => s.Staffing is { } staff ? (double)moves(staff).Sum(m => m.Equivalents) : null)
        {
            IsEstimated = s => IsEstimate(s.Staffing is { } staff ? moves(staff) : null),
        };

    private static bool IsEstimate(IReadOnlyList<StaffMove>? moves) => moves?.Any(m => m.IsEstimate) == true;

    private static Indicator Hosted(string key, Func<MunicipalInfluence, bool> isMeant) =>
        new(key, IndicatorUnit.People, Direction.None, s => s.Influence?.Where(isMeant).Sum(m => (long)m.Municipality.Population));

    private static Indicator Least(string key, Func<MunicipalInfluence, decimal?> share) =>
        new(key, IndicatorUnit.Share, Direction.None, s => (double?)s.Influence?.Select(share).DefaultIfEmpty().Min()); // nobody has a share in a case without inhabitants
}

/// <summary>Indicators of one thing.</summary>
/// <param name="Member">Of JSON.</param>
/// <param name="Finest">Of what they are told at the finest.</param>
/// <param name="IsCounted">
/// Whether they are counted from the people at places, whom a publication rounds where few live; else they come from tables
/// that are published as they are.
/// </param>
/// <param name="Indicators">In the order of tables.</param>
public sealed record IndicatorGroup(string Member, IndicatorLevel Finest, bool IsCounted, IReadOnlyList<Indicator> Indicators);

/// <summary>Of what an indicator is told.</summary>
public enum IndicatorLevel
{
    /// <summary>Of a whole structure.</summary>
    Structure = 0,

    /// <summary>Of each municipality too.</summary>
    Municipality,

    /// <summary>Of those each site serves, too.</summary>
    Site,
}
