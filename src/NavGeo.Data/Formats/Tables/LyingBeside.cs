using NavGeo.Planning.Language;

namespace NavGeo.Data.Formats.Tables;

/// <summary>The file that somebody took for another which is not there: <c>sites.xlsx</c>, <c>sites.csv.txt</c>, <c>Sites (1).csv</c>.</summary>
internal static class LyingBeside
{
    private static readonly string[] Endings = [".csv", ".xlsx", ".xls", ".xlsm", ".ods", ".txt"];

    /// <summary>Its path; null where none lies there.</summary>
    public static string? Of(string missing)
    {
        string folder = Path.GetDirectoryName(missing) is { Length: > 0 } given ? given : ".";
        if (!Directory.Exists(folder)) return null;
        return Directory.EnumerateFiles(folder).Where(f => Endings.Contains(Path.GetExtension(f).ToLowerInvariant()) && StemOf(f) == StemOf(missing))
            .Order(StringComparer.Ordinal).FirstOrDefault(f => Path.GetFileName(f) != Path.GetFileName(missing));
    }

    /// <summary>What to do with it.</summary>
    public static Phrase Remedy(string beside, string missing) => Path.GetExtension(beside).ToLowerInvariant() is ".csv" or ".txt"
        ? new Phrase("table.beside-rename.remedy", Path.GetFileName(missing))
        : new Phrase("table.beside.remedy", Path.GetFileName(missing));

    /// <summary>The name without endings, and without what copying and downloading put behind it.</summary>
    private static string StemOf(string path)
    {
        string name = Path.GetFileName(path).ToLowerInvariant();
        while (Endings.Contains(Path.GetExtension(name))) name = Path.GetFileNameWithoutExtension(name);
        int copy = name.IndexOfAny(['(', ' ']);
        return (copy > 0 ? name[..copy] : name).TrimEnd(' ', '-');
    }
}
