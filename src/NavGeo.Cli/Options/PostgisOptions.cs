using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Formats.Postgis;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Options;

/// <summary><c>--to postgis</c>: the layers as tables of a database.</summary>
internal sealed class PostgisOptions
{
    /// <summary>Where the way to the database may stand instead of on the command line, which others on the machine can read.</summary>
    private const string Variable = "NAVGEO_POSTGIS";

    private readonly Option<string?> to = new("--to") { Description = "postgis: the layers as tables of a database as well; -o is not needed then." };
    private readonly Option<string?> database = new("--database") { Description = "The way to the database, e.g. \"Host=db;Database=gis;Username=plan\"; the environment variable NAVGEO_POSTGIS otherwise, where a password belongs." };
    private readonly Option<string?> schema = new("--schema") { Description = "The schema of the tables; navgeo_ and the case's id otherwise." };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        to.AcceptOnlyFromAmong("postgis");
        foreach (Option option in (Option[])[to, database, schema]) verb.Options.Add(option);
    }

    /// <summary>Whether the layers are to go there.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(to) is not null;

    /// <summary>The same, while the command line is checked.</summary>
    public bool IsAsked(CommandResult result) => result.GetValue(to) is not null;

    /// <summary>Writes them.</summary>
    /// <exception cref="InputException">No database is named, or it does not let it be done.</exception>
    public void Write(ParseResult parsed, GeoPackageFile layers, string caseId, Screen screen)
    {
        string way = parsed.GetValue(database) ?? Environment.GetEnvironmentVariable(Variable)
            ?? throw new InputException(database.Name, null, new Phrase("export.no-database"), new Phrase("export.postgis.remedy"));
        string into = parsed.GetValue(schema) ?? PostgisWriter.SchemaOf(caseId);
        IReadOnlyList<(string Table, long Rows)> written = PostgisWriter.Write(way, into, layers);
        if (screen.IsJson)
            screen.Line(new JsonObject { ["schema"] = into, ["tables"] = new JsonArray([.. written.Select(t => (JsonNode)new JsonObject { ["table"] = t.Table, ["rows"] = t.Rows })]) }.ToJsonString(JsonText.Options));
        else screen.Notice("export.postgis.written", written.Count, into, written.Sum(t => t.Rows));
    }
}
