using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using NavGeo.Cli.Help;
using NavGeo.Data.Siting;
using NavGeo.Planning.Language;
using NavGeo.Planning.Siting;

namespace NavGeo.Cli.Options;

/// <summary>What a siting question may ask for, and the question and limits it becomes.</summary>
internal sealed class SitingOptions
{
    /// <summary>Tables with at most so many entries are explained without being asked to.</summary>
    private const long ExplainedAnyway = 200_000;

    private readonly Option<string> model = new("--model") { Description = "p-median, p-center, lscp, mclp, capacitated-p-median or lexicographic.", Required = true };
    private readonly Option<string?> count = new("--p") { Description = "How many sites; 1..6 for each number from 1 to 6." };
    private readonly Option<string?> within = new("--within") { Description = "How far counts as reached: minutes, or the unit of the matrix." };
    private readonly Option<string[]> keep = Ids("--keep", "Sites that must stay.");
    private readonly Option<string[]> forbid = Ids("--forbid", "Sites that must not be.");
    private readonly Option<string[]> today = Ids("--today", "Sites of today; the case's baseline otherwise.");
    private readonly Option<string[]> perArea = Ids("--at-least-one-per", "county, or a column of --areas: at least one site in each.");
    private readonly Option<string?> areas = new("--areas") { Description = "CSV with id (or kommunenummer) and the columns that --at-least-one-per names." };
    private readonly Option<int?> changes = new("--max-changes") { Description = "At most so many changes from today: a closing, an opening or a move is one." };
    private readonly Option<string?> opening = new("--opening-cost") { Description = "Cost of an open site in person-minutes (weight × cost), or a CSV with id,cost." };
    private readonly Option<string?> size = new("--min-size") { Description = "The least weight in the catchment of a site." };
    private readonly Option<string?> capacity = new("--capacity") { Description = "The most weight a site takes, or a CSV with id,capacity." };
    private readonly Option<string> islands = new("--islands") { Description = "own-site or unserved.", DefaultValueFactory = _ => "own-site" };
    private readonly Option<int> seed = new("--seed") { Description = "Kept in the result; nothing in the search is drawn by lot." };
    private readonly Option<double?> seconds = new("--time-limit") { Description = "Seconds; gives the best so far with its bound." };
    private readonly Option<double> gap = new("--gap") { Description = "A gap of this share is good enough, e.g. 0.001; 0 asks for proof." };
    private readonly Option<string> explain = new("--explain")
    {
        Description = "Whether to compute the curve of changes, nearly best sets, prices and closings: auto, yes or no.",
        DefaultValueFactory = _ => "auto",
    };

    public SitingOptions()
    {
        model.AcceptOnlyFromAmong([.. SitingModelName.All]);
        islands.AcceptOnlyFromAmong("own-site", "unserved");
        explain.AcceptOnlyFromAmong("auto", "yes", "no");
    }

