using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>Sixteen lanes at a time.</summary>
internal readonly struct SweepLanes512 : ISweepLanes
{
    private const int Wide = 16;

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
            Vector512<int> a, b, c, d;
            a = b = c = d = Vector512.Create(CustomisedTimes.Infinity);
            if (!start.IsEmpty)
            {
                a = Vector512.Create(start.Slice(lane, Wide));
                b = Vector512.Create(start.Slice(lane + Wide, Wide));
                c = Vector512.Create(start.Slice(lane + 2 * Wide, Wide));
                d = Vector512.Create(start.Slice(lane + 3 * Wide, Wide));
            }
            ref int top = ref Unsafe.Add(ref MemoryMarshal.GetReference(stack), lane);
            ref int time = ref Unsafe.Add(ref MemoryMarshal.GetReference(pairs), half);
            nuint lanes = (nuint)row.Length;
            for (int i = 0; i < depths.Length; i++)
            {
                var add = Vector512.Create(time);
                time = ref Unsafe.Add(ref time, 2);
                nuint at = depths[i] * lanes;
                a = Vector512.Min(a, Vector512.LoadUnsafe(ref top, at) + add);
                b = Vector512.Min(b, Vector512.LoadUnsafe(ref top, at + Wide) + add);
                c = Vector512.Min(c, Vector512.LoadUnsafe(ref top, at + 2 * Wide) + add);
                d = Vector512.Min(d, Vector512.LoadUnsafe(ref top, at + 3 * Wide) + add);
            }
            Span<int> into = row.Slice(lane, 4 * Wide);
            a.CopyTo(into);
            b.CopyTo(into[Wide..]);
            c.CopyTo(into[(2 * Wide)..]);
            d.CopyTo(into[(3 * Wide)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RelaxTwo(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half, int lane)
    {
        unchecked
        {
            Vector512<int> a, b;
            a = b = Vector512.Create(CustomisedTimes.Infinity);
            if (!start.IsEmpty)
            {
                a = Vector512.Create(start.Slice(lane, Wide));
                b = Vector512.Create(start.Slice(lane + Wide, Wide));
            }
            ref int top = ref Unsafe.Add(ref MemoryMarshal.GetReference(stack), lane);
            ref int time = ref Unsafe.Add(ref MemoryMarshal.GetReference(pairs), half);
            nuint lanes = (nuint)row.Length;
            for (int i = 0; i < depths.Length; i++)
            {
                var add = Vector512.Create(time);
                time = ref Unsafe.Add(ref time, 2);
                nuint at = depths[i] * lanes;
                a = Vector512.Min(a, Vector512.LoadUnsafe(ref top, at) + add);
                b = Vector512.Min(b, Vector512.LoadUnsafe(ref top, at + Wide) + add);
            }
            Span<int> into = row.Slice(lane, 2 * Wide);
            a.CopyTo(into);
            b.CopyTo(into[Wide..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RelaxOne(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half, int lane)
    {
        unchecked
        {
            var a = start.IsEmpty ? Vector512.Create(CustomisedTimes.Infinity) : Vector512.Create(start.Slice(lane, Wide));
            ref int top = ref Unsafe.Add(ref MemoryMarshal.GetReference(stack), lane);
            ref int time = ref Unsafe.Add(ref MemoryMarshal.GetReference(pairs), half);
            nuint lanes = (nuint)row.Length;
            for (int i = 0; i < depths.Length; i++)
            {
                a = Vector512.Min(a, Vector512.LoadUnsafe(ref top, depths[i] * lanes) + Vector512.Create(time));
                time = ref Unsafe.Add(ref time, 2);
            }
            a.CopyTo(row.Slice(lane, Wide));
        }
    }

    public static void Lower(Span<int> row, ReadOnlySpan<int> other, int time)
    {
        unchecked
        {
            var add = Vector512.Create(time);
            for (int lane = 0; lane < row.Length; lane += Wide)
            {
                Span<int> part = row.Slice(lane, Wide);
                Vector512.Min(Vector512.Create<int>(part), Vector512.Create(other.Slice(lane, Wide)) + add).CopyTo(part);
            }
        }
    }

    public static void Write(ReadOnlySpan<int> row, Span<int> into)
    {
        int lane = 0;
        for (; lane + Wide <= into.Length; lane += Wide)
        {
            var times = Vector512.Create(row.Slice(lane, Wide));
            var none = Vector512.Equals(times, Vector512.Create(CustomisedTimes.Infinity));
            Vector512.ConditionalSelect(none, Vector512.Create(int.MaxValue), times).CopyTo(into.Slice(lane, Wide));
        }
        SweepLanesScalar.Write(row[lane..], into[lane..]);
    }

    public static int WriteShort(ReadOnlySpan<int> row, Span<ushort> into, int unit)
    {
        // Dividing by multiplying in single precision is off by one at most for quotients below 65536; comparing the
        // product with the time mends it. Times are capped first, so the quotient is that small.
        unchecked
        {
            const int Most = ushort.MaxValue - 1;
            int cap = (int)Math.Min((long)unit * Most + 1, CustomisedTimes.Infinity);
            var units = Vector512.Create(unit);
            var inverse = Vector512.Create(1f / unit);
            int lane = 0;
            int tooLong = 0;
            for (; lane + Wide <= into.Length; lane += Wide)
            {
                var times = Vector512.Create(row.Slice(lane, Wide));
                var none = Vector512.Equals(times, Vector512.Create(CustomisedTimes.Infinity));
                var capped = Vector512.Min(times, Vector512.Create(cap));
                var guess = Vector512.ConvertToInt32(Vector512.ConvertToSingle(capped) * inverse);
                var rest = capped - guess * units;
                // Comparisons give −1 for true.
                var rounded = guess - Vector512.GreaterThan(rest, Vector512<int>.Zero) - Vector512.GreaterThan(rest, units);
                var over = Vector512.AndNot(Vector512.GreaterThan(rounded, Vector512.Create(Most)), none);
                tooLong += BitOperations.PopCount(Vector512.ExtractMostSignificantBits(over));
                var written = Vector512.ConditionalSelect(none, Vector512.Create((int)ushort.MaxValue), Vector512.Min(rounded, Vector512.Create(Most)));
                Vector512.Narrow(written.AsUInt32(), Vector512<uint>.Zero).GetLower().CopyTo(into.Slice(lane, Wide));
            }
            return tooLong + SweepLanesScalar.WriteShort(row[lane..], into[lane..], unit);
        }
    }

    public static bool AnyBelow(ReadOnlySpan<int> row, int limit)
    {
        var below = Vector512<int>.Zero;
        var limits = Vector512.Create(limit);
        for (int lane = 0; lane < row.Length; lane += Wide)
            below |= Vector512.LessThan(Vector512.Create(row.Slice(lane, Wide)), limits);
        return below != Vector512<int>.Zero;
    }

    public static (int Time, int Name) Least(ReadOnlySpan<int> row, ReadOnlySpan<int> names)
    {
        var least = Vector512.Create(row[..Wide]);
        for (int lane = Wide; lane < row.Length; lane += Wide)
            least = Vector512.Min(least, Vector512.Create(row.Slice(lane, Wide)));
        var eight = Vector256.Min(least.GetLower(), least.GetUpper());
        var four = Vector128.Min(eight.GetLower(), eight.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        int time = Math.Min(two[0], two[1]);
        int name = int.MaxValue;
        for (int lane = 0; lane < row.Length; lane += Wide)
        {
            ulong equal = Vector512.Equals(Vector512.Create(row.Slice(lane, Wide)), Vector512.Create(time)).ExtractMostSignificantBits();
            for (; equal != 0; equal &= equal - 1) name = Math.Min(name, names[lane + BitOperations.TrailingZeroCount(equal)]);
        }
        return (time, name);
    }

    public static void Count(ReadOnlySpan<int> row, ReadOnlySpan<int> limits, int widest, int weight, Span<int> counts)
    {
        unchecked
        {
            var weights = Vector512.Create(weight);
            for (int lane = 0; lane < row.Length; lane += Wide)
            {
                var times = Vector512.Create(row.Slice(lane, Wide));
                if (Vector512.GreaterThanAll(times, Vector512.Create(widest))) continue;
                for (int band = 0; band < limits.Length; band++)
                {
                    var within = Vector512.LessThanOrEqual(times, Vector512.Create(limits[band]));
                    Span<int> part = counts.Slice(band * row.Length + lane, Wide);
                    (Vector512.Create<int>(part) + (within & weights)).CopyTo(part);
                }
            }
        }
    }

    public static void Sum(ReadOnlySpan<int> row, int weight, Span<long> sums, Span<int> missing)
    {
        unchecked
        {
            var weights = Vector512.Create((long)weight);
            var infinity = Vector512.Create(CustomisedTimes.Infinity);
            for (int lane = 0; lane < row.Length; lane += Wide)
            {
                var times = Vector512.Create(row.Slice(lane, Wide));
                var none = Vector512.Equals(times, infinity);
                if (none != Vector512<int>.Zero)
                {
                    Span<int> part = missing.Slice(lane, Wide);
                    (Vector512.Create<int>(part) + (none & Vector512.Create(weight))).CopyTo(part);
                    times = Vector512.AndNot(times, none);
                }
                (var low, var high) = Vector512.Widen(times);
                if (weight != 1)
                {
                    low *= weights;
                    high *= weights;
                }
                Span<long> lowSums = sums.Slice(lane, Wide / 2), highSums = sums.Slice(lane + Wide / 2, Wide / 2);
                (Vector512.Create<long>(lowSums) + low).CopyTo(lowSums);
                (Vector512.Create<long>(highSums) + high).CopyTo(highSums);
            }
        }
    }
}
