using System.Collections.Concurrent;
using NavGeo.Cluster.Database;
using NavGeo.Data.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Web;
using NavGeo.Web.Situations;

namespace NavGeo.Cluster.Rooms;

/// <summary>
/// The cases of a process: each is read and measured once, when first asked for, and shared by all meetings on it. Any number of
/// threads.
/// </summary>
/// <param name="library">Where they come from.</param>
/// <param name="folder">Where their packages lie on this machine.</param>
/// <param name="pool">Where they are read and measured.</param>
internal sealed class CaseShelf(CaseLibrary library, string folder, MeasuringPool pool)
{
    /// <summary>So many meetings at the same time have their last answers kept.</summary>
    private const int Meetings = 8;

    private readonly ConcurrentDictionary<string, Lazy<Task<(MeetingBase Base, MeetingOptions Options)>>> shelf = new(StringComparer.Ordinal);

    /// <summary>A case, with what a meeting on it begins with.</summary>
    /// <exception cref="InputException">It cannot be used any more.</exception>
    public async Task<(MeetingBase Base, MeetingOptions Options)> FindAsync(string id)
    {
        Lazy<Task<(MeetingBase, MeetingOptions)>> reading = shelf.GetOrAdd(id, i => new(() => ReadAsync(i)));
        try
        {
            return await reading.Value;
        }
        catch
        {
            // Whoever asks next tries again.
            shelf.TryRemove(KeyValuePair.Create(id, reading));
            throw;
        }
    }

    private async Task<(MeetingBase Base, MeetingOptions Options)> ReadAsync(string id)
    {
        CaseLibrary.Item item = (await library.FindAsync(id, CancellationToken.None))!;
        string path = await library.FetchAsync(item, folder, CancellationToken.None);
        return await pool.RunAsync(() => Read(path), CancellationToken.None);
    }

    private (MeetingBase Base, MeetingOptions Options) Read(string path)
    {
        MeetingOptions options = MeetingOptions.Of(Workspace.Open(path, new Findings()), folder, takesObjections: false) with { IsShared = true };
        options = options with { Case = Publication.CaseFor(options.Case, options.Audience) };
        return (new MeetingBase(options.Case, options.Background, options.Regions, options.Visits, Meetings), options);
    }
}