    /// <summary>Adds the options to the verb, and what they need of each other.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (ReadOnlySpan<Option>)
            [model, count, within, keep, forbid, today, perArea, areas, changes, opening, size, capacity, islands, seed, seconds, gap, explain])
        {
            verb.Options.Add(option);
        }
        verb.Validators.Add(Check);
    }

    /// <summary>The question about a table.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="table">What it is about.</param>
    /// <param name="baseline">Today's sites where the user names none.</param>
    /// <param name="municipalities">The municipality of each candidate; null where they have none.</param>
    /// <param name="findings">Takes warnings.</param>
    public SitingQuestion Question(
        ParseResult parsed, SitingTable table, IReadOnlyList<int> baseline, IReadOnlyList<string>? municipalities, Findings findings)
    {
        SitingModel asked = SitingModelName.Parse(parsed.GetRequiredValue(model));
        int[] named = Indices(parsed, today, table);
        bool isCapacitated = asked == SitingModel.CapacitatedPMedian;
        return new SitingQuestion
        {
            Model = asked,
            Count = asked == SitingModel.SetCover ? null : Counts(parsed)?.From,
            Within = Number(parsed, within) is { } reach ? (long)decimal.Floor(reach * table.CostScale) : null,
            Keep = Indices(parsed, keep, table),
            Forbid = Indices(parsed, forbid, table),
            Groups = Groups(parsed, table, municipalities, findings),
            Today = named.Length > 0 ? named : baseline,
            MostChanges = parsed.GetValue(changes),
            OpeningCosts = parsed.GetValue(opening) is { } costs
                ? [.. CostMatrixFile.PerSite(costs, "cost", table.SiteIds, 0, findings).Select(c => (long)decimal.Round(c * table.CostScale * table.WeightScale))]
                : null,
            MinimumSize = Number(parsed, size) is { } least ? (long)decimal.Ceiling(least * table.WeightScale) : null,
            Capacities = isCapacitated && parsed.GetValue(capacity) is { } most
                ? [.. CostMatrixFile.PerSite(most, "capacity", table.SiteIds, 0, findings).Select(c => (long)decimal.Floor(c * table.WeightScale))]
                : null,
            Islands = parsed.GetValue(islands) == "unserved" ? IslandRule.Unserved : IslandRule.OwnSite,
        };
    }

    /// <summary>The numbers of sites asked for; null where none is.</summary>
    public (int From, int To)? Counts(ParseResult parsed)
    {
        if (parsed.GetValue(count) is not { } text) return null;
        string[] ends = text.Split("..");
        return TryCount(ends[0], out int from) && TryCount(ends[^1], out int to) && ends.Length <= 2 && from <= to ? (from, to) : null;
    }

    /// <summary>When the search stops.</summary>
    public SearchLimits Limits(ParseResult parsed, Action<double, double>? progress, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        double? most = parsed.GetValue(seconds);
        return new SearchLimits
        {
            Gap = parsed.GetValue(gap),
            ShouldStop = () => cancel.IsCancellationRequested || (most is { } limit && Stopwatch.GetElapsedTime(start).TotalSeconds > limit),
            Progress = progress,
        };
    }

    /// <summary>Whether the question is to be explained.</summary>
    public bool IsExplained(ParseResult parsed, SitingTable table) => parsed.GetValue(explain) switch
    {
        "yes" => true,
        "no" => false,
        _ => (long)table.RowCount * table.SiteCount <= ExplainedAnyway && parsed.GetValue(seconds) is null,
    };

    /// <summary>The seed, to be repeated in the result.</summary>
    public int Seed(ParseResult parsed) => parsed.GetValue(seed);

    private void Check(CommandResult result)
    {
        if (result.GetValue(model) is not { } name || !SitingModelName.All.Contains(name)) return;
        SitingModel asked = SitingModelName.Parse(name);
        string? number = result.GetValue(count);
        bool needsCount = asked is not (SitingModel.SetCover or SitingModel.PMedian) || (asked == SitingModel.PMedian && result.GetValue(opening) is null);
        if (needsCount && number is null) result.AddError(UsageText.Mistake("siting.usage.needs-p", name));
        if (asked == SitingModel.SetCover && number is not null) result.AddError("siting.usage.no-p");
        if (number is not null && (number.Split("..") is not { Length: <= 2 } ends || !Array.TrueForAll(ends, e => TryCount(e, out _))))
            result.AddError(UsageText.Mistake("siting.usage.bad-p", number!));
        string? reach = result.GetValue(within);
        if (asked is SitingModel.SetCover or SitingModel.MaxCover && reach is null) result.AddError(UsageText.Mistake("siting.usage.needs-within", name));
        foreach (Option<string?> option in (ReadOnlySpan<Option<string?>>)[within, size])
        {
            if (result.GetValue(option) is { } text && (!CostMatrixFile.TryNumber(text, out decimal value) || value < 0))
                result.AddError(UsageText.Mistake("siting.usage.not-a-number", option.Name, text));
        }
        if (result.GetValue(changes) is < 0) result.AddError("siting.usage.max-changes");
        if (result.GetValue(gap) is < 0 or > 1) result.AddError("--gap is a share from 0 to 1");
    }

    private static bool TryCount(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;

    private static decimal? Number(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text && CostMatrixFile.TryNumber(text, out decimal value) ? value : null;

    private static Option<string[]> Ids(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };

    private static string[] Split(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(v => v.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static int[] Indices(ParseResult parsed, Option<string[]> option, SitingTable table)
    {
        var indices = new SortedSet<int>();
        foreach (string id in Split(parsed, option))
        {
            int site = Enumerable.Range(0, table.SiteCount).FirstOrDefault(s => table.SiteIds[s] == id, -1);
            if (site < 0)
            {
                throw new InputException(
                    option.Name, null, new Phrase("siting.no-candidate", id),
                    new Phrase("siting.no-candidate.remedy", string.Join(", ", table.SiteIds.Take(12)) + (table.SiteCount > 12 ? ", …" : "")));
            }
            indices.Add(site);
        }
        return [.. indices];
    }

    private List<SitingGroup> Groups(ParseResult parsed, SitingTable table, IReadOnlyList<string>? municipalities, Findings findings)
    {
        var groups = new List<SitingGroup>();
        foreach (string column in Split(parsed, perArea))
        {
            string?[] areaOf = parsed.GetValue(areas) is { } file ? CostMatrixFile.Areas(file, column, table.SiteIds, municipalities, findings)
                : column == "county" && municipalities is not null ? [.. municipalities.Select(m => m[..2])]
                : throw new InputException("--at-least-one-per", null, new Phrase("siting.no-areas", column), new Phrase("siting.no-areas.remedy"));
            groups.AddRange(Enumerable.Range(0, table.SiteCount).Where(s => areaOf[s] is not null)
                .GroupBy(s => areaOf[s]!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new SitingGroup($"{column} {g.Key}", [.. g])));
        }
        return groups;
    }
}
