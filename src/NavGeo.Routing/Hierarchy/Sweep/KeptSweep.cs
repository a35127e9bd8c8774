using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// A <see cref="NearestSweep"/> that remembers the pair of every node it visited, and when it is asked again looks only at
/// what changed arcs and sources can reach. The answer is that of a sweep from nothing. Scratch for one thread at a time.
/// </summary>
/// <remarks>
/// <para><b>The bound.</b> The pair of a node follows from what came up to it, its own arcs and the pairs at their heads. So
/// it is another only where one of these is: the node is <i>touched</i> (a changed arc starts there, or another pair came up
/// to it), or a head of one of its arcs has another pair. Let <i>v</i> lie below <i>r</i> in the elimination tree. If an arc leads
/// from <i>v</i> to a node <i>u</i> above <i>r</i>, then one leads from <i>r</i> to <i>u</i>: when the nodes on the way from <i>v</i> up to
/// <i>r</i> were contracted one after another, each handed <i>u</i> on to its parent. Hence if neither <i>r</i> nor any head of
/// <i>r</i>'s arcs has another pair, no change from above reaches any node below <i>r</i>, and there only the touched ones and what
/// lies below them need be looked at: the sweep goes on at the next touched one, or past the whole subtree.</para>
/// <para>Targets hang on a visited node and heads of its arcs; they are put together anew where one of these pairs is another, or
/// what they hang with.</para>
/// </remarks>
internal sealed class KeptSweep
{
    private AncestorSet? visited;
    private AncestorSet? ended;
    private int[] ends = [];
    private long[] pairs = [];
    private int[] climbedRanks = [];
    private long[] climbedPairs = [];
    private int[] held = [];
    private NearestSources known = NearestSources.None(0, 1);

    /// <summary>Of the nodes to visit, how many the last answer looked at, for those who measure.</summary>
    public int LookedAt { get; private set; }

    /// <summary>The nearest source of each target; the caller's own copy.</summary>
    /// <param name="times">The times.</param>
    /// <param name="changed">Ranks at which an arc that starts there has changed since the last question; all may have where null.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="targets">The targets; those of the last question, perhaps hanging with other times, or from nothing.</param>
    /// <param name="direction">Which way is travelled; the same each time.</param>
    /// <param name="spans">In so many parts a sweep from nothing is cut.</param>
    /// <param name="threads">How many threads such a sweep may use.</param>
    public NearestSources Nearest(
        CustomisedTimes times, IReadOnlyCollection<int>? changed, SweepPoints sources, TargetSelection targets, SweepDirection direction, int spans, int threads)
    {
        (int[] ranks, long[] climbed) = NearestSweep.Climb(times, sources, direction);
        if (changed is null || visited != targets.Visited)
        {
            // A sweep that is broken off leaves nothing behind.
            visited = null;
            if (pairs.Length != targets.VisitedCount) pairs = new long[targets.VisitedCount];
            known = NearestSources.None(targets.Count, 1);
            NearestSweep.Run(times, (ranks, climbed), targets, direction, spans, threads, known, pairs);
            if (ended != targets.Visited) (ended, ends) = (targets.Visited, Ends(times.Graph, targets.Visited.Ranks));
            visited = targets.Visited;
            LookedAt = pairs.Length;
        }
        else Repair(times, Touched(changed, ranks, climbed), (ranks, climbed), targets, direction);
        (climbedRanks, climbedPairs, held) = (ranks, climbed, targets.AttachmentPairs);
        return new NearestSources(1, [.. known.Sources], [.. known.Milliseconds]);
    }

    /// <summary>The visited ranks at which an arc or what came up to them is another, descending.</summary>
    private List<int> Touched(IReadOnlyCollection<int> changed, int[] ranks, long[] climbed)
    {
        HashSet<int> touched = [.. changed];
        int now = 0, before = 0;
        while (now < ranks.Length || before < climbedRanks.Length)
        {
            int one = now < ranks.Length ? ranks[now] : -1, other = before < climbedRanks.Length ? climbedRanks[before] : -1;
            int rank = Math.Max(one, other);
            long pair = one == rank ? climbed[now++] : NearestSweep.None, pairBefore = other == rank ? climbedPairs[before++] : NearestSweep.None;
            if (pair != pairBefore) touched.Add(rank);
        }
        return [.. touched.Where(visited!.Contains).OrderDescending()];
    }

