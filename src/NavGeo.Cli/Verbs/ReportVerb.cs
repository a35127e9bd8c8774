using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Maps.Report;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Verbs;

/// <summary>
/// <c>navgeo report DIR -o OUT</c>: the report of a case as HTML and Word; <c>navgeo report --from REPORT</c>: the same
/// made again and held against it.
/// </summary>
internal static class ReportVerb
{
    /// <summary>So many differences are shown.</summary>
    private const int MostShown = 20;

    private const string Verb = "report";

    private const string StudyForm = "utredning";

    private static readonly string[] Formats = ["html", "docx"];
    private static readonly string[] Forms = ["plain", StudyForm];

    /// <summary>Options that say where to and how, not what: they are no part of the order.</summary>
    private static readonly string[] NotOrdered = ["--output", "-o", "--format", "--from", "--case", "--predict", "--json", "--quiet", "-q"];

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var options = new Options();
        Command verb = options.Verb();
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            return parsed.GetValue(options.From) is { } from
                ? Again(from, parsed.GetValue(options.Case), screen, common, output, error)
                : First(parsed, options, screen);
        });
        return verb;
    }

    private static int First(ParseResult parsed, Options options, Screen screen)
    {
        string folder = FolderOf(parsed.GetValue(options.Folder));
        string target = parsed.GetValue(options.Output) ?? ".";
        IReadOnlySet<string> formats = ChoiceList.Parse("--format", parsed.GetValue(options.Format), Formats);
        CaseReport report = Compose(parsed, options, screen, folder);
        string name = Path.Combine(target, report.Provenance.Case + "-report");
        var files = new List<string>();
        if (formats.Contains("html")) files.Add(name + ".html");
        if (formats.Contains("docx")) files.Add(name + ".docx");
        if (formats.Contains("html")) ReportHtml.Write(files[0], report);
        if (formats.Contains("docx")) ReportWord.Write(files[^1], report);
        if (parsed.GetValue(options.Predict) is { } year)
        {
            if (report.Drawn is not { } drawn) throw new InputException(options.Predict.Name, null, new Phrase("review.not-drawn"), new Phrase("review.not-drawn.remedy"));
            files.Add(Path.Combine(target, report.Provenance.Case + "-predictions.csv"));
            PredictionTable.Save(files[^1], drawn, year, screen.Language);
        }
        if (screen.IsJson)
        {
            screen.Line(new JsonObject
            {
                ["files"] = new JsonArray([.. files.Select(f => (JsonNode)f)]),
                ["values"] = report.Record.Values.Count,
                ["figures"] = report.Figures.Count,
            }.ToJsonString(JsonText.Options));
        }
        foreach (string file in files) screen.Progress("cli.written", Path.GetFullPath(file));
        return ExitCode.Ok;
    }

    /// <summary>Makes a report again by the order it carries and says what differs.</summary>
    private static int Again(string file, string? caseFolder, Screen screen, GlobalOptions common, TextWriter output, TextWriter error)
    {
        ReportRecord was = RecordIn(file);
        string[] order = [.. was.Order];
        if (caseFolder is not null && order.Length > 1) order[1] = caseFolder;
        var options = new Options();
        var root = new RootCommand { options.Verb() };
        foreach (Option option in common.All) root.Options.Add(option);
        ParseResult parsed = root.Parse(order);
        if (parsed.Errors.Count > 0) throw NoReport(file);
        if (LanguageCode.TryParse(order[^1], out UserLanguage language)) screen.UseLanguageOf(language);
        CaseReport report = Compose(parsed, options, Screen.Of(common, parsed, output, error), FolderOf(parsed.GetValue(options.Folder)));
        // A report is the same whatever folder its case has moved to.
        ReportRecord now = (report with { Order = was.Order }).Record;
        (string Where, string? Was, string? Is)[] differences = [.. was.Differences(now).Where(d => !IsOrder(d.Was, d.Is))];
        if (screen.IsJson)
        {
            screen.Line(new JsonObject
            {
                ["values"] = now.Values.Count,
                ["differences"] = new JsonArray([.. differences.Select(d => (JsonNode)new JsonObject { ["where"] = d.Where, ["was"] = d.Was, ["is"] = d.Is })]),
                ["version_was"] = was.Version,
                ["version_is"] = now.Version,
            }.ToJsonString(JsonText.Options));
            return ExitCode.Ok;
        }
        if (was.Version != now.Version) screen.Line(screen.Texts.Say("report.other-version", was.Version, now.Version));
        screen.Line(differences.Length == 0
            ? screen.Texts.Say("report.same", now.Values.Count)
            : screen.Texts.Say("report.differs", differences.Length, now.Values.Count));
        string none = screen.Texts.Say("report.absent");
        foreach ((string where, string? old, string? fresh) in differences.Take(MostShown))
            screen.Line("  " + screen.Texts.Say("report.difference", where, old ?? none, fresh ?? none));
        return ExitCode.Ok;
    }

    private static bool IsOrder(string? was, string? now) =>
        was?.StartsWith("`navgeo report ", StringComparison.Ordinal) == true && now?.StartsWith("`navgeo report ", StringComparison.Ordinal) == true;

    private static CaseReport Compose(ParseResult parsed, Options options, Screen screen, string folder)
    {
        Workspace work = RoadReading.Case(screen, folder);
        Publication publication = options.Visits.Publish(screen, parsed, transit => Publication.Of(
            CompareVerb.Measure(parsed, screen, options.Roads, work, parsed.GetValue(options.Structures), options.Access.Rule(parsed), transit: transit), options.Least.In(parsed)));
        MapBackground background = MapVerb.Background(work, publication);
        return ReportBuilder.Build(publication, CasePageVerb.Planned(publication, work), new ReportSettings
        {
            Language = screen.Language,
            Municipalities = Municipalities(parsed.GetValue(options.Municipalities), publication.Case),
            Sheets = new SheetSettings { Background = background },
            Regions = options.Regions.Divide(parsed, work, publication.Study, background.Municipalities, screen, out Finding? leftOut),
            RegionsLeftOut = leftOut,
            Objections = ObjectionTable.Read(work),
            IsStudy = ChoiceList.Parse("--form", parsed.GetValue(options.Form), Forms).SetEquals([StudyForm]),
            Own = OwnTexts.Read(work, screen.Language),
            Futures = work.Futures(publication.Case),
            Tables = OwnTables.Read(work),
            Predictions = parsed.GetValue(options.Review) is { } log ? PredictionTable.Read(screen.Files.At(log)) : [],
            Order = OrderOf(parsed, screen.Language),
        });
    }

    private static string[]? Municipalities(string? text, PlanningCase planningCase)
    {
        if (text is null) return null;
        if (text == "none") return [];
        string[] all = [.. planningCase.Municipalities.Select(m => m.Number)];
        if (text == "all") return all;
        string[] wanted = text.Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        foreach (string number in wanted)
        {
            if (!all.Contains(number, StringComparer.Ordinal))
                throw new InputException("--municipalities", null, new Phrase("report.unknown-municipality", number), new Phrase("report.unknown-municipality.remedy"));
        }
        return wanted;
    }

    /// <summary>The words that say what the report is to hold, with the language it got.</summary>
    private static List<string> OrderOf(ParseResult parsed, UserLanguage language)
    {
        var order = new List<string>();
        bool isLeftOut = false;
        foreach (Token token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option) isLeftOut = NotOrdered.Contains(token.Value) || token.Value == "--lang";
            if (token.Type == TokenType.Command || !isLeftOut) order.Add(token.Value);
        }
        return [.. order, "--lang", LanguageCode.Of(language)];
    }

    private static ReportRecord RecordIn(string file)
    {
        try
        {
            if (!file.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)) return ReportHtml.FindRecord(File.ReadAllText(file)) ?? throw NoReport(file);
            using FileStream stream = File.OpenRead(file);
            return ReportWord.FindRecord(stream) ?? throw NoReport(file);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NoReport(file);
        }
    }

    private static InputException NoReport(string file) =>
        new(file, null, new Phrase("report.not-a-report", Path.GetFileName(file)), new Phrase("report.not-a-report.remedy"));

    private static string FolderOf(string? name)
    {
        if (name is null) throw new InputException(Verb, null, new Phrase("report.no-case"), new Phrase("report.no-case.remedy"));
        return !Directory.Exists(name) && DemoVerb.IsEmbedded(name) ? EmbeddedCases.Folder(name) : name;
    }

    private sealed class Options
    {
        public Argument<string?> Folder { get; } = new("DIR") { Description = "The case folder, workbook or package, or hallingdal, lillehammer, nordland.", Arity = ArgumentArity.ZeroOrOne };

        public Option<string?> Output { get; } = new("--output", "-o") { Description = "The folder to write into; this one otherwise." };

        public Option<string?> Format { get; } = new("--format") { Description = "html, docx or both with a comma; both otherwise." };

        public Option<string?> Form { get; } = new("--form") { Description = "utredning: with the six questions of an official study and a check of what it must hold; plain otherwise." };

        public Option<string?> Structures { get; } = new("--structures") { Description = "Ids to take beside the baseline, e.g. A,E; all otherwise." };

        public Option<string?> Municipalities { get; } = new("--municipalities") { Description = "Kommunenumre that get a page of their own, all or none; all where there are at most 60." };

        public Option<string?> From { get; } = new("--from") { Description = "A report NavGeo wrote: make it again and say whether any figure differs." };

        public Option<int?> Predict { get; } = new("--predict") { Description = "Also write what is expected of each structure in this year, with bands: the log that --review holds against later data." };

        public Option<string?> Review { get; } = new("--review") { Description = "A log of predictions: a chapter holds each against what this case says now." };

        public Option<string?> Case { get; } = new("--case") { Description = "With --from: where the case lies now." };

        public LeastPeopleOption Least { get; } = new(Audience.Public);

        public CaseRegionOptions Regions { get; } = new();

        public RoadOptions Roads { get; } = new();

        public AccessOption Access { get; } = new();

        public VisitOptions Visits { get; } = new();

        public Command Verb()
        {
            var verb = new Command(ReportVerb.Verb, "Write the report of a case as HTML and Word, or make one again and compare.")
            {
                Folder, Output, Format, Form, Structures, Municipalities, From, Case, Predict, Review,
            };
            Regions.AddTo(verb);
            Roads.AddTo(verb, hasCase: true);
            Roads.AddMode(verb, withTransit: true, ownPower: false);
            Access.AddTo(verb);
            Least.AddTo(verb);
            Visits.AddTo(verb, result => Roads.Mode(result) == TravelModes.Transit);
            return verb;
        }
    }
}
