using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>Eight pairs at a time.</summary>
internal readonly struct PairRun512 : IPairRun
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Push(Span<long> targets, ReadOnlySpan<long> sources, long addend)
    {
        var add = Vector512.Create(addend).AsInt32();
        int i = 0;
        for (; i + 8 <= sources.Length; i += 8)
        {
            Span<long> part = targets.Slice(i, 8);
            var sum = Vector512.Create(sources.Slice(i, 8)).AsInt32() + add;
            Vector512.Min(Vector512.Create<long>(part).AsInt32(), sum).AsInt64().CopyTo(part);
        }
        PairRun256.Push(targets[i..], sources[i..], addend);
    }
}
