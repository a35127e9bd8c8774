using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NavGeo.Routing.Hierarchy.Customise;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// What is done to a row of lanes, one lane a source: 16 to 128 times in milliseconds, at most
/// <see cref="CustomisedTimes.Infinity"/>. All with the same results.
/// </summary>
internal interface ISweepLanes
{
    /// <summary>Each lane of a row becomes the least of its start and of every upper row plus the time from there.</summary>
    /// <param name="row">Receives the result, [a multiple of 16, at most 128].</param>
    /// <param name="start">What the row starts from, or empty for infinity.</param>
    /// <param name="stack">The rows of the ancestors by depth.</param>
    /// <param name="depths">Depth of each upper row.</param>
    /// <param name="pairs">Two times for each upper row.</param>
    /// <param name="half">Which of the two counts.</param>
    static abstract void Relax(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half);

    /// <summary>Each lane of a row becomes the least of itself and the other row's plus the time.</summary>
    static abstract void Lower(Span<int> row, ReadOnlySpan<int> other, int time);

    /// <summary>Copies lanes, infinity as <see cref="int.MaxValue"/>.</summary>
    static abstract void Write(ReadOnlySpan<int> row, Span<int> into);

    /// <summary>Whether any lane is below the limit.</summary>
    static abstract bool AnyBelow(ReadOnlySpan<int> row, int limit);

    /// <summary>The least time and the lowest name among the lanes that have it.</summary>
    static abstract (int Time, int Name) Least(ReadOnlySpan<int> row, ReadOnlySpan<int> names);
}