    private void Repair(CustomisedTimes times, List<int> touched, (int[] Ranks, long[] Pairs) climbed, TargetSelection targets, SweepDirection direction)
    {
        ChordalGraph graph = times.Graph;
        AncestorSet visits = targets.Visited;
        int[] ranks = visits.Ranks;
        int shift = NearestSweep.ShiftDown(direction), next = 0, source = 0;
        var isChanged = new ulong[(ranks.Length + 63) / 64];
        LookedAt = 0;
        for (int at = touched.Count > 0 ? visits.Place(touched[0]) : ranks.Length; at < ranks.Length;)
        {
            LookedAt++;
            int rank = ranks[at];
            while (next < touched.Count && touched[next] > rank) next++;
            bool isTouched = next < touched.Count && touched[next] == rank;
            if (isTouched) next++;
            bool isBelow = false;
            for (int arc = graph.First[rank]; arc < graph.First[rank + 1] && !isBelow; arc++)
            {
                int place = visits.Place(graph.Heads[arc]);
                isBelow = (isChanged[place >> 6] >> (place & 63) & 1) != 0;
            }
            bool isOther = false;
            if (isTouched || isBelow)
            {
                while (source < climbed.Ranks.Length && climbed.Ranks[source] > rank) source++;
                long pair = source < climbed.Ranks.Length && climbed.Ranks[source] == rank ? climbed.Pairs[source] : NearestSweep.None;
                for (int arc = graph.First[rank]; arc < graph.First[rank + 1]; arc++)
                    pair = Math.Min(pair, pairs[visits.Place(graph.Heads[arc])] + NearestSweep.Along(times.Arcs[arc], shift));
                isOther = pair != pairs[at];
                pairs[at] = pair;
                if (isOther) isChanged[at >> 6] |= 1UL << (at & 63);
            }
            if (isOther || isBelow)
            {
                for (int k = targets.FirstTarget[at]; k < targets.FirstTarget[at + 1]; k++) PutTogether(graph, targets, direction, rank, k);
                at++;
                continue;
            }
            // Nothing from above gets past this node: on to what is touched below it, or past it.
            at = next < touched.Count && visits.Place(touched[next]) < ends[at] ? visits.Place(touched[next]) : ends[at];
        }
        HangAgain(graph, targets, direction);
    }

    /// <summary>Targets that hang with other times than before, wherever they hang.</summary>
    private void HangAgain(ChordalGraph graph, TargetSelection targets, SweepDirection direction)
    {
        ReadOnlySpan<int> now = targets.AttachmentPairs, before = held;
        for (int k = 0, at = 0; at < now.Length; at++)
        {
            at += now[at..].CommonPrefixLength(before[at..]);
            if (at >= now.Length) break;
            while (targets.FirstAttachment[k + 1] <= at / 2) k++;
            PutTogether(graph, targets, direction, DeepestOf(targets, k), k);
            at = 2 * targets.FirstAttachment[k + 1] - 1;
        }
    }

    private static int DeepestOf(TargetSelection targets, int k)
    {
        int place = Array.BinarySearch(targets.FirstTarget, k);
        if (place < 0) place = ~place - 1;
        // Nodes that complete no target begin where the next one does.
        while (targets.FirstTarget[place + 1] == k) place++;
        return targets.Visited.Ranks[place];
    }

    /// <summary>The best of what a target hangs on: its deepest node, and heads of that node's arcs, named by their depth.</summary>
    private void PutTogether(ChordalGraph graph, TargetSelection targets, SweepDirection direction, int deepest, int k)
    {
        int half = 1 - NearestSweep.ShiftDown(direction) / 32;
        long best = NearestSweep.None;
        for (int hold = targets.FirstAttachment[k]; hold < targets.FirstAttachment[k + 1]; hold++)
        {
            int rank = AncestorAt(graph, deepest, targets.AttachmentDepths[hold]);
            best = Math.Min(best, pairs[targets.Visited.Place(rank)] + ((long)targets.AttachmentPairs[2 * hold + half] << 32));
        }
        NearestSweep.Keep(known, targets.Targets[k], best);
    }

    /// <summary>The ancestor of a depth; mostly the other end of the target's edge, so one of the node's arcs leads there.</summary>
    private static int AncestorAt(ChordalGraph graph, int rank, int depth)
    {
        if (graph.Depths[rank] == depth) return rank;
        int arc = graph.HeadDepths.AsSpan(graph.First[rank]..graph.First[rank + 1]).IndexOf((ushort)depth);
        if (arc >= 0) return graph.Heads[graph.First[rank] + arc];
        while (graph.Depths[rank] > depth) rank = graph.Parent(rank);
        return rank;
    }

    /// <summary>Where among visited nodes the subtree of each ends: the first after it that does not lie below it.</summary>
    private static int[] Ends(ChordalGraph graph, int[] ranks)
    {
        var ends = new int[ranks.Length];
        for (int at = ranks.Length - 1; at >= 0; at--)
        {
            int end = at + 1;
            while (end < ranks.Length && graph.Depths[ranks[end]] > graph.Depths[ranks[at]]) end = ends[end];
            ends[at] = end;
        }
        return ends;
    }
}
