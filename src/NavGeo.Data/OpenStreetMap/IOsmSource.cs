using NavGeo.Data.Input;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>An OpenStreetMap file that can be gone through twice: for its ways, then for the places they need.</summary>
internal interface IOsmSource : IDisposable
{
    /// <summary>Day the data was taken out, as the file says it (<c>2019-10-07</c>), or empty. Known after the first pass.</summary>
    string Date { get; }

    /// <summary>Bytes of the file.</summary>
    long Length { get; }

    /// <summary>Ways and relations, block by block in the order of the file.</summary>
    IEnumerable<OsmWayBatch> ReadWays(ReadingRun run);

    /// <summary>The ways that are ferries by their routes alone; after the first pass.</summary>
    /// <param name="wanted">The ways of ferry routes, with what the routes say.</param>
    /// <param name="run">Cancellation.</param>
    IEnumerable<OsmWayBatch> ReadFerries(IReadOnlyDictionary<long, WayTraits> wanted, ReadingRun run);

    /// <summary>The places of the wanted nodes, block by block in the order of the file.</summary>
    /// <param name="wanted">Ascending, each once.</param>
    /// <param name="run">Progress and cancellation.</param>
    IEnumerable<OsmNodeBatch> ReadNodes(long[] wanted, ReadingRun run);
}
