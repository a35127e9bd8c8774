using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy.Customise;

/// <summary>How wide the machine's vectors are, and so which twin of a loop runs. All twins give the same bytes.</summary>
public enum VectorWidth
{
    /// <summary>No vectors: every lane in turn.</summary>
    Scalar = 0,

    /// <summary>Eight lanes of 32 bits.</summary>
    Bits256,

    /// <summary>Sixteen lanes of 32 bits.</summary>
    Bits512,
}

/// <summary>What this machine offers.</summary>
public static class VectorWidths
{
    /// <summary>The widest that this machine does in hardware.</summary>
    public static VectorWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : VectorWidth.Scalar;
}

/// <summary>
/// What the loops ask of a vector of 32-bit numbers, whatever its width: a loop is written once and compiled for each.
/// Sums are not checked for overflow.
/// </summary>
/// <typeparam name="TVector">The framework's own type, not wrapped, so that it stays in a register.</typeparam>
internal interface IVectors<TVector> where TVector : struct
{
    /// <summary>How many numbers a vector holds.</summary>
    static abstract int Count { get; }

    static abstract TVector Of(int value);

    /// <summary>Low half and high half by turns.</summary>
    static abstract TVector OfPair(long pair);

    static abstract TVector Read(ReadOnlySpan<int> from);

    static abstract TVector Read(ReadOnlySpan<long> pairs);

    /// <summary>Reads without asking whether there is so much.</summary>
    static abstract TVector Read(ref int from, nuint at);

    static abstract void Write(TVector numbers, Span<int> into);

    static abstract void Write(TVector numbers, Span<long> pairs);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    /// <summary>Another value wherever there is a certain one.</summary>
    static abstract TVector Replace(TVector numbers, int old, int value);

    static abstract bool AnyBelow(TVector numbers, int limit);

    static abstract int Least(TVector numbers);

    /// <summary>A bit for each number, set where it is the value.</summary>
    static abstract ulong Where(TVector numbers, int value);
}

/// <summary>Eight numbers at a time.</summary>
internal readonly struct Vectors256 : IVectors<Vector256<int>>
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Of(int value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> OfPair(long pair) => Vector256.Create(pair).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Read(ReadOnlySpan<int> from) => Vector256.Create(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Read(ReadOnlySpan<long> pairs) => Vector256.Create(pairs).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Read(ref int from, nuint at) => Vector256.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector256<int> numbers, Span<int> into) => numbers.CopyTo(into);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector256<int> numbers, Span<long> pairs) => numbers.AsInt64().CopyTo(pairs);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> a, Vector256<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Min(Vector256<int> a, Vector256<int> b) => Vector256.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Replace(Vector256<int> numbers, int old, int value) =>
        Vector256.ConditionalSelect(Vector256.Equals(numbers, Of(old)), Of(value), numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBelow(Vector256<int> numbers, int limit) => Vector256.LessThanAny(numbers, Of(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Least(Vector256<int> numbers)
    {
        var four = Vector128.Min(numbers.GetLower(), numbers.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Math.Min(two[0], two[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Where(Vector256<int> numbers, int value) => Vector256.Equals(numbers, Of(value)).ExtractMostSignificantBits();
}

/// <summary>Sixteen numbers at a time.</summary>
internal readonly struct Vectors512 : IVectors<Vector512<int>>
{
    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Of(int value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> OfPair(long pair) => Vector512.Create(pair).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Read(ReadOnlySpan<int> from) => Vector512.Create(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Read(ReadOnlySpan<long> pairs) => Vector512.Create(pairs).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Read(ref int from, nuint at) => Vector512.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector512<int> numbers, Span<int> into) => numbers.CopyTo(into);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector512<int> numbers, Span<long> pairs) => numbers.AsInt64().CopyTo(pairs);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> a, Vector512<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Min(Vector512<int> a, Vector512<int> b) => Vector512.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Replace(Vector512<int> numbers, int old, int value) =>
        Vector512.ConditionalSelect(Vector512.Equals(numbers, Of(old)), Of(value), numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBelow(Vector512<int> numbers, int limit) => Vector512.LessThanAny(numbers, Of(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Least(Vector512<int> numbers) => Vectors256.Least(Vector256.Min(numbers.GetLower(), numbers.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Where(Vector512<int> numbers, int value) => Vector512.Equals(numbers, Of(value)).ExtractMostSignificantBits();
}
