using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// The counts of people of one structure as they may be published: in no municipality, at no site and not in all do fewer
/// than a limit stand as a number, nor can they be found from those that do (<see cref="CountTable"/>). The people of a
/// municipality are known and always told. Immutable once made; not safe for several threads.
/// </summary>
public sealed class PublishedCounts
{
    private static readonly LinkReach[] Reaches = [LinkReach.ByRoad, LinkReach.OnlyByFerry, LinkReach.OnlyByPassengerBoat, LinkReach.WithoutLink];
    private static readonly AccessChange NoChange = new()
    {
        People = 0,
        Gain = 0,
        Lose = 0,
        LoseAccess = 0,
        GainAccess = 0,
        PersonMilliseconds = 0,
        WorstMilliseconds = 0,
        PushedBeyond = [],
    };

    private readonly int least;
    private readonly CountTable table;
    private readonly Numbers total;
    private readonly Numbers[] municipalities;
    private readonly Numbers[] sites;

    private PublishedCounts(ComparedStructure compared, int least)
    {
        this.least = least;
        table = new CountTable(least);
        ChangeLedger ledger = compared.Ledger;
        total = Add(compared.Access.Total, ledger.Total, InMunicipalities(compared.Reach));
        municipalities = [.. ledger.Municipalities.Select((row, m) => Add(compared.Access.ByMunicipality[m], row, compared.Reach.ByMunicipality[m]))];
        foreach ((int i, int sum) in total.All.Index()) table.Sum(sum, [.. municipalities.Select(m => m.All[i])]);
        sites = [.. compared.Access.BySite.Select(s => Add(s, null, null))];
        table.Sum(total.Served, [.. sites.Select(s => s.Served)]);
    }

    /// <summary>The counts of a structure.</summary>
    /// <param name="compared">The structure, held against the baseline.</param>
    /// <param name="least">Fewer people than this are not told; 0 or 1 tells all.</param>
    public static PublishedCounts Of(ComparedStructure compared, int least) => new(compared, least);

    /// <summary>The people of every site of a structure, in the case's order, where nothing else of it is published.</summary>
    /// <param name="access">Who goes where.</param>
    /// <param name="least">Fewer people than this are not told; 0 or 1 tells all.</param>
    public static IReadOnlyList<long?> OfSites(StructureAccess access, int least)
    {
        var table = new CountTable(least);
        int[] sites = [.. access.BySite.Select(s => table.Add(s.Served))];
        table.Sum(CountTable.Known, [.. sites, table.Add(access.Total.WithoutAccess)]);
        return [.. sites.Select(table.Told)];
    }

    /// <summary>The whole case.</summary>
    public PublishedRow Total => Row(total);

    /// <summary>A municipality, by its index in the case; below 0 the whole case.</summary>
    public PublishedRow InMunicipality(int municipality) => municipality < 0 ? Total : Row(municipalities[municipality]);

    /// <summary>The people of a site, by its index in the case.</summary>
    public PublishedRow AtSite(int site) => Row(sites[site]);

    private static Dictionary<LinkReach, long> InMunicipalities(StructureReach reach) =>
        Reaches.ToDictionary(r => r, r => reach.ByMunicipality.Sum(m => m[r]));

    /// <summary>Adds the counts of a group and says what adds up to what.</summary>
    private Numbers Add(AccessIndicators access, LedgerRow? ledger, IReadOnlyDictionary<LinkReach, long>? reach)
    {
        AccessChange change = ledger?.Change ?? NoChange;
        var numbers = new Numbers
        {
            Served = table.Add(access.Served),
            Without = table.Add(access.WithoutAccess),
            Classes = [.. Enumerable.Range(0, access.PeopleWithin.Count + 1).Select(i => table.Add(InClass(access, i)))],
            Unchanged = table.Add(change.Unchanged),
            Lose = table.Add(change.Lose),
            Gain = table.Add(change.Gain),
            LoseAccess = table.Add(change.LoseAccess),
            GainAccess = table.Add(change.GainAccess),
            Worse = table.Add(change.Lose + change.LoseAccess),
            Better = table.Add(change.Gain + change.GainAccess),
            Longer = [.. (ledger?.Longer ?? []).Select(table.Add)],
            Shorter = [.. (ledger?.Shorter ?? []).Select(table.Add)],
            FewerDays = table.Add(ledger?.FewerDays.People ?? 0),
            MoreDays = table.Add(ledger?.MoreDays.People ?? 0),
            SameDays = table.Add(ledger is null ? 0 : change.People - ledger.FewerDays.People - ledger.MoreDays.People),
            Reach = [.. Reaches.Select(r => table.Add(reach?[r] ?? 0))],
        };
        table.Sum(numbers.Served, numbers.Classes);
        if (ledger is null) return numbers;
        table.Sum(CountTable.Known, numbers.Served, numbers.Without);
        table.Sum(CountTable.Known, numbers.Unchanged, numbers.Lose, numbers.Gain, numbers.LoseAccess, numbers.GainAccess);
        table.Sum(numbers.Worse, numbers.Lose, numbers.LoseAccess);
        table.Sum(numbers.Better, numbers.Gain, numbers.GainAccess);
        table.Sum(numbers.Lose, numbers.Longer);
        table.Sum(numbers.Gain, numbers.Shorter);
        table.Sum(CountTable.Known, numbers.FewerDays, numbers.MoreDays, numbers.SameDays);
        table.Sum(CountTable.Known, numbers.Reach);
        return numbers;
    }

