using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Building;

/// <summary>
/// Takes ferry lines off the land's nodes and hangs them on by boarding edges, one for each ferry service at each quay,
/// so that the wait is paid once when going on board, and neither at a turn at sea nor when driving past the quay.
/// A service is the ferry lines that meet at sea, and those of one sailing, one numbered road or one name that meet at a
/// quay; other lines that only meet on land are services of their own.
/// </summary>
internal static class FerryBoarding
{
    /// <summary>At a quay without a road all lines are one service: they meet at sea.</summary>
    private const int AnyService = -1;

    /// <summary>Does it; ferry lines get new end nodes where they touch land.</summary>
    /// <param name="drafts">All links.</param>
    /// <param name="nodes">Their ends.</param>
    /// <param name="landings">Quays without a road: one goes on board there too, from a node that nothing else leads to.</param>
    public static void Hang(DraftLinks drafts, NodeJoiner nodes, IReadOnlySet<int> landings)
    {
        var isLand = new bool[nodes.Points.Count];
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts.KindOf(i).IsFerry()) continue;
            (int from, int to) = drafts.EndsOf(i);
            isLand[from] = isLand[to] = true;
        }
        int[] services = ServicesOf(drafts, isLand);
        var headways = new Dictionary<int, double>();
        var longest = new Dictionary<int, DraftLink>();
        for (int i = 0; i < drafts.Count; i++)
        {
            if (services[i] < 0) continue;
            if (!longest.TryGetValue(services[i], out DraftLink known) || IsLonger(drafts[i], known)) longest[services[i]] = drafts[i];
            if (drafts[i].Link.HeadwayMinutes is { } minutes)
                headways[services[i]] = Math.Min(minutes, headways.GetValueOrDefault(services[i], double.PositiveInfinity));
        }
        var decks = new Dictionary<(int Node, int Service), int>();
        int ferries = drafts.Count;
        for (int i = 0; i < ferries; i++)
        {
            if (services[i] < 0) continue;
            DraftLink ferry = drafts[i];
            double? headway = headways.TryGetValue(services[i], out double known) ? known : null;
            DraftLink line = longest[services[i]];
            int from = isLand[ferry.From] ? DeckAt(ferry.From, services[i], line, headway) : ferry.From;
            int to = isLand[ferry.To] ? DeckAt(ferry.To, services[i], line, headway) : ferry.To;
            drafts.MoveEnds(i, from, to);
            foreach (int quay in (ReadOnlySpan<int>)[ferry.From, ferry.To])
            {
                if (!landings.Contains(quay) || ferry.Link.Kind != LinkKind.CarFerry || !decks.TryAdd((quay, AnyService), quay)) continue;
                drafts.Add(At(nodes.Points[quay], nodes.Add(nodes.Points[quay]), quay, line.Link, headway));
            }
        }

        int DeckAt(int land, int service, DraftLink line, double? headway)
        {
            if (decks.TryGetValue((land, service), out int deck)) return deck;
            deck = nodes.Add(nodes.Points[land]);
            decks.Add((land, service), deck);
            drafts.Add(At(nodes.Points[land], land, deck, line.Link, headway));
            return deck;
        }
    }

    /// <summary>Going on board at a quay.</summary>
    /// <param name="point">The quay.</param>
    /// <param name="land">Its node.</param>
    /// <param name="deck">The node on board.</param>
    /// <param name="line">The line that gives road number and name.</param>
    /// <param name="headwayMinutes">Between departures; null where unknown.</param>
    public static DraftLink At(PlanePoint point, int land, int deck, RoadLink line, double? headwayMinutes)
    {
        PlanePoint[] shape = [point, point];
        RoadLink boarding = line with
        {
            Kind = LinkKind.Boarding,
            Shape = shape,
            Directions = LinkDirections.Both,
            LengthMillimetres = 0,
            SpeedKmh = null,
            ForwardMilliseconds = null,
            BackwardMilliseconds = null,
            HeadwayMinutes = headwayMinutes,
        };
        return new DraftLink { Link = boarding, Shape = shape, LengthMillimetres = 0, From = land, To = deck };
    }

    /// <summary>The line a service takes road number, name and default headway from; of equally long ones the higher road.</summary>
    private static bool IsLonger(DraftLink line, DraftLink other)
    {
        if (line.LengthMillimetres != other.LengthMillimetres) return line.LengthMillimetres > other.LengthMillimetres;
        if (line.Link.Category != other.Link.Category) return line.Link.Category < other.Link.Category;
        return line.Link.Road.Number < other.Link.Road.Number;
    }

    /// <summary>For each link its service, or -1 for a link on land: ferries of one kind that share a node at sea.</summary>
    private static int[] ServicesOf(DraftLinks drafts, bool[] isLand)
    {
        var root = new int[drafts.Count];
        // On land, lines of one sailing, numbered road or name are one service too: the boat calls and sails on.
        var firstAt = new Dictionary<(int Node, LinkKind Kind, object? Common), int>();
        for (int i = 0; i < drafts.Count; i++)
        {
            root[i] = drafts.KindOf(i).IsFerry() ? i : -1;
            if (root[i] < 0) continue;
            DraftLink ferry = drafts[i];
            foreach (int node in (ReadOnlySpan<int>)[ferry.From, ferry.To])
            {
                foreach (object? common in isLand[node] ? CommonOf(ferry.Link) : [null])
                {
                    if (!firstAt.TryAdd((node, ferry.Link.Kind, common), i)) Join(i, firstAt[(node, ferry.Link.Kind, common)]);
                }
            }
        }
        for (int i = 0; i < root.Length; i++)
        {
            if (root[i] >= 0) root[i] = Find(i);
        }
        return root;

        static IEnumerable<object?> CommonOf(RoadLink line)
        {
            if (line.Road.IsNumbered) yield return line.Road;
            if (line.Name is { } name) yield return name;
            if (line.Sailing != 0) yield return line.Sailing;
        }

        int Find(int i)
        {
            while (root[i] != i) i = root[i] = root[root[i]];
            return i;
        }

        void Join(int a, int b)
        {
            (int low, int high) = Find(a) < Find(b) ? (Find(a), Find(b)) : (Find(b), Find(a));
            root[high] = low;
        }
    }
}

/// <summary>Names the ferries that the source gives no name, so that they can be told apart, spoken of and taken out.</summary>
internal static class FerryNames
{
    /// <summary>The columns with names, marked as NavGeo's.</summary>
    /// <param name="columns">A network's; its columns of names and marks are used up.</param>
    /// <param name="namesOf">A name for each of some ferries.</param>
    public static RoadGraphColumns Given(RoadGraphColumns columns, Func<IReadOnlyList<FerryService>, IReadOnlyList<string>> namesOf)
    {
        FerryService[] nameless = [.. FerryService.In(columns).Where(s => s.Name is null)];
        if (nameless.Length == 0) return columns;
        IReadOnlyList<string> given = namesOf(nameless);
        int[] edgeNames = columns.Edges.Of(EdgeTable.Name);
        LinkMarks[] flags = columns.Edges.Of(EdgeTable.Flags);
        string[] names = [.. columns.Names, .. given.Except(columns.Names, StringComparer.Ordinal)];
        for (int i = 0; i < nameless.Length; i++)
        {
            int name = Array.IndexOf(names, given[i]);
            foreach (int edge in nameless[i].Lines.Concat(nameless[i].Boardings).Where(e => edgeNames[e] == RoadGraph.NoName))
            {
                edgeNames[edge] = name;
                flags[edge] |= LinkMarks.AssumedName;
            }
        }
        return columns with { Names = names };
    }
}
