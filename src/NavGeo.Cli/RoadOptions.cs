using System.CommandLine;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;

namespace NavGeo.Cli;

/// <summary>The what-if options that are the same wherever roads are used.</summary>
internal sealed class RoadOptions
{
    private readonly Option<string[]> close = Many("--close", "Close a road to through traffic by its number, e.g. \"rv 7\".");
    private readonly Option<string[]> closeAt = Many("--close-at", "Close the road nearest to a point: lon,lat.");
    private readonly Option<string[]> noFerry = Many("--no-ferry", "Take out a ferry by its name or road number.");
    private readonly Option<string?> ferryWait = new("--ferry-wait")
    {
        Description = "none, half-headway, half-headway-capped(MINUTES) or fixed(MINUTES).",
    };

    /// <summary>The file the roads come from, for verbs that have no case.</summary>
    public Option<string> Roads { get; } = new("--roads") { Description = "Road network: a .gpkg of N1000 roads.", Required = true };

    /// <summary>Adds the what-if options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(close);
        verb.Options.Add(closeAt);
        verb.Options.Add(noFerry);
        verb.Options.Add(ferryWait);
    }

    /// <summary>The profile with what the user set.</summary>
    public TravelProfile Profile(ParseResult parsed, TravelProfile profile)
    {
        if (parsed.GetValue(ferryWait) is not { } text) return profile;
        return FerryWait.TryParse(text, out FerryWait wait)
            ? profile with { FerryWait = wait }
            : throw Wrong("--ferry-wait", text, "cli.ferry-wait.unknown", "cli.ferry-wait.remedy");
    }

    /// <summary>The edges the user closed; empty for none.</summary>
    public bool[] Closed(ParseResult parsed, RoadGraph graph, TravelProfile profile)
    {
        string[] roads = parsed.GetValue(close) ?? [];
        string[] points = parsed.GetValue(closeAt) ?? [];
        string[] ferries = parsed.GetValue(noFerry) ?? [];
        if (roads.Length + points.Length + ferries.Length == 0) return [];
        var closed = new bool[graph.EdgeCount];
        foreach (string text in roads)
        {
            if (!RoadNumber.TryParse(text, out RoadNumber road)) throw Wrong("--close", text, "cli.close.not-a-road", "cli.close.remedy");
            Add(closed, EdgeSelection.ByRoad(graph, road), "--close", text);
        }
        foreach (string text in ferries) Add(closed, EdgeSelection.ByFerry(graph, text), "--no-ferry", text);
        foreach (string text in points)
        {
            RoadSnap snap = new RoadSnapper(graph, profile, water: null).NewSession().Snap(PointOf(text, graph.Epsg));
            if (snap.Edge < 0) throw Wrong("--close-at", text, "cli.close.no-road", "cli.close-at.remedy");
            closed[snap.Edge] = true;
        }
        return closed;
    }

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore };

    private static void Add(bool[] closed, bool[] selection, string option, string text)
    {
        if (!selection.Contains(true)) throw Wrong(option, text, "cli.close.nothing", "cli.close.nothing.remedy");
        EdgeSelection.Add(closed, selection);
    }

    private static PlanePoint PointOf(string text, int epsg)
    {
        string[] parts = text.Split(',');
        if (parts.Length == 2
            && double.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out double longitude)
            && double.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out double latitude)
            && Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90)
        {
            return MapProjection.ForEpsg(epsg).ToPlane(new GeoPoint(longitude, latitude));
        }
        throw Wrong("--close-at", text, "cli.close-at.not-a-point", "cli.close-at.remedy");
    }

    private static InputException Wrong(string option, string text, string problem, string remedy) =>
        new(option, null, new Phrase(problem, text), new Phrase(remedy));
}
