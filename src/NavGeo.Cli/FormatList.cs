using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Cli;

/// <summary>What a user names after <c>--format</c>.</summary>
internal static class FormatList
{
    /// <summary>The formats of a list with commas; all where nothing is said.</summary>
    /// <exception cref="InputException">One is not known; the remedy lists those that are.</exception>
    public static IReadOnlySet<string> Parse(string? text, IReadOnlyList<string> known, params IReadOnlyList<string> usual)
    {
        string[] parts = (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return (usual.Count > 0 ? usual : known).ToHashSet(StringComparer.Ordinal);
        foreach (string part in parts)
        {
            if (known.Contains(part.ToLowerInvariant())) continue;
            throw new InputException("--format", null, new Phrase("export.format", part), new Phrase("export.format.remedy", string.Join(", ", known)));
        }
        return parts.Select(p => p.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
    }
}
