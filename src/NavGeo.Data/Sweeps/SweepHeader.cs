using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;

namespace NavGeo.Data.Sweeps;

/// <summary>
/// What a file of a sweep says of itself, in the file beside it (<c>FILE.json</c>): of which sweep it is, which share of its rows it
/// holds, its columns and where everything comes from.
/// </summary>
/// <param name="Identity">The same for all shares of a sweep, and for no other: of the case with all its files, the question and the program.</param>
/// <param name="Over">What was asked.</param>
/// <param name="Count">Rows of the whole sweep.</param>
/// <param name="Share">Which of them.</param>
/// <param name="Columns">What a row holds.</param>
/// <param name="Provenance">Sources, settings and version, as every file of NavGeo has them.</param>
public sealed record SweepHeader(
    string Identity, SweepOver Over, int Count, SweepShare Share, IReadOnlyList<SweepColumn> Columns, JsonObject Provenance)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>That of a sweep.</summary>
    /// <param name="sweep">The questions.</param>
    /// <param name="share">Which of them.</param>
    /// <param name="provenance">Where everything comes from, with the hashes of all files and every setting.</param>
    public static SweepHeader Of(CaseSweep sweep, SweepShare share, JsonObject provenance)
    {
        string what = string.Join('\n', [provenance.ToJsonString(), sweep.Over.Name, sweep.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), .. sweep.Columns.Select(c => c.ToString())]);
        return new SweepHeader(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what))), sweep.Over, sweep.Count, share, sweep.Columns, provenance);
    }

    /// <summary>Where that of a file lies.</summary>
    public static string PathFor(string file) => file + ".json";

    /// <summary>As it is written.</summary>
    public string ToJson() => new JsonObject
    {
        ["sweep"] = Identity,
        ["over"] = Over.Name,
        ["rows_of_all"] = Count,
        ["from"] = Share.From,
        ["to"] = Share.To,
        ["columns"] = new JsonArray([.. Columns.Select(c => (JsonNode)new JsonObject { ["name"] = c.Name, ["kind"] = c.Kind.ToString(), ["decimals"] = c.Decimals })]),
        ["provenance"] = Provenance.DeepClone(),
    }.ToJsonString(Written) + "\n";

    /// <summary>Reads that of a file of a sweep.</summary>
    /// <exception cref="InputException">It is missing, or none.</exception>
    public static SweepHeader Read(InputFiles files, string file)
    {
        InputFile beside = files.At(PathFor(file));
        if (!beside.Exists)
            throw new InputException(file, null, new Phrase("sweep.no-header", Path.GetFileName(beside.Path)), new Phrase("sweep.no-header.remedy", Path.GetFileName(beside.Path)));
        try
        {
            JsonObject json = JsonNode.Parse(beside.Bytes)!.AsObject();
            return new SweepHeader(
                json["sweep"]!.GetValue<string>(), SweepNames.Of(json["over"]!.GetValue<string>()), json["rows_of_all"]!.GetValue<int>(),
                new SweepShare(json["from"]!.GetValue<int>(), json["to"]!.GetValue<int>()),
                [.. json["columns"]!.AsArray().Select(c => new SweepColumn(c!["name"]!.GetValue<string>(), Enum.Parse<SweepValues>(c["kind"]!.GetValue<string>()), c["decimals"]!.GetValue<int>()))],
                json["provenance"]!.AsObject());
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException or NullReferenceException or FormatException)
        {
            throw new InputException(beside.Path, null, new Phrase("sweep.bad-header"), new Phrase("sweep.unreadable.remedy"));
        }
    }
}
