using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>Four pairs at a time.</summary>
internal readonly struct PairRun256 : IPairRun
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Push(Span<long> targets, ReadOnlySpan<long> sources, long addend)
    {
        var add = Vector256.Create(addend).AsInt32();
        int i = 0;
        for (; i + 4 <= sources.Length; i += 4)
        {
            Span<long> part = targets.Slice(i, 4);
            var sum = Vector256.Create(sources.Slice(i, 4)).AsInt32() + add;
            Vector256.Min(Vector256.Create<long>(part).AsInt32(), sum).AsInt64().CopyTo(part);
        }
        for (; i < sources.Length; i++)
        {
            var sum = Vector128.CreateScalarUnsafe(sources[i]).AsInt32() + add.GetLower();
            targets[i] = Vector128.Min(Vector128.CreateScalarUnsafe(targets[i]).AsInt32(), sum).AsInt64().ToScalar();
        }
    }
}
