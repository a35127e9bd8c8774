using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Siting;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Siting;
using NavGeo.Planning.Visits;
using NavGeo.Reports.Json;
using NavGeo.Reports.Tables;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo site</c>: where the sites should be, with the proof of how good that is.</summary>
internal static class SiteVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string?>("DIR") { Description = "The case folder, workbook or package.", Arity = ArgumentArity.ZeroOrOne };
        var matrix = new Option<string?>("--cost-matrix") { Description = "Without a case: CSV with candidates in the first row, places in the first column." };
        var demand = new Option<string?>("--demand") { Description = "Weights of the places: CSV with id,weight; 1 each otherwise." };
        var candidates = new Option<string>("--candidates")
        {
            Description = "sites; centres (the municipal centres too); people:200 (every place with so many people too); or a CSV with id,lon,lat.",
            DefaultValueFactory = _ => "sites",
        };
        var only = new Option<string?>("--municipalities") { Description = "Plan only for these numbers, or numbers that begin so: 0501,0521." };
        var outFolder = new Option<string?>("--output", "-o") { Description = "Folder for the tables as CSV and siting.json." };
        var saveAs = new Option<string?>("--save-as") { Description = "Add the answer to the case as a structure of this id." };
        var options = new SitingOptions();
        var roads = new RoadOptions();
        var verb = new Command("site", "Choose sites with proof: the best set, and a bound that no set beats.")
        {
            folder, matrix, demand, candidates, only, outFolder, saveAs,
        };
        options.AddTo(verb);
        roads.AddTo(verb);
        roads.AddMode(verb, withTransit: true);
        var visits = new VisitOptions();
        visits.AddTo(verb, result => roads.Mode(result) == TravelModes.Transit);
        verb.Validators.Add(result =>
        {
            bool hasCase = result.GetValue(folder) is not null;
            bool hasMatrix = result.GetValue(matrix) is not null;
            if (hasCase == hasMatrix) result.AddError("siting.usage.one-of-two");
            if (!hasCase && result.GetValue(saveAs) is not null) result.AddError("siting.usage.save-as");
        });
        verb.SetAction((parsed, cancel) =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            SitingCase? sited = null;
            var findings = new Findings();
            SitingTable table;
            if (parsed.GetValue(folder) is { } given && parsed.GetValue(saveAs) is not null) CaseCarrier.RefuseToAdd(given);
            if (parsed.GetValue(folder) is { } path)
            {
                sited = Measure(parsed, screen, roads, visits, path, parsed.GetRequiredValue(candidates), parsed.GetValue(only), cancel);
                table = sited.Table;
            }
            else
            {
                table = CostMatrixFile.Read(parsed.GetRequiredValue(matrix)!, parsed.GetValue(demand), findings);
            }
            SitingQuestion question = options.Question(parsed, table, sited?.Today ?? [], sited?.Municipalities, findings);
            screen.Show(findings.All.Where(f => f.Severity != Severity.Note));
            var limits = options.Limits(parsed, Progress(screen, table), cancel);
            try
            {
                SitingReport report = Report(table, sited?.Names ?? table.SiteIds, question, limits, options, parsed);
                JsonObject json = SitingJson.Of(report, screen.Language);
                json["seed"] = options.Seed(parsed);
                json["mode"] = roads.Mode(parsed);
                if (parsed.GetValue(outFolder) is { } target)
                {
                    SitingTables.Save(report, target, screen.Language);
                    Data.AtomicFile.WriteText(Path.Combine(target, "siting.json"), json.ToJsonString(JsonText.Options) + "\n");
                }
                if (parsed.GetValue(saveAs) is { } id && sited is not null)
                {
                    Structure structure = SitedStructure.Of(sited, report.Answer, id);
                    StructureAppender.Append(parsed.GetValue(folder)!, structure, sited.Study.Case);
                    screen.Progress("siting.saved", id);
                }
                if (screen.IsJson) screen.Line(json.ToJsonString(JsonText.Options));
                else SitingView.Show(report, sited is not null, screen);
                return Task.FromResult(ExitCode.Ok);
            }
            catch (InfeasibleSitingException problem)
            {
                if (screen.IsJson)
                {
                    screen.Line(new JsonObject
                    {
                        ["model"] = SitingModelName.Of(question.Model),
                        ["infeasible"] = true,
                        ["reasons"] = new JsonArray([.. problem.Reasons.Select(r => (JsonNode)r.In(screen.Language))]),
                    }.ToJsonString(JsonText.Options));
                }
                foreach (Phrase reason in problem.Reasons)
                    error.WriteLine($"{screen.Texts.Say("siting.infeasible")}: {reason.In(screen.Language)}");
                return Task.FromResult(ExitCode.Infeasible);
            }
        });
        return verb;
    }

    private static SitingReport Report(
        SitingTable table, IReadOnlyList<string> names, SitingQuestion question, SearchLimits limits, SitingOptions options, ParseResult parsed)
    {
        SitingAnswer answer = new SitingSolver(table, limits).Solve(question);
        var study = new SitingStudy(table, limits with { Work = Math.Min(limits.Work, 2_000_000_000) }, names);
        (int from, int to) = options.Counts(parsed) ?? (0, 0);
        bool isExplained = options.IsExplained(parsed, table);
        return new SitingReport(
            table, names, answer, study.Today(question),
            isExplained ? study.ChangeCurve(question, 12) : [],
            to > from ? study.CountCurve(question, from, to) : [],
            isExplained ? study.Standings(answer, SitingReport.Indifference) : [],
            isExplained ? study.Prices(answer) : [],
            isExplained ? study.Closings(question.Today) : []);
    }

    private static SitingCase Measure(
        ParseResult parsed, Screen screen, RoadOptions roads, VisitOptions visits, string folder, string candidates, string? only, CancellationToken cancellation)
    {
        var findings = new Findings();
        EditDraft draft = roads.Draft(parsed, RoadReading.Case(screen, folder, cancellation).Case, screen);
        PlanningCase planningCase = CandidateSites.Of(draft.ToCase(), candidates, findings);
        string[] begins = (only ?? "").Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        string[] numbers = [.. planningCase.Municipalities.Select(m => m.Number).Where(n => Array.Exists(begins, b => n.StartsWith(b, StringComparison.Ordinal)))];
        if (begins.Length > 0 && numbers.Length == 0)
            throw new InputException("--municipalities", null, new Phrase("siting.no-municipality", only!), new Phrase("siting.no-municipality.remedy"));
        if (roads.Mode(parsed) == TravelModes.Transit && visits.Find(screen, parsed, cancellation) is { } asked)
        {
            screen.Notice("siting.without-car", asked.Question.Hours.StaySeconds / 60.0, asked.Question.Dates.Count);
            screen.Progress("cli.measuring", planningCase.Demand.Count, planningCase.Sites.Count);
            return SitingCase.Of(AccessStudy.Of(planningCase), numbers, VisitCosts.Of(planningCase, asked.Network, asked.Question, cancellation));
        }
        screen.Progress("cli.measuring", planningCase.Demand.Count, planningCase.Sites.Count);
        var sited = SitingCase.Of(draft.Explained(() => AccessStudy.Of(planningCase, draft.TriedOnRoads)), numbers);
        screen.Progress("cli.measured");
        return sited;
    }

    /// <summary>Best and bound in place on a terminal; nothing elsewhere.</summary>
    private static Action<double, double>? Progress(Screen screen, SitingTable table)
    {
        if (!screen.IsWatched) return null;
        double scale = (double)(table.CostScale * table.WeightScale);
        return (best, bound) => Console.Error.Write(
            $"\r{screen.Texts.Say("siting.progress", best / scale, bound / scale, best == 0 ? 0 : 100 * (best - bound) / best)}   ");
    }
}
