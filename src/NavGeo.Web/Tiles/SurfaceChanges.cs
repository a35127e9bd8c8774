using System.Buffers.Binary;
using System.Collections.Concurrent;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Routing;

namespace NavGeo.Web.Tiles;

/// <summary>
/// The squares of the map that are not as on the tiles of today: a page has those tiles once, and of each edit only fetches
/// this. Immutable to its readers; any number of threads.
/// </summary>
/// <param name="grid">Where the places are.</param>
/// <param name="now">The structure's.</param>
/// <param name="today">The baseline's before any edit: what the tiles show.</param>
/// <param name="before">What the change is held against: today, or before the last step.</param>
internal sealed class SurfaceChanges(SurfaceGrid grid, StructureAccess now, StructureAccess today, StructureAccess before)
{
    /// <summary>Of a square: its number on the map and what it shows, each in 32 bits with the low byte first.</summary>
    public const int BytesEach = 8;

    /// <summary>Views are kept up to this many; then they are written again.</summary>
    private const int MostKept = 64;

    private readonly int[] timesNow = now.Assignment.Milliseconds.ToArray();
    private readonly int[] timesToday = today.Assignment.Milliseconds.ToArray();
    private readonly int[] timesBefore = before.Assignment.Milliseconds.ToArray();
    private readonly SquareTimes times = new(grid.Demand, now.Assignment, before.Assignment);
    private readonly MapStyle style = MapStyle.TravelTime;
    private readonly ConcurrentDictionary<(int FirstId, TileRange? Range), byte[]> written = [];

    /// <summary>The changed squares of the level that a zoom is drawn with.</summary>
    /// <param name="zoom">Of the tiles.</param>
    /// <param name="range">Only the squares touching these tiles of <see cref="SurfaceLevel.BucketZoom"/>; all where null.</param>
    public byte[] At(int zoom, TileRange? range)
    {
        SurfaceLevel level = grid.At(zoom);
        if (written.TryGetValue((level.FirstId, range), out byte[]? known)) return known;
        byte[] made = Write(level, range);
        if (written.Count >= MostKept) written.Clear();
        return written[(level.FirstId, range)] = made;
    }

    private byte[] Write(SurfaceLevel level, TileRange? range)
    {
        var bytes = new List<byte>();
        Span<byte> one = stackalloc byte[BytesEach];
        foreach (int square in range is { } part ? level.In(part) : Enumerable.Range(0, level.Members.Count))
        {
            int[] members = level.Members[square];
            if (!Array.Exists(members, place => timesNow[place] != timesToday[place] || timesNow[place] != timesBefore[place])) continue;
            (TravelTime after, TravelTime earlier, _, _) = times.Of(members);
            BinaryPrimitives.WriteInt32LittleEndian(one, level.FirstId + square);
            BinaryPrimitives.WriteUInt32LittleEndian(one[4..], Packed(earlier, after));
            bytes.AddRange(one);
        }
        return [.. bytes];
    }

    /// <summary>
    /// From the low bits: the class of the change and that of the time, 8 bits each, and the tenths of a minute, 16 bits; each one
    /// more than it is, so that 0 is without access.
    /// </summary>
    private uint Packed(TravelTime before, TravelTime after)
    {
        uint change = (uint)(ChangeScale.IndexOf(before, after) + 1);
        uint shown = (uint)(style.ClassOf(after) + 1);
        uint tenths = after.IsReachable ? (uint)Math.Min(SquareTimes.TenthsOf(after) + 1, ushort.MaxValue) : 0;
        return change | shown << 8 | tenths << 16;
    }
}
