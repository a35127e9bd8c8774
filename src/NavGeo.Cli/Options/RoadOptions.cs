using System.CommandLine;
using System.CommandLine.Parsing;
using NavGeo.Cli.Views;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Cli.Options;

/// <summary>The what-if options that are the same wherever roads are used: each gives edits, which say themselves how they are read.</summary>
internal sealed class RoadOptions
{
    /// <summary>Options whose every text is an edit.</summary>
    private readonly Option<string[]>[] edits =
    [
        Many("--close", "Close a road to through traffic by its number, e.g. \"rv 7\", a stretch of it between two sites or points: \"rv 7 Gol–Ål\", \"rv 7 8.20,60.53 7.45,60.42\", or every road of an area of three points or more. Those who live along it come out."),
        Many("--close-to-all", "Close a road to everybody, so that not even those who live along it drive on it: as --close."),
        Many("--speed", "Give a road another speed: its number and km/h, e.g. \"rv 7 60\"."),
        Many("--no-ferry", "Take out a ferry by its name or road number."),
        Many("--headway", "Let a ferry leave more or less often: its name or road number and the minutes between departures."),
        Many("--close-at", "Close the road nearest to a point: lon,lat."),
    ];

    private readonly Option<string[]> add = Many("--add", "Build the roads, bridges and ferries of a GeoJSON file: lines with kmh or minutes.");
    private readonly Option<string?> ferryWait = new("--ferry-wait")
    {
        Description = "none, half-headway, half-headway-capped(MINUTES) or fixed(MINUTES).",
    };

    private readonly Option<string?> standard = new("--standard") { Description = "driven (what a driver needs) or signposted (the limit, as official tables)." };

    private readonly Option<string?> season = new("--season") { Description = "summer or winter; winter closes the roads that the source says are closed the winter through and takes 10 percent longer on the others, NavGeo's assumption." };
    private readonly Option<double?> winterSlower = new("--winter-slower") { Description = "With winter: every road takes so many percent longer instead of 10." };
    private readonly Option<string?> scenario = new("--scenario") { Description = "A scenario file from a meeting on this case: its edits are made first." };

    private readonly Option<string> mode = new("--mode") { DefaultValueFactory = _ => TravelModes.Car };

    /// <summary>The file the roads come from, for verbs that have no case.</summary>
    public Option<string> Roads { get; } = new("--roads") { Description = "Road network: a file of any form in docs/roads.md, or a folder with roads.csv and places.csv.", Required = true };

    /// <summary>Adds the what-if options to a verb.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="hasCase">Whether it always has a case, which a scenario can be of.</param>
    public void AddTo(Command verb, bool hasCase = false)
    {
        foreach (Option option in (Option[])[.. edits, add, standard, ferryWait, season, winterSlower]) verb.Options.Add(option);
        if (hasCase) verb.Options.Add(scenario);
    }

    /// <summary>Adds the choice of how one travels to a verb.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="withTransit">Whether it can go by timetable too.</param>
    /// <param name="ownPower">Whether one can walk or cycle: not where the verb tells of staff, who drive.</param>
    public void AddMode(Command verb, bool withTransit = false, bool ownPower = true)
    {
        mode.Description = !ownPower ? "car, or transit: by timetable and on foot." : withTransit ? "car, walk, bike, or transit: by timetable and on foot." : "car, walk or bike.";
        mode.AcceptOnlyFromAmong([TravelModes.Car, .. ownPower ? new[] { TravelModes.Walk, TravelModes.Bike } : [], .. withTransit ? new[] { TravelModes.Transit } : []]);
        verb.Options.Add(mode);
    }

    /// <summary>How the user wants to travel.</summary>
    public string Mode(ParseResult parsed) => parsed.GetValue(mode) ?? TravelModes.Car;

    /// <summary>Reads the roads the user gave, for how the user wants to travel.</summary>
    /// <exception cref="InputException">They cannot be used.</exception>
    public RoadNetwork Open(Screen screen, ParseResult parsed, Findings findings, CancellationToken cancellation)
    {
        string path = parsed.GetRequiredValue(Roads);
        return Mode(parsed) is TravelModes.Walk or TravelModes.Bike
            ? RoadReading.OpenOnFoot(screen, path, findings, cancellation)
            : RoadReading.Open(screen, path, findings, cancellation);
    }

    /// <summary>The same, while the command line is checked.</summary>
    public string Mode(CommandResult result) => result.GetValue(mode) ?? TravelModes.Car;

