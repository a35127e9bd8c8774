using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Sweeps;
using NavGeo.Maps.Packages;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;
using NavGeo.Reports.Tables;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo sweep show FILE…</c>: the shares of a sweep put together, and what matters most in them.</summary>
internal static class SweepShowVerb
{
    private const int MostRows = 1_000_000;
    private const int UsualRows = 50;
    private const int UsualMergers = 10;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("FILE") { Description = "The files of one sweep: all its shares, in any order.", Arity = ArgumentArity.OneOrMore };
        var structure = new Option<string?>("--structure") { Description = "Under which structure; the baseline otherwise." };
        var top = new Option<int?>("--top") { Description = "How many rows; 50 otherwise, of mergers 10." };
        var target = new Option<string?>("--output", "-o") { Description = "Write the ranking: .csv, .xlsx or .gpkg." };
        var merged = new Option<string?>("--merged") { Description = "Write all rows as one run would have: .csv or .parquet." };
        var verb = new Command("show", "The links a structure can least do without, or the mergers that cost people least, out of the files of a sweep.") { files, structure, top, target, merged };
        verb.SetAction(async (parsed, _) =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string? ranked = parsed.GetValue(target);
            if (ranked is not null) ChoiceList.Parse("--output", Path.GetExtension(ranked) is { Length: > 1 } ending ? ending[1..] : "?", ["csv", "xlsx", "gpkg"]);
            if (parsed.GetValue(merged) is { } all) SweepTable.CheckName(all);
            if (parsed.GetValue(top) is { } number and (< 1 or > MostRows))
                throw new InputException("--top", null, new Phrase("sweep.bad-number", number), new Phrase("sweep.bad-number.remedy", 1, MostRows));
            SweepTable table = await SweepShards.MergeAsync(screen.Files, parsed.GetRequiredValue(files));
            if (parsed.GetValue(merged) is { } whole) await table.SaveAsync(whole);
            if (table.Header.Over == SweepOver.Draws && parsed.GetValue(merged) is not null && ranked is null) return ExitCode.Ok;
            int most = parsed.GetValue(top) ?? (table.Header.Over == SweepOver.PairsOfOffices ? UsualMergers : UsualRows);
            var ranking = SweepRanking.Of(table, parsed.GetValue(structure), most);
            if (ranked is not null) Save(ranked, ranking, table.Header, screen);
            if (screen.IsJson) screen.Line(Json(ranking, table.Header).ToJsonString(JsonText.Options));
            else SweepView.Show(ranking, table.Header, screen);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static void Save(string path, SweepRanking ranking, SweepHeader header, Screen screen)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".gpkg":
                var day = DateOnly.TryParse(header.Provenance["date"]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out DateOnly known) ? known : new DateOnly(2000, 1, 1);
                SweepPackage.Write(path, ranking, header.Provenance, day);
                break;
            case ".xlsx":
                SpreadsheetWriter.Write(path, [ranking.ToTable()], screen.Language);
                break;
            default:
                byte[] bytes = ranking.ToTable().ToCsv(ComparisonTables.DressOf(screen.Language));
                Data.AtomicFile.Write(path, stream => stream.Write(bytes));
                break;
        }
    }

    private static JsonObject Json(SweepRanking ranking, SweepHeader header) => new()
    {
        ["over"] = header.Over.Name,
        ["structure"] = ranking.Structure,
        ["rows_of_all"] = header.Count,
        ["hitting_nobody"] = ranking.HittingNobody,
        ["ranking"] = new JsonArray([.. ranking.Rows.Select((r, i) => (JsonNode)new JsonObject
        {
            ["rank"] = i + 1, ["title"] = r.Text("title"), ["road"] = r.Text("road"), ["municipality"] = r.Text("municipality"), ["kept"] = r.Text("kept"), ["closed"] = r.Text("closed"),
            ["cut_off"] = r.Whole("cut_off"), ["delayed_over_30_min"] = r.Whole("delayed_over_30_min"), ["longer"] = r.Whole("longer"),
            ["person_hours_one_way"] = r.Decimal("person_hours_one_way"), ["worst_min"] = r.Decimal("worst_min"), ["more"] = r.More,
        })]),
    };
}
