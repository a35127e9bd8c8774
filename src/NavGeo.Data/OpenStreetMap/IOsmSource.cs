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

/// <summary>The three kinds of object, numbered as in the pbf format.</summary>
internal enum OsmKind
{
    Node = 0,
    Way = 1,
    Relation = 2,
    Unknown = 3,
}

/// <summary>One member of a relation.</summary>
internal readonly record struct OsmMember(OsmKind Kind, long Id, string Role);

/// <summary>Where some wanted nodes lie.</summary>
internal sealed class OsmNodeBatch
{
    /// <summary>Position in the list of wanted nodes, longitude and latitude in tenths of a microdegree.</summary>
    public List<(int Index, int Longitude, int Latitude)> Nodes { get; } = [];

    /// <summary>Those at which a car must stop.</summary>
    public List<int> Blocked { get; } = [];
}

/// <summary>A way that is kept.</summary>
/// <param name="Id">Its OpenStreetMap id.</param>
/// <param name="FirstNode">Where its nodes begin in the batch's list.</param>
/// <param name="NodeCount">How many nodes, at least 2.</param>
/// <param name="Traits">What its tags say.</param>
internal readonly record struct OsmWay(long Id, int FirstNode, int NodeCount, WayTraits Traits);