    /// <summary>A case with everything the user asked for.</summary>
    /// <exception cref="InputException">An edit cannot be read, or does not fit the case.</exception>
    /// <param name="guard">Refuses edits that the ground of the case does not bear; null to take all.</param>
    public EditDraft Draft(ParseResult parsed, PlanningCase planningCase, Screen screen, Action<Edit>? guard = null)
    {
        var draft = new EditDraft(By(parsed, planningCase.Profile) is var profile && profile != planningCase.Profile ? planningCase with { Profile = profile } : planningCase);
        if (parsed.GetValue(scenario) is { } file)
        {
            var given = Scenario(screen.Files.At(file), planningCase);
            foreach (Edit edit in guard is null ? [] : given.Edits) Guarded(guard!, edit, file, null);
            given.ApplyTo(draft);
        }
        Fill(draft, parsed, planningCase.Roads, screen, guard);
        return draft;
    }

    /// <summary>What is refused is told with the file it came from.</summary>
    private static void Guarded(Action<Edit> guard, Edit edit, string file, string? place)
    {
        try
        {
            guard(edit);
        }
        catch (InputException wrong)
        {
            throw EditFault.At(wrong, file, place);
        }
    }

    /// <summary>Roads that belong to no case, with everything the user asked for.</summary>
    /// <exception cref="InputException">An edit cannot be read, or does not fit.</exception>
    public EditDraft Draft(ParseResult parsed, RoadGraph roads, Screen screen, TravelProfile? usual = null)
    {
        var draft = new EditDraft(roads, By(parsed, usual ?? TravelProfile.Car));
        Fill(draft, parsed, roads, screen);
        return draft;
    }

    /// <summary>Makes the edits of the command line.</summary>
    /// <param name="draft">What they are made in.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="roads">The network; the user is told of a winter that changes nothing.</param>
    /// <param name="screen">Where the user is told.</param>
    /// <param name="guard">Refuses links that the ground does not bear; null to take all.</param>
    public void Fill(EditDraft draft, ParseResult parsed, RoadGraph roads, Screen screen, Action<Edit>? guard = null)
    {
        if (parsed.GetValue(ferryWait) is { } wait) draft.Add(Edit.Parse(ferryWait.Name, wait), ferryWait.Name);
        if (Season(parsed) is { } asked)
        {
            draft.Add(asked, asked.SlowerPercent is null ? season.Name : winterSlower.Name);
            if (!roads.HasSeasons && draft.AllOnRoads.Any(e => e is WinterSeason { SlowerPercent: 0 })) screen.Show([UnusedSeason()]);
        }
        foreach (string file in parsed.GetValue(add) ?? [])
        {
            foreach ((int i, AddLink link) in AddedLinksFile.Read(screen.Files.At(file), new Findings()).Index())
            {
                string place = FormattableString.Invariant($"feature {i + 1}");
                if (guard is not null) Guarded(guard, link, file, place);
                draft.Add(link, file, place);
            }
        }
        foreach (Option<string[]> option in edits)
        {
            foreach (string text in parsed.GetValue(option) ?? []) draft.Add(Edit.Parse(option.Name, text), option.Name);
        }
    }

    /// <summary>The profile by the standard the user asked for.</summary>
    private TravelProfile By(ParseResult parsed, TravelProfile profile) => Mode(parsed) switch
    {
        TravelModes.Walk => profile.OnFoot(),
        TravelModes.Bike => profile.ByBike(),
        _ => ByCar(parsed, profile),
    };

    private TravelProfile ByCar(ParseResult parsed, TravelProfile profile)
    {
        if (parsed.GetValue(standard) is not { } name) return profile;
        return TravelStandards.Names.TryGetValue(name, out TravelStandard asked)
            ? asked == profile.Standard ? profile : profile.As(asked)
            : throw new InputException(standard.Name, null, new Phrase("cli.standard.unknown", name), new Phrase("case.standard.remedy"));
    }

    private static ScenarioFile Scenario(InputFile file, PlanningCase planningCase)
    {
        var scenario = ScenarioFile.Read(file.Bytes, file.Path);
        scenario.CheckFits(planningCase);
        return scenario;
    }

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore };

    private static Finding UnusedSeason() =>
        new(Severity.Warning, "--season", null, new Phrase("case.season-unused"), new Phrase("case.season-unused.remedy"));

    /// <summary>The season the user asked for; null for that of the case. A share alone asks for winter.</summary>
    private SetWinter? Season(ParseResult parsed)
    {
        double? slower = parsed.GetValue(winterSlower);
        return parsed.GetValue(season) switch
        {
            null => slower is null ? null : new SetWinter(true, slower),
            "winter" => new SetWinter(true, slower),
            "summer" => new SetWinter(false),
            { } other => throw new InputException(season.Name, null, new Phrase("cli.season.unknown", other), new Phrase("cli.season.remedy")),
        };
    }
}

/// <summary>How one travels, as users write it.</summary>
internal static class TravelModes
{
    public const string Car = "car";
    public const string Walk = "walk";
    public const string Bike = "bike";
    public const string Transit = "transit";
}
