using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Time, length and ferry time of the fastest way from every place to every destination: what a
/// <see cref="TravelTimeMatrix"/> leaves out, made when it is asked for. 32 bytes a pair. Immutable.
/// </summary>
public sealed class TripTable
{
    private readonly TripMeasure[] table;

    private TripTable(TripMeasure[] table, int columns)
    {
        this.table = table;
        ColumnCount = columns;
    }

    /// <summary>How many destinations.</summary>
    public int ColumnCount { get; }

    /// <summary>The trip from a place to a destination.</summary>
    public TripMeasure this[int row, int column] => table[row * ColumnCount + column];

    /// <summary>All trips from one place.</summary>
    public ReadOnlySpan<TripMeasure> Row(int row) => table.AsSpan(row * ColumnCount, ColumnCount);

    /// <summary>Measures them.</summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="access">Those of the first and last edge of a trip; see <see cref="DijkstraSearch"/>.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    /// <param name="places">The rows.</param>
    /// <param name="destinations">The columns.</param>
    public static TripTable Of(
        RoadMetric metric, RoadMetric access, WaterMask? water, IReadOnlyList<SnappedPlace> places, IReadOnlyList<SnappedPlace> destinations)
    {
        int columns = destinations.Count;
        var table = new TripMeasure[checked(places.Count * columns)];
        var ways = new TripWays(metric, access);
        ways.From(places.Select(p => p.Snap));
        for (int column = 0; column < columns; column++)
        {
            ways.To(destinations[column].Snap);
            for (int row = 0; row < places.Count; row++)
                table[row * columns + column] = ways.Measure(places[row], destinations[column], water, out _);
        }
        return new TripTable(table, columns);
    }
}

/// <summary>One trip made once.</summary>
/// <param name="Time">Off-road time at both ends included; unreachable where there is no way.</param>
/// <param name="Millimetres">Length, gaps off the road included; 0 where there is no way.</param>
/// <param name="GapMillimetres">The gaps between places and roads; 0 where the trip does not touch the roads.</param>
/// <param name="FerryMilliseconds">The part of the time that is spent on ferries and waiting for them.</param>
public readonly record struct TripMeasure(TravelTime Time, long Millimetres, long GapMillimetres, int FerryMilliseconds);

/// <summary>A trip that is made by several people or several times.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Weight">People, or trips a year: 0 or more.</param>
public readonly record struct WeightedTrip(SnappedPlace From, SnappedPlace To, long Weight);