    /// <summary>People between two of the limits of time; the last class is of those beyond all.</summary>
    private static long InClass(AccessIndicators access, int index) =>
        (index < access.PeopleWithin.Count ? access.PeopleWithin[index] : access.Served) - (index == 0 ? 0 : access.PeopleWithin[index - 1]);

    private PublishedRow Row(Numbers numbers) => new()
    {
        Served = table.Told(numbers.Served),
        WithoutAccess = table.Told(numbers.Without),
        Within = Within(numbers.Classes),
        Unchanged = table.Told(numbers.Unchanged),
        Lose = table.Told(numbers.Lose),
        Gain = table.Told(numbers.Gain),
        LoseAccess = table.Told(numbers.LoseAccess),
        GainAccess = table.Told(numbers.GainAccess),
        Worse = table.Told(numbers.Worse),
        Better = table.Told(numbers.Better),
        Longer = [.. numbers.Longer.Select(table.Told)],
        Shorter = [.. numbers.Shorter.Select(table.Told)],
        FewerDays = table.Told(numbers.FewerDays),
        MoreDays = table.Told(numbers.MoreDays),
        Reach = Reaches.Index().ToDictionary(r => r.Item, r => table.Told(numbers.Reach[r.Index])),
    };

    /// <summary>Each sum up to a limit, where what lies between it and the last one told, and what is left beyond, holds no number that is not told.</summary>
    private long?[] Within(int[] classes)
    {
        var within = new long?[classes.Length - 1];
        (long sum, int from) = (0, 0);
        for (int limit = 0; limit < within.Length; limit++)
        {
            sum += table.Count(classes[limit]);
            if (!IsSafe(classes.AsSpan(from, limit + 1 - from)) || !IsSafe(classes.AsSpan(limit + 1))) continue;
            within[limit] = sum;
            from = limit + 1;
        }
        return within;
    }

    private bool IsSafe(ReadOnlySpan<int> classes)
    {
        (int count, long people) = (0, 0L);
        foreach (int each in classes)
        {
            if (table.IsHidden(each)) (count, people) = (count + 1, people + table.Count(each));
        }
        return count == 0 || (count > 1 && people >= least);
    }

    /// <summary>Where the counts of a group stand in the table.</summary>
    private sealed record Numbers
    {
        public required int Served { get; init; }

        public required int Without { get; init; }

        public required int[] Classes { get; init; }

        public required int Unchanged { get; init; }

        public required int Lose { get; init; }

        public required int Gain { get; init; }

        public required int LoseAccess { get; init; }

        public required int GainAccess { get; init; }

        public required int Worse { get; init; }

        public required int Better { get; init; }

        public required int[] Longer { get; init; }

        public required int[] Shorter { get; init; }

        public required int FewerDays { get; init; }

        public required int MoreDays { get; init; }

        public required int SameDays { get; init; }

        public required int[] Reach { get; init; }

        /// <summary>All of them, in the same order for every group.</summary>
        public int[] All =>
        [
            Served, Without, .. Classes, Unchanged, Lose, Gain, LoseAccess, GainAccess, Worse, Better, .. Longer, .. Shorter, FewerDays, MoreDays, SameDays,
            .. Reach,
        ];
    }
}

/// <summary>The counts of people of one municipality, one site or the whole case, as they are published; null is a number that is not told.</summary>
public sealed record PublishedRow
{
    /// <summary>Those who reach an open site.</summary>
    public required long? Served { get; init; }

    /// <summary>Those who reach none.</summary>
    public required long? WithoutAccess { get; init; }

    /// <summary>People within each of <see cref="AccessIndicators.Thresholds"/>; not told where a number between two of them would follow.</summary>
    public required IReadOnlyList<long?> Within { get; init; }

    /// <summary>Neither longer nor shorter, nor access lost or gained.</summary>
    public required long? Unchanged { get; init; }

    /// <summary>With a longer way.</summary>
    public required long? Lose { get; init; }

    /// <summary>With a shorter way.</summary>
    public required long? Gain { get; init; }

    /// <summary>Had access and have none any more.</summary>
    public required long? LoseAccess { get; init; }

    /// <summary>Had none and get it.</summary>
    public required long? GainAccess { get; init; }

    /// <summary>A longer way or none any more.</summary>
    public required long? Worse { get; init; }

    /// <summary>A shorter way, or one where there was none.</summary>
    public required long? Better { get; init; }

    /// <summary>Those with a longer way by <see cref="ChangeScale"/>.</summary>
    public required IReadOnlyList<long?> Longer { get; init; }

    /// <summary>Those with a shorter way by <see cref="ChangeScale"/>.</summary>
    public required IReadOnlyList<long?> Shorter { get; init; }

    /// <summary>Whose site is open fewer days.</summary>
    public required long? FewerDays { get; init; }

    /// <summary>Whose site is open more days.</summary>
    public required long? MoreDays { get; init; }

    /// <summary>By what they depend on to reach an open site; those outside all municipalities are not among them.</summary>
    public required IReadOnlyDictionary<LinkReach, long?> Reach { get; init; }

    /// <summary>Whether a sum over those with a longer way may be told: hours of one person would tell how many there are.</summary>
    public bool TellsMore => Lose is not null;

    /// <summary>The same for those with a shorter way.</summary>
    public bool TellsLess => Gain is not null;
}
