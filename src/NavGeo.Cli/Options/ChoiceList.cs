using NavGeo.Planning.Language;

namespace NavGeo.Cli.Options;

/// <summary>What a user names after an option that takes several of a few words.</summary>
internal static class ChoiceList
{
    /// <summary>The words of a list with commas; where nothing is said the usual ones, or all.</summary>
    /// <exception cref="InputException">One is not known; the remedy lists those that are.</exception>
    public static IReadOnlySet<string> Parse(string option, string? text, IReadOnlyList<string> known, params IReadOnlyList<string> usual)
    {
        string[] parts = (text ?? "").ToLowerInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return (usual.Count > 0 ? usual : known).ToHashSet(StringComparer.Ordinal);
        if (parts.FirstOrDefault(p => !known.Contains(p)) is { } wrong)
            throw new InputException(option, null, new Phrase("export.choice", wrong), new Phrase("export.choice.remedy", string.Join(", ", known)));
        return parts.ToHashSet(StringComparer.Ordinal);
    }
}
