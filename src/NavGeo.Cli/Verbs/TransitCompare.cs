using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;
using NavGeo.Routing;
using NavGeo.Transit.Search;
using Spectre.Console;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo compare --mode transit</c>: on how many weekdays people come to an office and home again without a car.</summary>
internal sealed class TransitCompare
{
    /// <summary>So many municipalities of a structure from which one rides are told in words, those with the fewest days first.</summary>
    private const int MostTold = 8;

    /// <summary>Of points farther apart than one walks in a quarter of an hour, nobody knows who can walk to a stop.</summary>
    private const double WalkedMetres = 1200;

    private const int MostAsked = 300;

    private readonly TransitOptions transit = new();
    private readonly Option<string?> walkRoads = new("--walk-roads") { Description = "With --mode transit: roads people walk along, a file of any form in docs/roads.md. Without it they walk straight lines." };
    private readonly Option<string?> dates = new("--dates") { Description = "With --mode transit: a date, yyyy-mm-dd, or all from one to another; Saturdays and Sundays are left out." };
    private readonly Option<string> open = new("--open") { Description = "With --mode transit: opening hours, taken to be those of every open site each weekday.", DefaultValueFactory = _ => "09:00-15:00" };
    private readonly Option<double> stay = new("--stay") { Description = "With --mode transit: minutes one needs there while it is open.", DefaultValueFactory = _ => 45 };

    /// <summary>Adds the options to the verb.</summary>
    public void AddTo(Command verb)
    {
        transit.AddTo(verb);
        foreach (Option option in (Option[])[walkRoads, dates, open, stay]) verb.Options.Add(option);
    }

    /// <summary>The option that is missing on a command line of this mode; null for none.</summary>
    public string? Missing(CommandResult result) => result.GetResult(transit.Timetable) is null ? transit.Timetable.Name : result.GetResult(dates) is null ? dates.Name : null;

    /// <summary>Measures and shows.</summary>
    public int Run(Screen screen, ParseResult parsed, Workspace work, IReadOnlyList<Structure> structures, Audience audience, CancellationToken cancellation)
    {
        IReadOnlyList<DateOnly> days = TransitOptions.Dates(dates.Name, parsed.GetValue(dates) ?? "");
        (int opens, int closes) = TransitOptions.Window(open.Name, parsed.GetValue(open)!);
        double minutes = parsed.GetValue(stay);
        if (!(minutes is >= 0 and <= 1440)) throw new InputException(stay.Name, null, new Phrase("cli.bad-value", minutes), new Phrase("cli.between.remedy", 0, 1440));
        PlanningCase known = Publication.CaseFor(work.Case, audience);
        TransitNetwork network = transit.Open(screen, parsed, parsed.GetValue(walkRoads), walkRoads.Name, cancellation);
        screen.Progress("cli.measuring", known.Demand.Count, known.Sites.Count);
        var study = VisitStudy.Of(known, network, days, new VisitHours(opens, closes, (int)Math.Round(minutes * 60)), cancellation);
        if (study.Dates.Count == 0) throw new InputException(dates.Name, null, new Phrase("cli.visit.no-weekday"), new Phrase("cli.dates.remedy"));
        if (!study.Dates.Any(network.Timetable.Dates.Contains)) screen.Notice("cli.transit.no-service", parsed.GetValue(dates)!);
        StructureVisits[] visits = [.. structures.Select(study.Under)];
        if (screen.IsJson) screen.Line(Json(known, visits, screen.Texts).ToJsonString(JsonText.Options));
        else Show(screen, known, visits, parsed.GetValue(open)!, minutes);
        return ExitCode.Ok;
    }

    /// <summary>How far it is from a place to the next one, the median, metres; 0 where there are no two.</summary>
    private static double Apart(PlanePoint[] points)
    {
        // Some hundred tell it, and all against all of a country would take long.
        double[] nearest = [.. points.Take(MostAsked).Select((at, i) => points.Where((_, j) => j != i).Select(at.DistanceTo).DefaultIfEmpty(0).Min()).Order()];
        return nearest.Length == 0 ? 0 : nearest[nearest.Length / 2];
    }

