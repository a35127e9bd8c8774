using NavGeo.Routing.Snapping;

namespace NavGeo.Routing.Search;

/// <summary>
/// Travel times from places to destinations, off-road time at both ends included: one row a place, one column a
/// destination. Immutable.
/// </summary>
public sealed class TravelTimeMatrix
{
    private readonly int[][] columns;

    private TravelTimeMatrix(int[][] columns, int rowCount)
    {
        this.columns = columns;
        RowCount = rowCount;
    }

    /// <summary>How many places.</summary>
    public int RowCount { get; }

    /// <summary>How many destinations.</summary>
    public int ColumnCount => columns.Length;

    /// <summary>The time from a place to a destination.</summary>
    public TravelTime this[int row, int column] => TravelTime.FromMilliseconds(columns[column][row]);

    /// <summary>Raw times to one destination from all places; <see cref="TravelTime.UnreachableMilliseconds"/> for no way.</summary>
    public ReadOnlySpan<int> Column(int column) => columns[column];

    /// <summary>
    /// Computes the times, one backward search a destination, on all processors; the same answer on one.
    /// </summary>
    /// <param name="metric">Times of the edges.</param>
    /// <param name="access">Times of the edges before anything was closed; see <see cref="DijkstraSearch"/>.</param>
    /// <param name="water">The sea, which a straight way off the road does not cross; null where nothing is known of it.</param>
    /// <param name="places">Snapped origins.</param>
    /// <param name="destinations">Snapped destinations.</param>
    public static TravelTimeMatrix ToDestinations(
        RoadMetric metric,
        RoadMetric? access,
        WaterMask? water,
        IReadOnlyList<SnappedPlace> places,
        IReadOnlyList<SnappedPlace> destinations)
    {
        var columns = new int[destinations.Count][];
        TravelProfile profile = metric.Profile;
        Parallel.For(0, destinations.Count, () => new DijkstraSearch(metric, access), (column, _, search) =>
        {
            SnappedPlace destination = destinations[column];
            search.Run(destination.Snap, SearchDirection.ToStart);
            var times = new int[places.Count];
            for (int row = 0; row < times.Length; row++)
            {
                times[row] = Math.Min(
                    search.WithOffRoad(places[row].Snap).Time.ToRaw(),
                    DirectAccess.Milliseconds(profile, water, places[row], destination));
            }
            columns[column] = times;
            return search;
        }, _ => { });
        return new TravelTimeMatrix(columns, places.Count);
    }
}
