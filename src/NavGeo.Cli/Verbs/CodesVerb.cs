using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary>
/// <c>navgeo codes --from 2018 --to 2020</c>: the table of changed kommunenumre, to be put into a case; with a file of
/// people per municipality, the same people by the other year's numbers.
/// </summary>
internal static class CodesVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var file = new Argument<string?>("FILE") { Description = "People per municipality to convert (.csv, .json); none for the table of changes.", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<int>("--from") { Description = "The year of the numbers.", Required = true };
        var to = new Option<int>("--to") { Description = "The year they are wanted in.", Required = true };
        var changes = new Option<string?>("--changes") { Description = "Your own table of changes, with shares where a municipality was parted (.csv)." };
        var year = new Option<int?>("--year") { Description = "The year to take where FILE holds several." };
        var target = new Option<string?>("--output", "-o") { Description = "The table to write (.csv); the screen otherwise." };
        var verb = new Command("codes", "Municipality numbers from one year to another.") { file, from, to, changes, year, target };
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            CodeChanges table = parsed.GetValue(changes) is { } own ? CodeChangeTable.Read(own, findings) : CodeChangeTable.General;
            (int first, int last) = (parsed.GetValue(from), parsed.GetValue(to));
            if (parsed.GetValue(file) is { } people)
                Convert(MunicipalityPeopleReader.Read(people, parsed.GetValue(year), findings), parsed.GetValue(changes) is null, table.Between(first, last));
            else
                Show(table, first, last);
            return ExitCode.Ok;

            void Convert(MunicipalityPeople read, bool isGeneral, CodeMapping mapping)
            {
                MunicipalityPeople converted = read.By(isGeneral ? mapping.WithoutShares() : mapping, findings);
                screen.Show(findings.All);
                if (screen.IsJson)
                {
                    screen.Line(new JsonObject
                    {
                        ["year"] = last,
                        ["people"] = converted.TotalPeople,
                        ["municipalities"] = new JsonObject(converted.Rows.Select(r => KeyValuePair.Create(r.Number, (JsonNode?)r.People))),
                    }.ToJsonString(JsonText.Options));
                    return;
                }
                var result = new DelimitedWriter(TableDress.International, "kommunenummer", "name", "population");
                foreach (MunicipalityCount row in converted.Rows) result.Text(row.Number).Text(row.Name).Whole(row.People).EndRow();
                Save(result);
                screen.Progress("codes.converted", read.Rows.Length, converted.Rows.Length, converted.TotalPeople);
            }

            void Show(CodeChanges all, int one, int other)
            {
                CodeMapping mapping = all.Between(one, other);
                if (screen.IsJson)
                {
                    screen.Line(Json(mapping).ToJsonString(JsonText.Options));
                    return;
                }
                CodeChange[] between = [.. all.RowsBetween(one, other)];
                Save(CodeChangeTable.Write(between, TableDress.International));
                screen.Progress("codes.counts", mapping.Unique.Count, mapping.Splits.Length, mapping.Adjustments.Length);
                foreach (CodeSplit split in mapping.Splits)
                    screen.Notice("codes.split-line", split.Number, string.Join(", ", split.Targets.Select(t => t.Number)));
            }

            void Save(DelimitedWriter result)
            {
                if (parsed.GetValue(target) is { } path)
                {
                    result.Save(path);
                    screen.Progress("cli.written", Path.GetFullPath(path));
                }
                else
                {
                    output.Write(System.Text.Encoding.UTF8.GetString(result.ToBytes()));
                }
            }
        });
        return verb;
    }

    private static JsonObject Json(CodeMapping mapping) => new()
    {
        ["from"] = mapping.FromYear,
        ["to"] = mapping.ToYear,
        ["successors"] = new JsonObject(mapping.Unique.Select(u => KeyValuePair.Create(u.Key, (JsonNode?)u.Value))),
        ["splits"] = new JsonArray([.. mapping.Splits.Select(s => (JsonNode)new JsonObject
        {
            ["number"] = s.Number,
            ["targets"] = new JsonArray([.. s.Targets.Select(t => (JsonNode)new JsonObject { ["number"] = t.Number, ["share"] = t.Share })]),
        })]),
    };
}
