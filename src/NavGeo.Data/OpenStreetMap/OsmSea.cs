using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// The sea of an OpenStreetMap file: <c>natural=coastline</c> has the land on its left and the water on its right. An
/// extract cuts the line anywhere, so nothing is filled: each square within some kilometres of the coast is on the side of
/// the line that is nearest without crossing one. A closed line is an island whichever way it is drawn.
/// </summary>
internal static class OsmSea
{
    private const double SquareMetres = 100;

    /// <summary>Squares at most; a larger file gets larger squares.</summary>
    private const long MostSquares = 1 << 29;

    /// <summary>Places on roads that are asked whether they lie in the sea.</summary>
    private const int Witnesses = 20_000;

    /// <summary>A line of this many points keeps them all; of a longer one every fourth is enough for squares of a hundred metres.</summary>
    private const int ShortLine = 16;

    private const int Thinning = 4;

    /// <summary>Whether a way is a piece of the coast.</summary>
    public static bool Concerns(OsmTags tags) => tags["natural"] is "coastline";

    /// <summary>The points of a coastline that are kept, its ends among them.</summary>
    public static long[] Thinned(ReadOnlySpan<long> nodes)
    {
        if (nodes.Length <= ShortLine) return nodes.ToArray();
        var kept = new List<long>(nodes.Length / Thinning + 2);
        for (int i = 0; i < nodes.Length - 1; i += Thinning) kept.Add(nodes[i]);
        kept.Add(nodes[^1]);
        return [.. kept];
    }

    /// <summary>Draws the sea.</summary>
    /// <param name="batches">Coastlines and ways.</param>
    /// <param name="positions">Places of the ways' nodes.</param>
    /// <param name="places">Where nodes lie.</param>
    /// <param name="projection">From degrees to metres.</param>
    /// <param name="run">Cancellation.</param>
    /// <returns>Null where the file has no coastline.</returns>
    public static WaterMask? Of(
        IReadOnlyList<OsmWayBatch> batches, int[][] positions, OsmPlaces places, OsmProjection projection, ReadingRun run)
    {
        List<(PlanePoint[] Line, bool IsRing)> coast = LinesOf(batches, places, projection);
        if (coast.Count == 0) return null;
        PlanePoint[] roads = RoadsOf(batches, positions, places, projection);
        (PlanePoint origin, double side, int columns, int rows) = FrameOf([.. coast.SelectMany(c => c.Line), .. roads]);
        CoastSquares sea = Drawn(isTurned: false);
        int[] sides = [.. roads.Select(road => sea.SideOf(road)).Where(s => s != 0)];
        // Where most roads lie in the sea, somebody has drawn the coast the wrong way round.
        if (sides.Count(s => s < 0) * 2 > sides.Length) sea = Drawn(isTurned: true);
        return sea.ToMask();

        CoastSquares Drawn(bool isTurned)
        {
            var squares = new CoastSquares(origin, side, columns, rows);
            foreach ((PlanePoint[] line, bool isRing) in coast)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                bool isAgainst = isRing ? IsClockwise(line) : isTurned;
                for (int i = 1; i < line.Length; i++)
                {
                    if (isAgainst) squares.Add(line[i], line[i - 1]);
                    else squares.Add(line[i - 1], line[i]);
                }
            }
            squares.Spread(run.Cancellation);
            return squares;
        }
    }

    /// <summary>The lines as far as the file has their places.</summary>
    private static List<(PlanePoint[] Line, bool IsRing)> LinesOf(IReadOnlyList<OsmWayBatch> batches, OsmPlaces places, OsmProjection projection)
    {
        var lines = new List<(PlanePoint[], bool)>();
        var line = new List<PlanePoint>();
        foreach (long[] nodes in batches.SelectMany(b => b.Coasts))
        {
            foreach (long node in nodes)
            {
                if (places.Find(node) is >= 0 and int place && !places.IsMissing(place) && projection.Reaches(places.Longitudes[place], places.Latitudes[place]))
                    line.Add(projection.Project(places.Longitudes[place], places.Latitudes[place]));
                else End(isRing: false);
            }
            End(isRing: nodes[0] == nodes[^1] && line.Count == nodes.Length);
        }
        return lines;

        void End(bool isRing)
        {
            if (line.Count > 1) lines.Add(([.. line], isRing));
            line.Clear();
        }
    }

    private static PlanePoint[] RoadsOf(IReadOnlyList<OsmWayBatch> batches, int[][] positions, OsmPlaces places, OsmProjection projection)
    {
        int step = Math.Max(1, batches.Sum(b => b.Ways.Count) / Witnesses);
        var points = new List<PlanePoint>();
        int at = 0;
        for (int b = 0; b < batches.Count; b++)
        {
            foreach (OsmWay way in batches[b].Ways)
            {
                if (way.Traits.Kind.IsFerry() || at++ % step != 0) continue;
                int place = positions[b][way.FirstNode];
                if (!places.IsMissing(place) && projection.Reaches(places.Longitudes[place], places.Latitudes[place]))
                    points.Add(projection.Project(places.Longitudes[place], places.Latitudes[place]));
            }
        }
        return [.. points];
    }

    private static (PlanePoint Origin, double Side, int Columns, int Rows) FrameOf(PlanePoint[] points)
    {
        double side = SquareMetres;
        while (true)
        {
            double west = Math.Floor(points.Min(p => p.Easting) / side), south = Math.Floor(points.Min(p => p.Northing) / side);
            long columns = (long)(Math.Floor(points.Max(p => p.Easting) / side) - west) + 1, rows = (long)(Math.Floor(points.Max(p => p.Northing) / side) - south) + 1;
            if (columns * rows <= MostSquares) return (new PlanePoint(west * side, south * side), side, (int)columns, (int)rows);
            side *= 2;
        }
    }

    private static bool IsClockwise(PlanePoint[] ring)
    {
        double twice = 0;
        for (int i = 1; i < ring.Length; i++)
            twice += (ring[i - 1].Easting - ring[0].Easting) * (ring[i].Northing - ring[0].Northing) - (ring[i].Easting - ring[0].Easting) * (ring[i - 1].Northing - ring[0].Northing);
        return twice < 0;
    }
}
