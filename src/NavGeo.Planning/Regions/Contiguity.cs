using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Regions;

/// <summary>
/// Which municipalities are neighbours: by a shared border, or by a road or ferry between them. What a region's being in
/// one piece is measured by. Always in one piece itself. Immutable; any number of threads may read it.
/// </summary>
public sealed class Contiguity
{
    private readonly int[][] neighbours;
    private readonly Dictionary<(int, int), ContiguityKind> kinds;

    private Contiguity(int count, Dictionary<(int, int), ContiguityKind> kinds)
    {
        Count = count;
        this.kinds = kinds;
        neighbours = new int[count][];
        for (int m = 0; m < count; m++)
        {
            int here = m;
            neighbours[m] = [.. kinds.Keys.Where(k => k.Item1 == here || k.Item2 == here).Select(k => k.Item1 == here ? k.Item2 : k.Item1).Order()];
        }
    }

    /// <summary>How many municipalities.</summary>
    public int Count { get; }

    /// <summary>All pairs of neighbours, the lower index first, in order.</summary>
    public IEnumerable<ContiguityLink> Links =>
        kinds.OrderBy(k => k.Key).Select(k => new ContiguityLink(k.Key.Item1, k.Key.Item2, k.Value));

    /// <summary>
    /// The neighbourhood of so many municipalities. Parts that no link joins are joined where their travel time is least
    /// (<see cref="ContiguityKind.Nearest"/>), and where nothing is reached, first with first.
    /// </summary>
    public static Contiguity Of(int count, IEnumerable<ContiguityLink> links, MunicipalityTimes times)
    {
        var kinds = new Dictionary<(int, int), ContiguityKind>();
        foreach (ContiguityLink link in links)
        {
            if (link.First == link.Second) continue;
            (int, int) pair = (Math.Min(link.First, link.Second), Math.Max(link.First, link.Second));
            if (!kinds.TryGetValue(pair, out ContiguityKind known) || link.Kind < known) kinds[pair] = link.Kind;
        }
        int[] part = PartsOf(count, kinds.Keys);
        while (Array.Exists(part, p => p != part[0]))
        {
            kinds[NearestPair(part, times)] = ContiguityKind.Nearest;
            part = PartsOf(count, kinds.Keys);
        }
        return new Contiguity(count, kinds);
    }

    /// <summary>Everybody is everybody's neighbour: for rules that leave contiguity aside.</summary>
    public static Contiguity Everywhere(int count)
    {
        var kinds = new Dictionary<(int, int), ContiguityKind>();
        for (int a = 0; a < count; a++)
        {
            for (int b = a + 1; b < count; b++) kinds[(a, b)] = ContiguityKind.Nearest;
        }
        return new Contiguity(count, kinds);
    }

    /// <summary>Indices of the neighbours, rising.</summary>
    public ReadOnlySpan<int> Of(int municipality) => neighbours[municipality];

    /// <summary>Why two are neighbours; null where they are none.</summary>
    public ContiguityKind? KindOf(int a, int b) =>
        kinds.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out ContiguityKind kind) ? kind : null;

    /// <summary>For every municipality whether it hangs together with <paramref name="start"/> through those that <paramref name="isMember"/> takes.</summary>
    public bool[] Reached(int start, Func<int, bool> isMember)
    {
        var reached = new bool[Count];
        var queue = new Queue<int>([start]);
        reached[start] = true;
        while (queue.TryDequeue(out int at))
        {
            foreach (int next in neighbours[at])
            {
                if (reached[next] || !isMember(next)) continue;
                reached[next] = true;
                queue.Enqueue(next);
            }
        }
        return reached;
    }

    private static int[] PartsOf(int count, IEnumerable<(int A, int B)> pairs)
    {
        var parts = new DisjointSets(count);
        foreach ((int a, int b) in pairs) parts.Join(a, b);
        return [.. Enumerable.Range(0, count).Select(parts.Find)];
    }

    /// <summary>The pair with the least time between the first part that stands alone and the rest; the smaller part decides.</summary>
    private static (int, int) NearestPair(int[] part, MunicipalityTimes times)
    {
        int alone = part.GroupBy(p => p).OrderBy(g => g.Count()).ThenBy(g => g.Key).First().Key;
        (int, int) nearest = default;
        int least = -1;
        for (int a = 0; a < part.Length; a++)
        {
            for (int b = 0; b < part.Length; b++)
            {
                if (part[a] != alone || part[b] == alone) continue;
                int time = Math.Min(times.Any(a, b).ToRaw(), times.Any(b, a).ToRaw());
                if (least >= 0 && time >= least) continue;
                least = time;
                nearest = (Math.Min(a, b), Math.Max(a, b));
            }
        }
        return nearest;
    }
}

/// <summary>Why two municipalities count as neighbours; of several reasons the first here.</summary>
public enum ContiguityKind
{
    /// <summary>Their boundaries meet.</summary>
    Border = 0,

    /// <summary>A road leads from one into the other: a bridge, a tunnel under the sea.</summary>
    Road,

    /// <summary>A car ferry calls at both.</summary>
    CarFerry,

    /// <summary>A passenger boat calls at both.</summary>
    PassengerBoat,

    /// <summary>Nothing known joins them; laid by NavGeo to the nearest municipality so that nobody stands alone.</summary>
    Nearest,
}

/// <summary>Two municipalities that are neighbours, and why.</summary>
/// <param name="First">Index of a municipality.</param>
/// <param name="Second">Index of another.</param>
/// <param name="Kind">The reason.</param>
public readonly record struct ContiguityLink(int First, int Second, ContiguityKind Kind);
