using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.Projection;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Cli.Options;

/// <summary>The what-if options that are the same wherever roads are used.</summary>
internal sealed class RoadOptions
{
    private readonly Option<string[]> close = Many("--close", "Close a road to through traffic by its number, e.g. \"rv 7\", or a stretch of it between two points: \"rv 7 8.20,60.53 7.45,60.42\".");
    private readonly Option<string[]> closeAt = Many("--close-at", "Close the road nearest to a point: lon,lat.");
    private readonly Option<string[]> add = Many("--add", "Build the roads, bridges and ferries of a GeoJSON file: lines with kmh or minutes.");
    private readonly Option<string[]> noFerry = Many("--no-ferry", "Take out a ferry by its name or road number.");
    private readonly Option<string?> ferryWait = new("--ferry-wait")
    {
        Description = "none, half-headway, half-headway-capped(MINUTES) or fixed(MINUTES).",
    };

    private readonly Option<string?> standard = new("--standard") { Description = "driven (what a driver needs) or signposted (the limit, as official tables)." };

    private readonly Option<string?> season = new("--season") { Description = "summer or winter; winter closes the roads that the source says are closed the winter through and takes 10 percent longer on the others, NavGeo's assumption." };
    private readonly Option<double?> winterSlower = new("--winter-slower") { Description = "With winter: every road takes so many percent longer instead of 10." };

    /// <summary>The file the roads come from, for verbs that have no case.</summary>
    public Option<string> Roads { get; } = new("--roads") { Description = "Road network: a file of any form in docs/roads.md, or a folder with roads.csv and places.csv.", Required = true };

    /// <summary>Adds the what-if options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(close);
        verb.Options.Add(closeAt);
        verb.Options.Add(add);
        verb.Options.Add(noFerry);
        verb.Options.Add(standard);
        verb.Options.Add(ferryWait);
        verb.Options.Add(season);
        verb.Options.Add(winterSlower);
    }

    /// <summary>The profile with what the user set.</summary>
    public TravelProfile Profile(ParseResult parsed, TravelProfile profile)
    {
        if (parsed.GetValue(standard) is { } name)
        {
            if (!TravelStandards.Names.TryGetValue(name, out TravelStandard asked)) throw Wrong("--standard", name, "cli.standard.unknown", "case.standard.remedy");
            if (asked != profile.Standard) profile = profile.As(asked);
        }
        if (parsed.GetValue(ferryWait) is not { } text) return profile;
        return FerryWait.TryParse(text, out FerryWait wait)
            ? profile with { FerryWait = wait }
            : throw Wrong("--ferry-wait", text, "cli.ferry-wait.unknown", "cli.ferry-wait.remedy");
    }

    /// <summary>The season the user asked for, or that of the case.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="standing">The case's own; none where there is no case.</param>
    /// <param name="roads">The network; the user is told of a winter that changes nothing.</param>
    /// <param name="screen">Where the user is told.</param>
    public IReadOnlyList<RoadEdit> Season(ParseResult parsed, IReadOnlyList<RoadEdit> standing, RoadGraph roads, Screen screen)
    {
        string? asked = parsed.GetValue(season);
        double? slower = parsed.GetValue(winterSlower);
        if (asked is not (null or "summer" or "winter")) throw Wrong("--season", asked, "cli.season.unknown", "cli.season.remedy");
        if (slower is not (null or (>= 0 and <= 200)))
        {
            throw new InputException(
                "--winter-slower", null, new Phrase("case.unknown-value", "--winter-slower", slower), new Phrase("case.travel-number.remedy", 0, 200));
        }
        if (asked == "summer") return WinterSeason.Set(standing, null);
        if (asked is null && slower is null) return standing;
        WinterSeason winter = WinterSeason.For(standing, slower);
        if (winter.SlowerPercent == 0 && !roads.HasSeasons)
        {
            var findings = new Findings();
            findings.Warning("--season", null, new Phrase("case.season-unused"), new Phrase("case.season-unused.remedy"));
            screen.Show(findings.All);
        }
        return WinterSeason.Set(standing, winter);
    }

    /// <summary>The edits the user asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="epsg">The projection of the roads.</param>
    public IReadOnlyList<RoadEdit> Edits(ParseResult parsed, int epsg)
    {
        var edits = new List<RoadEdit>();
        foreach (string file in parsed.GetValue(add) ?? []) edits.AddRange(AddedLinksFile.Read(file, epsg, new Findings()));
        edits.AddRange((parsed.GetValue(close) ?? []).Select(text => Closing(text, epsg)));
        edits.AddRange((parsed.GetValue(noFerry) ?? []).Select(text => new RemoveFerry(text)));
        edits.AddRange((parsed.GetValue(closeAt) ?? []).Select(text => new ClosePoint(PointOf(text, epsg, "--close-at"))));
        return edits;
    }

    /// <summary>What to tell a user whose edit finds nothing.</summary>
    public static InputException Explain(UnknownEditTargetException problem) => problem.Edit switch
    {
        CloseRoad edit => Wrong("--close", edit.Road.ToString(), "cli.close.nothing", "cli.close.nothing.remedy"),
        CloseStretch edit => Wrong("--close", edit.Road.ToString(), "cli.close.no-stretch", "cli.close.no-stretch.remedy"),
        RemoveFerry edit => Wrong("--no-ferry", edit.NameOrRoad, "cli.close.nothing", "cli.ferry.nothing.remedy"),
        _ => Wrong("--close-at", "", "cli.close-at.nothing", "cli.close-at.remedy"),
    };

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore };

    /// <summary>A whole road, or a stretch of it: the number, then two points.</summary>
    private static RoadEdit Closing(string text, int epsg)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int points = words.Count(w => w.Contains(',', StringComparison.Ordinal));
        string number = string.Join(' ', words[..^points]);
        if (points is not (0 or 2) || !RoadNumber.TryParse(number, out RoadNumber road))
            throw Wrong("--close", text, "cli.close.not-a-road", "cli.close.remedy");
        return points == 0 ? new CloseRoad(road) : new CloseStretch(road, PointOf(words[^2], epsg, "--close"), PointOf(words[^1], epsg, "--close"));
    }

    private static PlanePoint PointOf(string text, int epsg, string option)
    {
        string[] parts = text.Split(',');
        if (parts.Length == 2
            && double.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out double longitude)
            && double.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out double latitude)
            && Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90)
        {
            return MapProjection.ForEpsg(epsg).ToPlane(new GeoPoint(longitude, latitude));
        }
        throw Wrong(option, text, "cli.close-at.not-a-point", "cli.close-at.remedy");
    }

    private static InputException Wrong(string option, string text, string problem, string remedy) =>
        new(option, null, new Phrase(problem, text), new Phrase(remedy));
}
