using System.Collections.Concurrent;
using NavGeo.Planning.Access;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Sweeps;

/// <summary>
/// The ways to the nearest site under the sets of open sites asked for last: a country's are some tens of megabytes, and
/// whoever goes through the structures in turn needs few of them. Safe for any number of threads; who asks for what another makes
/// waits for it.
/// </summary>
/// <param name="study">On whose roads.</param>
internal sealed class ForestShelf(AccessStudy study)
{
    private const int Most = 2;

    private readonly List<(bool[] Open, Lazy<KeptForest> Forest)> kept = [];

    /// <summary>The ways to the nearest of some sites.</summary>
    /// <param name="open">One flag a site of the case.</param>
    public KeptForest Of(bool[] open)
    {
        Lazy<KeptForest> forest;
        lock (kept)
        {
            int at = kept.FindIndex(k => k.Open.AsSpan().SequenceEqual(open));
            forest = at >= 0 ? kept[at].Forest : new Lazy<KeptForest>(() => new KeptForest(study.Forest(open)));
            if (at >= 0) kept.RemoveAt(at);
            kept.Add((open, forest));
            if (kept.Count > Most) kept.RemoveAt(0);
        }
        return forest.Value;
    }
}

/// <summary>A forest, and the scratch of those who repaired it before.</summary>
/// <param name="forest">The forest.</param>
internal sealed class KeptForest(NearestForest forest)
{
    private readonly ConcurrentBag<ForestRepair> free = [];

    public NearestForest Forest => forest;

    /// <summary>Scratch that is nobody else's until it is given back.</summary>
    public ForestRepair Take() => free.TryTake(out ForestRepair? repair) ? repair : new ForestRepair(forest);

    /// <summary>Gives it to the next.</summary>
    public void GiveBack(ForestRepair repair) => free.Add(repair);
}
