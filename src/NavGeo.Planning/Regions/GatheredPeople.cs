using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Planning.Regions;

/// <summary>
/// Everybody in each municipality, gathered at so few points of the roads that a table from all to all can be made: a
/// country of 220 000 cells becomes some twenty thousand points. Immutable.
/// </summary>
/// <remarks>
/// First those on the same 500 m of an edge are one point, at their mean place and with their mean way to the road: since
/// the way to the road is added at both ends, the mean time changes only where the fastest way turns within the piece.
/// Where a municipality has more points than it may have, the box of points in which most people are farthest apart is
/// parted at the middle of its people, again and again, and a box stands at its point nearest the mean of its people,
/// with their mean way to the road. What this costs is measured by a test (docs/method.md).
/// </remarks>
internal sealed class GatheredPeople
{
    private const double PieceMetres = 500;

    private readonly int[] first;
    private readonly SnappedPlace[] places;
    private readonly long[] people;
    private readonly long[] everybody;

    private GatheredPeople(List<Gathering>[] points, long[] everybody)
    {
        first = new int[points.Length + 1];
        for (int m = 0; m < points.Length; m++) first[m + 1] = first[m] + points[m].Count;
        places = [.. points.SelectMany(p => p).Select(p => p.Place)];
        people = [.. points.SelectMany(p => p).Select(p => p.People)];
        this.everybody = everybody;
    }

    /// <summary>How many municipalities.</summary>
    public int Count => everybody.Length;

    /// <summary>Everybody who lives in each municipality, also those whom no road reaches. Length: municipalities.</summary>
    public ReadOnlySpan<long> Everybody => everybody;

    /// <summary>The points of a municipality; none where no road reaches anybody.</summary>
    public ReadOnlySpan<SnappedPlace> At(int municipality) => places.AsSpan(first[municipality]..first[municipality + 1]);

    /// <summary>How many people stand at each point of a municipality, 1 or more.</summary>
    public ReadOnlySpan<long> PeopleAt(int municipality) => people.AsSpan(first[municipality]..first[municipality + 1]);

    /// <summary>Gathers people.</summary>
    /// <param name="demand">Where they live; those in no municipality are left out.</param>
    /// <param name="snapped">Where each place of the demand meets the roads.</param>
    /// <param name="graph">The roads.</param>
    /// <param name="count">How many municipalities.</param>
    /// <param name="most">At most so many points a municipality, at least 1.</param>
    public static GatheredPeople Of(Demand demand, ReadOnlySpan<SnappedPlace> snapped, RoadGraph graph, int count, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var everybody = new long[count];
        var pieces = new Dictionary<(int Home, int Edge, int Piece), Gathering>();
        for (int place = 0; place < demand.Count; place++)
        {
            (int home, int here) = (demand.Municipalities[place], demand.People[place]);
            if (home < 0 || here == 0) continue;
            everybody[home] += here;
            RoadSnap snap = snapped[place].Snap;
            if (snap.Edge < 0 || demand.WithoutRoad.Contains(place)) continue;
            (int, int, int) key = (home, snap.Edge, (int)(snap.Share * graph.EdgeLengths[snap.Edge] / 1000 / PieceMetres));
            if (!pieces.TryGetValue(key, out Gathering? piece)) pieces[key] = piece = new Gathering();
            piece.Add(snapped[place], here);
        }
        var points = new List<Gathering>[count];
        for (int m = 0; m < count; m++) points[m] = [];
        foreach (((int home, _, _), Gathering piece) in pieces) points[home].Add(piece);
        for (int m = 0; m < count; m++) points[m] = Fewer(points[m], most);
        return new GatheredPeople(points, everybody);
    }

    private static List<Gathering> Fewer(List<Gathering> points, int most)
    {
        if (points.Count <= most) return points;
        var whole = points.ToArray();
        var boxes = new PriorityQueue<ArraySegment<Gathering>, (double, int)>();
        Enqueue(whole);
        while (boxes.Count < most)
        {
            ArraySegment<Gathering> box = boxes.Dequeue();
            int middle = Part(box);
            Enqueue(box[..middle]);
            Enqueue(box[middle..]);
        }
        return [.. boxes.UnorderedItems.OrderBy(b => b.Element.Offset).Select(b => Gathering.Of(b.Element))];

        // Points are all different, so that a box of several is never 0 wide but for those that share a place.
        void Enqueue(ArraySegment<Gathering> box)
        {
            (double width, double height) = Sides(box);
            double spread = box.Count == 1 ? -1 : box.Sum(p => (double)p.People) * Math.Sqrt(width * width + height * height);
            boxes.Enqueue(box, (-spread, box.Offset));
        }
    }

    private static (double Width, double Height) Sides(ArraySegment<Gathering> box) =>
        (box.Max(p => p.At.Easting) - box.Min(p => p.At.Easting), box.Max(p => p.At.Northing) - box.Min(p => p.At.Northing));

    /// <summary>Sorts a box along its longer side and says where half its people are passed; both parts hold something.</summary>
    private static int Part(ArraySegment<Gathering> box)
    {
        (double width, double height) = Sides(box);
        Array.Sort(box.Array!, box.Offset, box.Count, Comparer<Gathering>.Create((a, b) => width >= height
            ? (a.At.Easting, a.At.Northing).CompareTo((b.At.Easting, b.At.Northing)) : (a.At.Northing, a.At.Easting).CompareTo((b.At.Northing, b.At.Easting))));
        long half = box.Sum(p => p.People) / 2;
        int middle = 0;
        for (long passed = 0; middle < box.Count - 1 && passed + box[middle].People <= half; middle++) passed += box[middle].People;
        return Math.Max(1, middle);
    }

    /// <summary>People at one point of the roads.</summary>
    private sealed class Gathering
    {
        private int edge;
        private double shares;
        private double gaps;
        private (double X, double Y) homes;
        private (double X, double Y) meetings;

        public long People { get; private set; }

        /// <summary>Where they live, in the mean.</summary>
        public PlanePoint At => Mean(homes);

        public SnappedPlace Place =>
            new(At, new RoadSnap(SnapState.OnRoad, edge, shares / People, gaps / People, Mean(meetings)));

        public void Add(SnappedPlace place, int here)
        {
            edge = place.Snap.Edge;
            shares += place.Snap.Share * here;
            gaps += place.Snap.GapMetres * here;
            homes = (homes.X + place.Point.Easting * here, homes.Y + place.Point.Northing * here);
            meetings = (meetings.X + place.Snap.Point.Easting * here, meetings.Y + place.Snap.Point.Northing * here);
            People += here;
        }

        /// <summary>All of a box, at its point nearest their mean.</summary>
        public static Gathering Of(ArraySegment<Gathering> box)
        {
            long people = box.Sum(p => p.People);
            var mean = new PlanePoint(box.Sum(p => p.homes.X) / people, box.Sum(p => p.homes.Y) / people);
            Gathering nearest = box.MinBy(p => p.At.DistanceTo(mean))!;
            double share = (double)people / nearest.People;
            return new Gathering
            {
                edge = nearest.edge,
                shares = nearest.shares * share,
                gaps = box.Sum(p => p.gaps),
                homes = (nearest.homes.X * share, nearest.homes.Y * share),
                meetings = (nearest.meetings.X * share, nearest.meetings.Y * share),
                People = people,
            };
        }

        private PlanePoint Mean((double X, double Y) sum) => new(sum.X / People, sum.Y / People);
    }
}
