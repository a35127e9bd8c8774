using System.Text.Encodings.Web;
using System.Text.Json;
using NavGeo.Maps;
using NavGeo.Planning.Cases;
using NavGeo.Web.Edits;

namespace NavGeo.Web.Situations;

/// <summary>
/// A scenario as a file: which case it changes, told by the hashes of what the case was read from, and the edits in
/// their order.
/// </summary>
/// <param name="Name">As users see it.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Generator">The program that wrote it.</param>
/// <param name="Sources">Hash of each file of the case.</param>
/// <param name="Edits">In their order.</param>
/// <param name="Sentences">The same in words, for who reads the file without NavGeo.</param>
/// <param name="Objections">Objections to the structure that is shown.</param>
public sealed record ScenarioFile(
    string Name,
    string Case,
    string Generator,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<Edit> Edits,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> Objections)
{
    private static readonly JsonSerializerOptions Options = new(Edit.JsonOptions)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How this program calls itself in the files it writes.</summary>
    public static string ThisProgram => "NavGeo " + Provenance.Version;

    /// <summary>The hash of each file a case was read from.</summary>
    public static IReadOnlyDictionary<string, string> SourcesOf(PlanningCase original) =>
        original.Sources.Where(s => s.Sha256 is not null).ToDictionary(s => s.File ?? s.Title, s => s.Sha256!);

    /// <summary>Reads a file that somebody brought.</summary>
    /// <exception cref="NavGeo.Data.Input.InputException">It is no scenario.</exception>
    public static async Task<ScenarioFile> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<ScenarioFile>(stream, Options, cancellation) ?? throw EditNames.Wrong("web.wrong.scenarioFile");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw EditNames.Wrong("web.wrong.scenarioFile");
        }
    }

    /// <summary>The file as bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);
}
