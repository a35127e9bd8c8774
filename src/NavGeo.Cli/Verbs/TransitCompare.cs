using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;
using Spectre.Console;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo compare --mode transit</c>: on how many weekdays people come to an office and home again without a car.</summary>
internal static class TransitCompare
{
    /// <summary>Measures and shows.</summary>
    /// <param name="options">What is asked of those without a car.</param>
    /// <param name="screen">Where it is shown.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="edited">The case under its edits, by the timetables that were given.</param>
    /// <param name="asked">Ids of structures to show beside the baseline; none for all.</param>
    /// <param name="audience">Who reads it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static int Run(
        VisitOptions options, Screen screen, ParseResult parsed, Func<TransitNetwork, PlanningCase> edited, IReadOnlyList<string> asked, Audience audience, CancellationToken cancellation)
    {
        (TransitNetwork network, VisitQuestion question) = options.Find(screen, parsed, cancellation)!.Value;
        PlanningCase known = Publication.CaseFor(edited(network), audience);
        if (known.Differences.ToArray() is { Length: > 0 } edits) screen.Notice("edits.head", string.Join("; ", edits.Select(screen.Texts.Say)));
        screen.Progress("cli.measuring", known.Demand.Count, known.Sites.Count);
        VisitStudy study = question.Of(known, cancellation);
        StructureVisits[] visits =
        [
            .. known.Structures.Where(s => s.Id == known.Baseline || asked.Count == 0 || asked.Contains(s.Id)).OrderByDescending(s => s.Id == known.Baseline).Select(study.Under),
        ];
        if (screen.IsJson) screen.Line(Json(known, visits, screen.Texts).ToJsonString(JsonText.Options));
        else Show(screen, known, study, visits, options.HoursText(parsed));
        return ExitCode.Ok;
    }

    private static void Show(Screen screen, PlanningCase known, VisitStudy study, StructureVisits[] visits, string hours)
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
        screen.Line(texts.Say("cli.visit.meaning", study.Hours.StaySeconds / 60.0, visits[0].Days));
        if (study.AreHoursAssumed) screen.Line(texts.Say("cli.visit.hours-assumed", hours));
        if (VisitSentences.OfWalks(known.Demand) is { } walks) screen.Line(texts.Say(walks));
        if (known.Demand.FewPlaces > 0) screen.Line(texts.Say("maps.sheet.rounded", known.Demand.LeastPeople));
        foreach (StructureVisits under in visits)
        {
            screen.Line();
            screen.Line($"{under.Structure.Id} {under.Structure.Name.In(texts.Language)}");
            foreach (Phrase sentence in VisitSentences.Of(known, under)) screen.Line($"  {texts.Say(sentence)}");
        }
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
                    ["sentence"] = texts.Say(VisitSentences.OfPlace(known, v, m.Municipality.Name, m.Place)),
                })]),
        })]),
    };
}
