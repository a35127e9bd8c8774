using System.Text.Json;
using NavGeo.Data;
using NavGeo.Data.Cases;

namespace NavGeo.Web.Starting;

/// <summary>The cases that were open last, the latest first, remembered in a file. Safe for several threads.</summary>
internal sealed class RecentCases(string file)
{
    private const int Most = 12;

    private readonly Lock changing = new();

    /// <summary>Folders and workbooks that are still cases.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (changing) return [.. Remembered().Where(Workspace.Is)];
        }
    }

    /// <summary>Puts a case first.</summary>
    public void Add(string path)
    {
        lock (changing)
        {
            string[] all = [path, .. Remembered().Where(p => p != path)];
            AtomicFile.WriteText(file, JsonSerializer.Serialize(all.Take(Most)));
        }
    }

    /// <summary>A list that cannot be read is forgotten: nothing is lost with it but the order.</summary>
    private string[] Remembered()
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<string[]>(File.ReadAllText(file)) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