/// <summary>A vector of lanes at a time.</summary>
internal readonly struct SweepLanes<TVector, TVectors> : ISweepLanes
    where TVector : struct
    where TVectors : struct, IVectors<TVector>
{
    private static int Wide => TVectors.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Relax(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half)
    {
        int lane = 0;
        for (; lane + 4 * Wide <= row.Length; lane += 4 * Wide) RelaxFour(row, start, stack, depths, pairs, half, lane);
        if (lane + 2 * Wide <= row.Length)
        {
            RelaxTwo(row, start, stack, depths, pairs, half, lane);
            lane += 2 * Wide;
        }
        if (lane < row.Length) RelaxOne(row, start, stack, depths, pairs, half, lane);
    }

    // Four vectors at a time keep the adders busy while one row's minimum waits for the last. Rows are read by
    // reference: a check for each costs a third of the sweep, and a depth is always that of an ancestor, whose row the
    // stack has room for. Overflow checks are off because sums of two entries fit, see CustomisedTimes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RelaxFour(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half, int lane)
    {
        unchecked
        {
            TVector a, b, c, d;
            a = b = c = d = TVectors.Of(CustomisedTimes.Infinity);
            if (!start.IsEmpty)
            {
                a = TVectors.Read(start.Slice(lane, Wide));
                b = TVectors.Read(start.Slice(lane + Wide, Wide));
                c = TVectors.Read(start.Slice(lane + 2 * Wide, Wide));
                d = TVectors.Read(start.Slice(lane + 3 * Wide, Wide));
            }
            ref int top = ref Unsafe.Add(ref MemoryMarshal.GetReference(stack), lane);
            ref int time = ref Unsafe.Add(ref MemoryMarshal.GetReference(pairs), half);
            nuint lanes = (nuint)row.Length, wide = (nuint)Wide;
            for (int i = 0; i < depths.Length; i++)
            {
                TVector add = TVectors.Of(time);
                time = ref Unsafe.Add(ref time, 2);
                nuint at = depths[i] * lanes;
                a = TVectors.Min(a, TVectors.Add(TVectors.Read(ref top, at), add));
                b = TVectors.Min(b, TVectors.Add(TVectors.Read(ref top, at + wide), add));
                c = TVectors.Min(c, TVectors.Add(TVectors.Read(ref top, at + 2 * wide), add));
                d = TVectors.Min(d, TVectors.Add(TVectors.Read(ref top, at + 3 * wide), add));
            }
            Span<int> into = row.Slice(lane, 4 * Wide);
            TVectors.Write(a, into);
            TVectors.Write(b, into[Wide..]);
            TVectors.Write(c, into[(2 * Wide)..]);
            TVectors.Write(d, into[(3 * Wide)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RelaxTwo(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half, int lane)
    {
        unchecked
        {
            TVector a, b;
            a = b = TVectors.Of(CustomisedTimes.Infinity);
            if (!start.IsEmpty)
            {
                a = TVectors.Read(start.Slice(lane, Wide));
                b = TVectors.Read(start.Slice(lane + Wide, Wide));
            }
            ref int top = ref Unsafe.Add(ref MemoryMarshal.GetReference(stack), lane);
            ref int time = ref Unsafe.Add(ref MemoryMarshal.GetReference(pairs), half);
            nuint lanes = (nuint)row.Length, wide = (nuint)Wide;
            for (int i = 0; i < depths.Length; i++)
            {
                TVector add = TVectors.Of(time);
                time = ref Unsafe.Add(ref time, 2);
                nuint at = depths[i] * lanes;
                a = TVectors.Min(a, TVectors.Add(TVectors.Read(ref top, at), add));
                b = TVectors.Min(b, TVectors.Add(TVectors.Read(ref top, at + wide), add));
            }
            Span<int> into = row.Slice(lane, 2 * Wide);
            TVectors.Write(a, into);
            TVectors.Write(b, into[Wide..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RelaxOne(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half, int lane)
    {
        unchecked
        {
            TVector a = start.IsEmpty ? TVectors.Of(CustomisedTimes.Infinity) : TVectors.Read(start.Slice(lane, Wide));
            ref int top = ref Unsafe.Add(ref MemoryMarshal.GetReference(stack), lane);
            ref int time = ref Unsafe.Add(ref MemoryMarshal.GetReference(pairs), half);
            nuint lanes = (nuint)row.Length;
            for (int i = 0; i < depths.Length; i++)
            {
                a = TVectors.Min(a, TVectors.Add(TVectors.Read(ref top, depths[i] * lanes), TVectors.Of(time)));
                time = ref Unsafe.Add(ref time, 2);
            }
            TVectors.Write(a, row.Slice(lane, Wide));
        }
    }

    public static void Lower(Span<int> row, ReadOnlySpan<int> other, int time)
    {
        unchecked
        {
            TVector add = TVectors.Of(time);
            for (int lane = 0; lane < row.Length; lane += Wide)
            {
                Span<int> part = row.Slice(lane, Wide);
                TVectors.Write(TVectors.Min(TVectors.Read(part), TVectors.Add(TVectors.Read(other.Slice(lane, Wide)), add)), part);
            }
        }
    }

    public static void Write(ReadOnlySpan<int> row, Span<int> into)
    {
        int lane = 0;
        for (; lane + Wide <= into.Length; lane += Wide)
            TVectors.Write(TVectors.Replace(TVectors.Read(row.Slice(lane, Wide)), CustomisedTimes.Infinity, int.MaxValue), into.Slice(lane, Wide));
        SweepLanesScalar.Write(row[lane..], into[lane..]);
    }

    public static bool AnyBelow(ReadOnlySpan<int> row, int limit) => TVectors.AnyBelow(LeastOf(row), limit);

    public static (int Time, int Name) Least(ReadOnlySpan<int> row, ReadOnlySpan<int> names)
    {
        int time = TVectors.Least(LeastOf(row));
        int name = int.MaxValue;
        for (int lane = 0; lane < row.Length; lane += Wide)
        {
            for (ulong equal = TVectors.Where(TVectors.Read(row.Slice(lane, Wide)), time); equal != 0; equal &= equal - 1)
                name = Math.Min(name, names[lane + BitOperations.TrailingZeroCount(equal)]);
        }
        return (time, name);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LeastOf(ReadOnlySpan<int> row)
    {
        TVector least = TVectors.Read(row[..Wide]);
        for (int lane = Wide; lane < row.Length; lane += Wide) least = TVectors.Min(least, TVectors.Read(row.Slice(lane, Wide)));
        return least;
    }
}

/// <summary>One lane at a time: what every machine can do and the others are tested against.</summary>
internal readonly struct SweepLanesScalar : ISweepLanes
{
    public static void Relax(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half)
    {
        // Sums of two entries fit, see CustomisedTimes.
        unchecked
        {
            if (start.IsEmpty) row.Fill(CustomisedTimes.Infinity);
            else start.CopyTo(row);
            for (int i = 0; i < depths.Length; i++)
            {
                int time = pairs[2 * i + half];
                ReadOnlySpan<int> upper = stack.Slice(depths[i] * row.Length, row.Length);
                for (int lane = 0; lane < row.Length; lane++) row[lane] = Math.Min(row[lane], upper[lane] + time);
            }
        }
    }

    public static void Lower(Span<int> row, ReadOnlySpan<int> other, int time)
    {
        unchecked
        {
            for (int lane = 0; lane < row.Length; lane++) row[lane] = Math.Min(row[lane], other[lane] + time);
        }
    }

    public static void Write(ReadOnlySpan<int> row, Span<int> into)
    {
        for (int lane = 0; lane < into.Length; lane++)
            into[lane] = row[lane] == CustomisedTimes.Infinity ? int.MaxValue : row[lane];
    }

    public static bool AnyBelow(ReadOnlySpan<int> row, int limit)
    {
        foreach (int time in row)
        {
            if (time < limit) return true;
        }
        return false;
    }

    public static (int Time, int Name) Least(ReadOnlySpan<int> row, ReadOnlySpan<int> names)
    {
        int least = 0;
        for (int lane = 1; lane < row.Length; lane++)
        {
            if (row[lane] < row[least] || (row[lane] == row[least] && names[lane] < names[least])) least = lane;
        }
        return (row[least], names[least]);
    }
}
