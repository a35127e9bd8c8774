using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Changes single settings in the <c>case.json</c> of a folder, so that nobody need know JSON. Comments in it are lost.</summary>
public static class CaseEditor
{
    private static readonly JsonSerializerOptions Dress = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Writes the settings; nothing is written where the case could then not be read.</summary>
    /// <param name="folder">The case folder.</param>
    /// <param name="values">By their keys: <c>name</c>, <c>baseline</c>, <c>date</c>, <c>language</c>.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">It is no case folder, or a value cannot be used.</exception>
    public static void Set(string folder, IReadOnlyDictionary<string, string> values, Findings findings)
    {
        string path = Path.Combine(folder, CaseFolder.SettingsName);
        if (CaseWorkbook.Is(folder)) throw new InputException(folder, null, new Phrase("case.set.workbook"), new Phrase("case.set.workbook.remedy"));
        CaseCarrier.RefuseToAdd(folder);
        if (!File.Exists(path)) throw new InputException(path, null, new Phrase("table.no-file"), new Phrase("case.no-case.remedy"));
        byte[] bytes = File.ReadAllBytes(path);
        // Told by its place, where it is no JSON.
        CaseSettingsReader.Parse(bytes, path, findings);
        string text = TableText.Decode(bytes, path, findings)!;
        var settings = JsonNode.Parse(text, null, Lenient)!.AsObject();
        foreach ((string key, string value) in values) settings[key] = value;
        string changed = settings.ToJsonString(Dress) + "\n";
        var reader = new CaseSettingsReader(folder, path, findings, new InputFiles());
        reader.Read(System.Text.Encoding.UTF8.GetBytes(changed));
        if (values.TryGetValue("baseline", out string? baseline)) RequireStructure(folder, baseline, findings);
        findings.ThrowIfErrors();
        AtomicFile.WriteText(path, changed);
    }

    private static void RequireStructure(string folder, string id, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(CaseFolder.TableIn(folder, StructureTable.Name, findings), new TableColumns(["structure"]), findings);
        string[] known = [.. (table?.Rows ?? []).Select(r => r["structure"]).Distinct(StringComparer.Ordinal)];
        if (table is not null && !known.Contains(id, StringComparer.Ordinal))
            findings.Error("--baseline", null, new Phrase("case.unknown-baseline", id), new Phrase("case.unknown-baseline.remedy", string.Join(", ", known)));
    }
}
