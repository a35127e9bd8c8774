using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Data.Regions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NavGeo.Transit.Search;

namespace NavGeo.Cli.Options;

/// <summary>The options of <c>navgeo regions</c> that say what is divided and by which rule.</summary>
internal sealed class RegionOptions
{
    private readonly Option<string> rule = new("--rule") { Description = "ba2020, ba2020-own-centres, ttwa, lma, time or fixed.", DefaultValueFactory = _ => "ba2020" };
    private readonly Option<string?> roads = new("--roads") { Description = "Road network, where there is no case." };
    private readonly Option<string?> municipalities = new("--municipalities") { Description = "Boundaries (.geojson, .gpkg) or a table with kommunenummer,name,population,centre_lon,centre_lat." };
    private readonly Option<string?> commuting = new("--commuting") { Description = "Commuting (.csv or .csv.gz): bosted,arbeidssted,aar,sysselsatte or from,to,workers." };
    private readonly Option<string?> population = new("--population") { Description = "Population grid, or a table of municipalities." };
    private readonly Option<string?> times = new("--times") { Description = "Given travel times: from,to,minutes and perhaps mode; they go before measured ones." };
    private readonly Option<int?> year = new("--year") { Description = "The year to take where a file holds several." };
    private readonly Option<string> ends = new("--ends") { Description = "Between whom times are measured: both (mean over the people at both ends), one (over those at the first, to the other's centre) or centres.", DefaultValueFactory = _ => "both" };
    private readonly Option<string[]> set = new("--set") { Description = "A parameter of the rule, e.g. percent=10; docs/regions.md names them.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> pin = new("--pin") { Description = "Municipalities that are centres whatever the rule says, e.g. 1804,1833." };
    private readonly Option<string?> forbid = new("--forbid") { Description = "Municipalities that are no centres whatever the rule says." };
    private readonly Option<string?> centres = new("--centres") { Description = "All centres, in place of the rule's own choice." };
    private readonly Option<string?> division = new("--division") { Description = "The division that --rule fixed measures: kommunenummer,region and perhaps centre." };
    private readonly RoadOptions edits = new();
    private readonly TransitOptions transit = new();
    private readonly Option<string?> date = new("--date") { Description = "With --mode transit: the date, yyyy-mm-dd." };
    private readonly Option<string> window = new("--window") { Description = "With --mode transit: one leaves between these times of day; the fastest way counts.", DefaultValueFactory = _ => "06:00-18:00" };
    private readonly Option<string?> walkRoads = new("--walk-roads") { Description = "Without a car: roads people walk along, a file of any form in docs/roads.md. Otherwise they walk straight lines." };

    public RegionOptions()
    {
        rule.AcceptOnlyFromAmong([.. RegionRules.Names]);
        ends.AcceptOnlyFromAmong("both", "one", "centres");
    }

    /// <summary>Adds them to the verb, and what must be there without a case.</summary>
    public void AddTo(Command verb, Argument<string?> folder)
    {
        foreach (Option option in (Option[])[rule, roads, municipalities, commuting, population, times, year, ends, set, pin, forbid, centres, division])
            verb.Options.Add(option);
        edits.AddTo(verb);
        edits.AddMode(verb, withTransit: true);
        transit.AddTo(verb);
        foreach (Option option in (Option[])[date, window, walkRoads]) verb.Options.Add(option);
        verb.Validators.Add(result =>
        {
            if (edits.Mode(result) == TravelModes.Transit)
            {
                foreach (Option needed in (Option[])[transit.Timetable, date])
                {
                    if (result.GetResult(needed) is null) result.AddError(Help.UsageText.Mistake("usage.needed", needed.Name));
                }
            }
            if (result.GetValue(folder) is not null) return;
            if (result.GetValue(roads) is null && result.GetValue(times) is null)
                result.AddError("regions.usage.source");
        });
    }

    /// <summary>The market the user means.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">A case; null for files.</param>
    /// <param name="codes">From the numbers of a commuting matrix of an earlier year to the municipalities'; null where none were given.</param>
    /// <param name="screen">For progress.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public LoadedMarket Read(ParseResult parsed, string? folder, CodeMapping? codes, Screen screen, Findings findings)
    {
        if (folder is not null)
        {
            Workspace work = RoadReading.Case(screen, folder);
            EditDraft draft = edits.Draft(parsed, work.Case, screen);
            var market = new CaseMarket
            {
                Commuting = parsed.GetValue(commuting),
                Times = parsed.GetValue(times),
                Ends = Ends(parsed),
                Codes = codes,
                Edits = draft.AllOnRoads,
            };
            return ByTimetable(parsed, screen, draft.Explained(() => market.Read(work, draft.ToCase(), findings)), work.Case);
        }
        screen.Progress("cli.reading-roads", parsed.GetValue(roads) ?? parsed.GetValue(times)!);
        return ByTimetable(parsed, screen, RoadReading.Followed(screen, run => Files(parsed, screen, codes).Read(findings, run)), null);
    }

    /// <summary>The same market with ways by timetable as the alternative to the car, where the user asks for it.</summary>
    private LoadedMarket ByTimetable(ParseResult parsed, Screen screen, LoadedMarket loaded, PlanningCase? of)
    {
        if (edits.Mode(parsed) != TravelModes.Transit) return loaded;
        DateOnly day = TransitOptions.Date(date.Name, parsed.GetValue(date) ?? "");
        (int first, int last) = TransitOptions.Window(window.Name, parsed.GetValue(window)!);
        TransitNetwork network = transit.Open(screen, parsed, parsed.GetValue(walkRoads), walkRoads.Name, CancellationToken.None);
        if (!network.Timetable.Dates.Contains(day)) screen.Notice("cli.transit.no-service", parsed.GetValue(date)!);
        return loaded with { Market = loaded.Market with { Times = TimetableTimes.With(loaded.Market, network, day, first, last, of) } };
    }

    /// <summary>The files of a market without a case.</summary>
    public MarketFiles Files(ParseResult parsed, Screen screen, CodeMapping? codes) => new()
    {
        Roads = parsed.GetValue(roads) is { } roadsFile ? screen.Files.At(roadsFile) : null,
        Municipalities = parsed.GetValue(municipalities) is { } municipalitiesFile ? screen.Files.At(municipalitiesFile) : null,
        Population = parsed.GetValue(population) is { } populationFile ? screen.Files.At(populationFile) : null,
        Commuting = parsed.GetValue(commuting) is { } commutingFile ? screen.Files.At(commutingFile) : null,
        Times = parsed.GetValue(times) is { } timesFile ? screen.Files.At(timesFile) : null,
        Year = parsed.GetValue(year),
        Ends = Ends(parsed),
        Codes = codes,
        Edits = roads => edits.Draft(parsed, roads, screen, Routing.Speeds.TravelProfile.Signposted),
    };

    private TimeEnds Ends(ParseResult parsed) => parsed.GetRequiredValue(ends) switch { "one" => TimeEnds.One, "centres" => TimeEnds.Centres, _ => TimeEnds.Both };

    /// <summary>The rule the user means, for a market.</summary>
    /// <exception cref="InputException">A parameter, a municipality or the division is wrong.</exception>
    public IRegionRule Rule(ParseResult parsed, LabourMarket market, InputFiles files, Findings findings)
    {
        string name = parsed.GetRequiredValue(rule);
        if (name == "fixed")
        {
            string file = parsed.GetValue(division) ?? throw Wrong("--division", "regions.no-division", [], []);
            return DivisionReader.Read(files.At(file), findings);
        }
        IRegionRule chosen = RegionRules.Default(name);
        foreach (string setting in parsed.GetValue(set) ?? [])
        {
            string[] parts = setting.Split('=', 2);
            chosen = (parts.Length == 2 ? RegionRules.With(chosen, parts[0].Trim(), parts[1].Trim()) : null)
                ?? throw Wrong("--set", "regions.bad-parameter", [setting, name], [string.Join(", ", RegionRules.Default(name).Parameters.Select(p => p.Key))]);
        }
        // Who asks for ways by timetable wants the rule to look at them.
        if (edits.Mode(parsed) == TravelModes.Transit && chosen is TimeRule && !(parsed.GetValue(set) ?? []).Any(s => s.StartsWith("uses_any_mode", StringComparison.Ordinal)))
            chosen = RegionRules.With(chosen, "uses_any_mode", "true") ?? chosen;
        string[]? exactly = parsed.GetValue(centres) is null ? null : Numbers(parsed, centres, market);
        chosen = RegionRules.WithCentres(chosen, Numbers(parsed, pin, market), Numbers(parsed, forbid, market), exactly);
        if (chosen.NeedsCommuting && market.Commuting is null) throw Wrong("--commuting", "regions.needs-commuting", [name], []);
        return chosen;
    }

    /// <summary>Indices of municipalities by number or name.</summary>
    public static int[] Find(string option, string? list, LabourMarket market) =>
        [.. (list ?? "").Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text =>
        {
            int found = market.Find(text.Length == 3 && text.All(char.IsAsciiDigit) ? "0" + text : text);
            for (int m = 0; found < 0 && m < market.Count; m++)
            {
                if (market.Municipalities[m].Name.Equals(text, StringComparison.OrdinalIgnoreCase)) found = m;
            }
            return found >= 0 ? found
                : throw Wrong(option, "regions.unknown-municipality", [text], [$"{market.Municipalities[0].Number} {market.Municipalities[0].Name}"]);
        })];

    private static string[] Numbers(ParseResult parsed, Option<string?> option, LabourMarket market) =>
        [.. Find(option.Name, parsed.GetValue(option), market).Select(m => market.Municipalities[m].Number)];

    private static InputException Wrong(string option, string key, object[] problem, object[] remedy) =>
        new(option, null, new Phrase(key, problem), new Phrase(key + ".remedy", remedy));
}
