using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Regions;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NavGeo.Reports.Json;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo regions [DIR] --rule …</c>: labour-market regions by a named rule, every placement explained.</summary>
internal static class RegionsVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string?>("DIR") { Description = "The case folder, workbook or package; without one give the files.", Arity = ArgumentArity.ZeroOrOne };
        var regions = new RegionOptions();
        var table = new Option<string?>("--output", "-o") { Description = "The CSV file to write: nine columns; what explains them goes into NAME-explained.csv beside it." };
        var explain = new Option<string?>("--explain") { Description = "Municipalities (numbers or names) to explain in full." };
        var compare = new Option<string?>("--compare") { Description = "Another division to hold against this one: kommunenummer,region." };
        var codes = new Option<string?>("--codes") { Description = ChangedCodes.Description };
        var runs = new Option<int?>("--stability") { Description = "So many runs with commuting and times shaken." };
        var seed = new Option<int>("--seed") { Description = "Seed of the runs.", DefaultValueFactory = _ => 1 };
        var noise = new Option<double>("--noise") { Description = "Noise of a commuting number in units of its square root.", DefaultValueFactory = _ => 1 };
        var timeShare = new Option<double>("--time-noise") { Description = "Times are multiplied by 1 minus to 1 plus this share.", DefaultValueFactory = _ => 0.10 };
        var verb = new Command("regions", "Divide municipalities into labour-market regions by a named rule.")
        {
            folder, table, explain, compare, codes, runs, seed, noise, timeShare,
        };
        var maps = new RegionMapOptions();
        var pages = new RegionPageOptions();
        regions.AddTo(verb, folder);
        pages.AddTo(verb);
        maps.AddTo(verb);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            CodeMapping? changed = parsed.GetValue(codes) is { } given ? ChangedCodes.Of(given, screen.Files, findings) : null;
            LoadedMarket loaded = regions.Read(parsed, parsed.GetValue(folder), changed, screen, findings);
            if (pages.Save(parsed, loaded, regions.Files(parsed, screen, changed), parsed.GetValue(codes), screen)) return ExitCode.Ok;
            IRegionRule rule = regions.Rule(parsed, loaded.Market, screen.Files, findings);
            int[] explained = RegionOptions.Find("--explain", parsed.GetValue(explain), loaded.Market);
            screen.Progress("regions.dividing", loaded.Market.Count, rule.Name);
            RegionDivision division = rule.Divide(loaded.Market);
            RegionFindings.Check(division, parsed.GetValue(table) ?? rule.Name, findings);
            screen.Show(findings.All.Where(f => f.Severity != Severity.Note));
            if (RegionFindings.IsInfeasible(division))
            {
                screen.Show([new Finding(Severity.Error, "--rule", null, new Phrase("regions.infeasible", rule.Name), new Phrase("regions.infeasible.remedy"))]);
                return ExitCode.Infeasible;
            }
            var settings = new StabilitySettings(parsed.GetValue(runs) ?? 0, parsed.GetValue(seed), parsed.GetValue(noise), parsed.GetValue(timeShare));
            IReadOnlyList<StabilityRow>? stability = null;
            if (settings.Runs > 0)
            {
                screen.Progress("regions.shaking", settings.Runs);
                stability = StabilityStudy.Of(division, settings);
            }
            (DivisionAgreement Agreement, RegionDivision First, string Other)? held = parsed.GetValue(compare) is { } other
                ? Hold(division, other, changed, screen)
                : null;
            if (parsed.GetValue(table) is { } path) DivisionTable.Save(path, division, stability, TableDress.International);
            maps.Save(parsed, loaded, division, screen.Language);
            if (screen.IsJson)
            {
                JsonObject json = DivisionJson.Of(division);
                if (stability is not null) json["stability"] = DivisionJson.Of(stability, settings, loaded.Market);
                if (held is { } h) json["agreement"] = DivisionJson.Of(h.Agreement, h.Other, h.First);
                if (explained.Length > 0) json["explained"] = new JsonArray([.. explained.Select(m => (JsonNode)DivisionJson.Explained(division, m, screen.Language))]);
                screen.Line(json.ToJsonString(JsonText.Options));
                return ExitCode.Ok;
            }
            if (explained.Length == 0 && parsed.GetValue(table) is null && screen.IsQuiet)
                output.Write(Encoding.UTF8.GetString(DivisionTable.Of(division, TableDress.International).ToBytes()));
            RegionsView.Show(division, explained, screen);
            if (stability is not null) RegionsView.ShowStability(stability, loaded.Market, screen);
            if (held is { } agreed) RegionsView.ShowAgreement(agreed.Agreement, agreed.First, agreed.Other, screen);
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary>Holds another division against this one; one of an earlier year over its own municipalities.</summary>
    private static (DivisionAgreement Agreement, RegionDivision First, string Other) Hold(RegionDivision division, string file, CodeMapping? codes, Screen screen)
    {
        var findings = new Findings();
        FixedRule other = DivisionReader.Read(screen.Files.At(file), findings);
        if (codes is not null)
        {
            (RegionDivision earlier, int[] became) = EarlierDivision.Of(other, codes, division.Market);
            return (DivisionAgreement.Of(earlier, division, became), earlier, Path.GetFileName(file));
        }
        RegionFindings.CheckNumbers(other, division.Market, file, findings);
        screen.Show(findings.All);
        return (DivisionAgreement.Of(division, other.Divide(division.Market)), division, Path.GetFileName(file));
    }
}
