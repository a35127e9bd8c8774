using System.Collections.Concurrent;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Routing;

namespace NavGeo.Web.Tiles;

/// <summary>
/// Travel times of one structure, and how they differ from today's, as vector tiles. A square of several places shows
/// their mean by people. Immutable to its readers; any number of threads.
/// </summary>
/// <param name="grid">Where the places are.</param>
/// <param name="now">The structure's.</param>
/// <param name="today">The baseline's before any edit.</param>
internal sealed class Surface(SurfaceGrid grid, StructureAccess now, StructureAccess today)
{
    /// <summary>What maps call the layer.</summary>
    public const string LayerName = "surface";

    /// <summary>A hundred who follow look at the same few tiles.</summary>
    private const int MostKept = 256;

    private readonly SquareTimes times = new(grid.Demand, now.Assignment, today.Assignment);
    private readonly ConcurrentDictionary<TileNumber, byte[]> drawn = [];
    private readonly MapStyle style = MapStyle.TravelTime;

    /// <summary>
    /// A tile: features with <c>minutes</c> (missing without access), <c>class</c> of the travel-time style, <c>change</c>
    /// (where it lies on the <see cref="ChangeScale"/>), <c>people</c>, <c>place</c> (of several the one with most people); the id is the square.
    /// </summary>
    public byte[] Tile(TileNumber number)
    {
        if (drawn.TryGetValue(number, out byte[]? known)) return known;
        byte[] made = Draw(number);
        if (drawn.Count >= MostKept) drawn.Clear();
        return drawn[number] = made;
    }

    private byte[] Draw(TileNumber number)
    {
        SurfaceLevel level = grid.At(number.Zoom);
        (int[] squares, byte[][] shapes) = level.On(number);
        var layer = new TileLayer(LayerName);
        for (int i = 0; i < squares.Length; i++)
        {
            int[] members = level.Members[squares[i]];
            (TravelTime after, TravelTime before, int people, int place) = times.Of(members);
            if (after.IsReachable) layer.Property("minutes", SquareTimes.TenthsOf(after) / 10.0);
            layer.Property("class", style.ClassOf(after));
            layer.Property("change", ChangeScale.IndexOf(before, after));
            if (!level.IsOwn || !grid.Demand.IsFew(place)) layer.Property("people", people);
            if (!level.IsOwn) layer.Property("places", members.Length);
            layer.Property("place", place);
            layer.Feature(level.FirstId + squares[i], level.Shape, shapes[i]);
        }
        var tile = new ProtobufText(64);
        layer.AddTo(tile);
        return tile.Span.ToArray();
    }
}
