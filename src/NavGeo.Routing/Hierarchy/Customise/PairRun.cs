using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy.Customise;

/// <summary>
/// Relaxes a run of arcs that lie side by side: each target pair becomes the least of itself and the sum of its
/// source pair and a constant pair. All with the same results.
/// </summary>
internal interface IPairRun
{
    /// <param name="targets">Pairs to lower.</param>
    /// <param name="sources">As many pairs.</param>
    /// <param name="addend">The pair added to each source.</param>
    static abstract void Push(Span<long> targets, ReadOnlySpan<long> sources, long addend);
}

/// <summary>A vector of pairs at a time.</summary>
internal readonly struct PairRun<TVector, TVectors> : IPairRun
    where TVector : struct
    where TVectors : struct, IVectors<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Push(Span<long> targets, ReadOnlySpan<long> sources, long addend)
    {
        int wide = TVectors.Count / 2;
        TVector add = TVectors.OfPair(addend);
        int i = 0;
        for (; i + wide <= sources.Length; i += wide)
        {
            Span<long> part = targets.Slice(i, wide);
            TVector sum = TVectors.Add(TVectors.Read(sources.Slice(i, wide)), add);
            TVectors.Write(TVectors.Min(TVectors.Read(part), sum), part);
        }
        if (TVectors.Count > Vectors256.Count)
        {
            PairRun<Vector256<int>, Vectors256>.Push(targets[i..], sources[i..], addend);
            return;
        }
        var one = ArcPair.InLanes(addend);
        for (; i < sources.Length; i++) ArcPair.Lower(ref targets[i], sources[i], one);
    }
}

/// <summary>One pair, half by half: what every machine can do and the others are tested against.</summary>
internal readonly struct PairRunScalar : IPairRun
{
    public static void Push(Span<long> targets, ReadOnlySpan<long> sources, long addend)
    {
        // Sums of two entries fit, see CustomisedTimes.
        unchecked
        {
            int addUp = (int)addend, addDown = (int)(addend >> 32);
            for (int i = 0; i < sources.Length; i++)
            {
                int up = Math.Min((int)targets[i], (int)sources[i] + addUp);
                int down = Math.Min((int)(targets[i] >> 32), (int)(sources[i] >> 32) + addDown);
                targets[i] = ArcPair.Of(up, down);
            }
        }
    }
}