    private static void Show(Screen screen, PlanningCase known, StructureVisits[] visits, string hours, double minutes)
    {
        Phrasebook texts = screen.Texts;
        var table = new Table();
        foreach (string head in (string[])["cli.visit.structure", "cli.visit.with", "cli.visit.without", "cli.visit.week", "cli.visit.away"])
            table.AddColumn(new TableColumn(texts.Say(head)) { Alignment = head == "cli.visit.structure" ? Justify.Left : Justify.Right });
        foreach (StructureVisits under in visits)
        {
            table.AddRow(
                Markup.Escape($"{under.Structure.Id} {under.Structure.Name.In(texts.Language)}"), texts.Whole(under.PeopleWithDay(known)), texts.Whole(under.PeopleWithoutDay(known)),
                under.DaysAWeek(known) is { } week ? texts.Decimals(week, 1) : "–", under.MedianAwayMinutes(known) is { } away ? texts.Decimals(away, 0) : "–");
        }
        screen.Table(table);
        screen.Line(texts.Say("cli.visit.meaning", hours, minutes, visits[0].Days));
        if (known.Demand.CellMetres > 0) screen.Line(texts.Say("cli.visit.squares", known.Demand.CellMetres / 1000.0));
        else if (Apart(known.Demand.Points.ToArray()) is var apart and >= WalkedMetres) screen.Line(texts.Say("cli.visit.far-apart", apart / 1000));
        if (known.Demand.FewPlaces > 0) screen.Line(texts.Say("maps.sheet.rounded", known.Demand.LeastPeople));
        foreach (StructureVisits under in visits)
        {
            screen.Line();
            screen.Line($"{under.Structure.Id} {under.Structure.Name.In(texts.Language)}");
            foreach (Phrase sentence in Sentences(known, under)) screen.Line($"  {texts.Say(sentence)}");
        }
    }

    /// <summary>From which municipalities nobody comes there and home, and how one does from those where one rides, fewest days first.</summary>
    private static IEnumerable<Phrase> Sentences(PlanningCase known, StructureVisits visits)
    {
        (string Name, int Place)[] voices = [.. Enumerable.Range(0, known.Municipalities.Count).Select(m => (known.Municipalities[m].Name, Place: StructureVisits.VoiceOf(known, m))).Where(m => m.Place >= 0)];
        string[] without = [.. voices.Where(m => visits.ByPlace[m.Place].Length == 0).Select(m => m.Name)];
        if (without.Length > 0) yield return new Phrase("cli.visit.none", without.Length, string.Join(", ", without));
        foreach ((string name, int place) in voices.Where(m => visits.UsualOf(m.Place) is { Rides: > 0 }).OrderBy(m => visits.ByPlace[m.Place].Length).Take(MostTold))
            yield return SentenceOf(known, visits, name, place);
    }

    private static Phrase SentenceOf(PlanningCase known, StructureVisits visits, string municipality, int place)
    {
        string from = known.Demand.Names[place] is { } name && name != municipality ? $"{name} ({municipality})" : municipality;
        if (visits.UsualOf(place) is not { } visit) return new Phrase("cli.visit.sentence-none", from, visits.Days);
        return new Phrase(
            "cli.visit.sentence", from, known.Sites[visit.Site].Name, visits.ByPlace[place].Count(v => v.Site == visit.Site), visits.Days,
            TransitOptions.ClockText(visit.Leave / 60 * 60).Replace(':', '.'), TransitOptions.ClockText((visit.Home + 59) / 60 * 60).Replace(':', '.'));
    }

    private static JsonObject Json(PlanningCase known, StructureVisits[] visits, Phrasebook texts) => new()
    {
        ["days"] = visits[0].Days,
        ["structures"] = new JsonArray([.. visits.Select(v => (JsonNode)new JsonObject
        {
            ["structure"] = v.Structure.Id,
            ["people_with_day"] = v.PeopleWithDay(known),
            ["people_without_day"] = v.PeopleWithoutDay(known),
            ["days_a_week"] = v.DaysAWeek(known),
            ["median_away_minutes"] = v.MedianAwayMinutes(known),
            ["municipalities"] = new JsonArray([.. Enumerable.Range(0, known.Municipalities.Count).Select(m => (Municipality: known.Municipalities[m], Place: StructureVisits.VoiceOf(known, m)))
                .Where(m => m.Place >= 0).Select(m => (JsonNode)new JsonObject
                {
                    ["kommunenummer"] = m.Municipality.Number,
                    ["days"] = v.ByPlace[m.Place].Length,
                    ["site"] = v.UsualOf(m.Place) is { } visit ? known.Sites[visit.Site].Id : null,
                    ["sentence"] = texts.Say(SentenceOf(known, v, m.Municipality.Name, m.Place)),
                })]),
        })]),
    };
}
