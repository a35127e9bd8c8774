using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy.Customise;

/// <summary>
/// An arc's times up (low half) and down (high half) in one word, so that one operation does both directions. Sums of two
/// fit, see <see cref="CustomisedTimes"/>.
/// </summary>
internal static class ArcPair
{
    /// <summary>No way up and none down.</summary>
    public const long NoWay = ((long)CustomisedTimes.Infinity << 32) | CustomisedTimes.Infinity;

    public static long Of(int up, int down) => ((long)down << 32) | (uint)up;

    /// <summary>Down and up exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Turned(long pair) => unchecked((long)(((ulong)pair >> 32) | ((ulong)pair << 32)));

    /// <summary>Both halves in the two lower lanes of a vector; the upper two are nobody's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> InLanes(long pair) => Vector128.CreateScalarUnsafe(pair).AsInt32();

    /// <summary>The lesser time up and the lesser time down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Least(long a, long b) => Vector128.Min(InLanes(a), InLanes(b)).AsInt64().ToScalar();

    /// <summary>A pair becomes the least of itself and the sum of two others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lower(ref long target, long pair, Vector128<int> addend) =>
        target = Vector128.Min(InLanes(target), InLanes(pair) + addend).AsInt64().ToScalar();
}
