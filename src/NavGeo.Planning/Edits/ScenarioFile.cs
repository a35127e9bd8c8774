using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Edits;

/// <summary>
/// A scenario as a file: which case it changes, told by the hashes of what the case was read from, and the edits in
/// their order. A meeting gives it and takes it in; the command replays it.
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
    private const int MostEdits = 500;

    private static readonly JsonSerializerOptions Options = new(Edit.JsonOptions)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The line each edit begins on, from 0; none where it was not read.</summary>
    private int[] Lines { get; init; } = [];

    private string? File { get; init; }

    /// <summary>A scenario of a case.</summary>
    /// <param name="name">As users see it.</param>
    /// <param name="original">The case as it was read.</param>
    /// <param name="edits">In their order.</param>
    /// <param name="objections">Objections to the structure that is shown.</param>
    /// <param name="language">Of the sentences.</param>
    /// <param name="generator">The program that writes it.</param>
    public static ScenarioFile Of(
        string name, PlanningCase original, IReadOnlyList<Edit> edits, IReadOnlyList<string> objections, UserLanguage language, string generator) =>
        new(name, original.Id, generator, SourcesOf(original), edits, [.. edits.Select(e => e.Sentence(original).In(language))], objections);

    /// <summary>Reads a file that somebody brought.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="file">What findings call it; null where there is no name.</param>
    /// <exception cref="InputException">It is no scenario; the findings name the lines.</exception>
    public static ScenarioFile Read(ReadOnlyMemory<byte> json, string? file)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            int[] lines = LinesOfEdits(json.Span);
            CheckEdits(json, lines, file);
            ScenarioFile scenario = JsonSerializer.Deserialize<ScenarioFile>(json.Span, Options) ?? throw EditFault.Of("edits.wrong.scenarioFile");
            return scenario with { Lines = lines, File = file };
        }
        catch (JsonException fault)
        {
            InputException wrong = EditFault.Of("edits.wrong.scenarioFile");
            throw file is null ? wrong : EditFault.At(wrong, file, Line(fault.LineNumber ?? 0));
        }
    }

    /// <summary>Whether it is a scenario of this very case: its edits mean something else in another.</summary>
    /// <exception cref="InputException">It is not, or has more edits than anybody makes.</exception>
    public void CheckFits(PlanningCase original)
    {
        if (Case != original.Id) throw At(EditFault.Of("edits.wrong.otherCase", Case));
        if (Edits.Count > MostEdits) throw At(EditFault.Of("edits.wrong.tooManyEdits", MostEdits));
        IReadOnlyDictionary<string, string> sources = SourcesOf(original);
        string? changed = Sources.FirstOrDefault(s => sources.GetValueOrDefault(s.Key, s.Value) != s.Value).Key;
        if (changed is not null) throw At(EditFault.Of("edits.wrong.otherSources", changed));
    }

    /// <summary>Makes the edits.</summary>
    /// <exception cref="InputException">One does not fit; the finding names its line.</exception>
    public void ApplyTo(EditDraft draft)
    {
        foreach ((int i, Edit edit) in Edits.Index()) draft.Add(edit, File, i < Lines.Length ? Line(Lines[i]) : null);
    }

    /// <summary>The file as bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    private static Dictionary<string, string> SourcesOf(PlanningCase original) =>
        original.Sources.Where(s => s.Sha256 is not null).ToDictionary(s => s.File ?? s.Title, s => s.Sha256!);

    private static string Line(long number) => (number + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The line each edit begins on, from 0.</summary>
    private static int[] LinesOfEdits(ReadOnlySpan<byte> json)
    {
        var lines = new List<int>();
        var reader = new Utf8JsonReader(json);
        bool isInEdits = false;
        (int line, int counted) = (0, 0);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName) isInEdits = reader.ValueTextEquals("edits");
            if (!isInEdits || reader.CurrentDepth != 2 || reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) continue;
            int at = checked((int)reader.TokenStartIndex);
            line += json[counted..at].Count((byte)'\n');
            counted = at;
            lines.Add(line);
        }
        return [.. lines];
    }

    /// <summary>Every edit by itself, so that all that are wrong are told at once, each with its line.</summary>
    private static void CheckEdits(ReadOnlyMemory<byte> json, int[] lines, string? file)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("edits", out JsonElement edits) || edits.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException();
        }
        var findings = new Findings();
        foreach ((int i, JsonElement edit) in edits.EnumerateArray().Index())
        {
            try
            {
                if (edit.Deserialize<Edit>(Options) is null) throw new JsonException();
            }
            catch (Exception fault) when (fault is JsonException or NotSupportedException)
            {
                findings.Error(file ?? "", Line(lines[i]), new Phrase("edits.wrong.unknown", i + 1), new Phrase("edits.wrong.unknown.remedy"));
            }
        }
        findings.ThrowIfErrors();
    }

    private InputException At(InputException wrong) => File is null ? wrong : EditFault.At(wrong, File, null);
}
