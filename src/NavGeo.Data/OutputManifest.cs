using System.Text;

using NavGeo.Data.Input;

namespace NavGeo.Data;

/// <summary>
/// Keeps a folder of results free of what an earlier run left there: a list beside the files says what was written and
/// with which content; the next run deletes what it does not write again, but only files on the list that nobody has
/// changed since.
/// </summary>
public static class OutputManifest
{
    /// <summary>Deletes the earlier run's files that are not among the new ones, and lists the new ones.</summary>
    /// <param name="folder">The folder of results.</param>
    /// <param name="name">Of the list: <c>navgeo-map.files</c>, one for each kind of result.</param>
    /// <param name="written">Paths just written, all inside the folder.</param>
    /// <returns>The deleted files, by their path in the folder.</returns>
    public static IReadOnlyList<string> Replace(string folder, string name, IEnumerable<string> written)
    {
        string list = Path.Combine(folder, name);
        string[] now = [.. written.Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var deleted = new List<string>();
        foreach ((string hash, string file) in Listed(list))
        {
            string path = Path.Combine(folder, file);
            if (now.Contains(file) || !File.Exists(path) || new InputFile(path).Sha256() != hash) continue;
            File.Delete(path);
            deleted.Add(file);
        }
        var text = new StringBuilder();
        foreach (string file in now) text.Append(new InputFile(Path.Combine(folder, file)).Sha256()).Append("  ").Append(file).Append('\n');
        AtomicFile.WriteText(list, text.ToString());
        return deleted;
    }

    /// <summary>Lines as <c>sha256sum</c> writes them; a path that leads out of the folder is no line.</summary>
    private static IEnumerable<(string Hash, string File)> Listed(string list)
    {
        if (!File.Exists(list)) yield break;
        foreach (string line in File.ReadAllLines(list))
        {
            string[] parts = line.Split("  ", 2);
            if (parts.Length == 2 && !Path.IsPathRooted(parts[1]) && !parts[1].Split('/').Contains("..")) yield return (parts[0], parts[1]);
        }
    }
}
