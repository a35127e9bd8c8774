using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>Eight lanes at a time.</summary>
internal readonly struct SweepLanes256 : ISweepLanes
{
    private const int Wide = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Relax(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half)
    {
        // Overflow checks are off because sums of two entries fit, see CustomisedTimes. Two vectors at a time hide the
        // latency of the minimum; a row is 16 or 32 lanes, so there is no rest.
        unchecked
        {
            int lanes = row.Length;
            for (int lane = 0; lane < lanes; lane += 2 * Wide)
            {
                bool two = lane + 2 * Wide <= lanes;
                var a = Vector256.Create(CustomisedTimes.Infinity);
                var b = a;
                if (!start.IsEmpty)
                {
                    a = Vector256.Create(start.Slice(lane, Wide));
                    if (two) b = Vector256.Create(start.Slice(lane + Wide, Wide));
                }
                if (two)
                {
                    for (int i = 0; i < depths.Length; i++)
                    {
                        var time = Vector256.Create(pairs[2 * i + half]);
                        ReadOnlySpan<int> upper = stack.Slice(depths[i] * lanes + lane, 2 * Wide);
                        a = Vector256.Min(a, Vector256.Create(upper) + time);
                        b = Vector256.Min(b, Vector256.Create(upper[Wide..]) + time);
                    }
                    b.CopyTo(row.Slice(lane + Wide, Wide));
                }
                else
                {
                    for (int i = 0; i < depths.Length; i++)
                    {
                        var time = Vector256.Create(pairs[2 * i + half]);
                        a = Vector256.Min(a, Vector256.Create(stack.Slice(depths[i] * lanes + lane, Wide)) + time);
                    }
                }
                a.CopyTo(row.Slice(lane, Wide));
            }
        }
    }

    public static void Write(ReadOnlySpan<int> row, Span<int> into)
    {
        int lane = 0;
        for (; lane + Wide <= into.Length; lane += Wide)
        {
            var times = Vector256.Create(row.Slice(lane, Wide));
            var none = Vector256.Equals(times, Vector256.Create(CustomisedTimes.Infinity));
            Vector256.ConditionalSelect(none, Vector256.Create(int.MaxValue), times).CopyTo(into.Slice(lane, Wide));
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
            var units = Vector256.Create(unit);
            var inverse = Vector256.Create(1f / unit);
            int lane = 0;
            int tooLong = 0;
            for (; lane + Wide <= into.Length; lane += Wide)
            {
                var times = Vector256.Create(row.Slice(lane, Wide));
                var none = Vector256.Equals(times, Vector256.Create(CustomisedTimes.Infinity));
                var capped = Vector256.Min(times, Vector256.Create(cap));
                var guess = Vector256.ConvertToInt32(Vector256.ConvertToSingle(capped) * inverse);
                var rest = capped - guess * units;
                // Comparisons give −1 for true.
                var rounded = guess - Vector256.GreaterThan(rest, Vector256<int>.Zero) - Vector256.GreaterThan(rest, units);
                var over = Vector256.AndNot(Vector256.GreaterThan(rounded, Vector256.Create(Most)), none);
                tooLong += BitOperations.PopCount(Vector256.ExtractMostSignificantBits(over));
                var written = Vector256.ConditionalSelect(none, Vector256.Create((int)ushort.MaxValue), Vector256.Min(rounded, Vector256.Create(Most)));
                Vector256.Narrow(written.AsUInt32(), Vector256<uint>.Zero).GetLower().CopyTo(into.Slice(lane, Wide));
            }
            return tooLong + SweepLanesScalar.WriteShort(row[lane..], into[lane..], unit);
        }
    }

    public static bool AnyBelow(ReadOnlySpan<int> row, int limit)
    {
        var below = Vector256<int>.Zero;
        var limits = Vector256.Create(limit);
        for (int lane = 0; lane < row.Length; lane += Wide)
            below |= Vector256.LessThan(Vector256.Create(row.Slice(lane, Wide)), limits);
        return below != Vector256<int>.Zero;
    }

    public static (int Time, int Lane) Least(ReadOnlySpan<int> row)
    {
        var least = Vector256.Create(row[..Wide]);
        for (int lane = Wide; lane < row.Length; lane += Wide)
            least = Vector256.Min(least, Vector256.Create(row.Slice(lane, Wide)));
        var four = Vector128.Min(least.GetLower(), least.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        int time = Math.Min(two[0], two[1]);
        for (int lane = 0; ; lane += Wide)
        {
            var equal = Vector256.Equals(Vector256.Create(row.Slice(lane, Wide)), Vector256.Create(time));
            if (equal != Vector256<int>.Zero) return (time, lane + BitOperations.TrailingZeroCount(equal.ExtractMostSignificantBits()));
        }
    }

    public static void Count(ReadOnlySpan<int> row, int limit, int weight, Span<int> counts)
    {
        unchecked
        {
            var limits = Vector256.Create(limit);
            var weights = Vector256.Create(weight);
            for (int lane = 0; lane < row.Length; lane += Wide)
            {
                var within = Vector256.LessThanOrEqual(Vector256.Create(row.Slice(lane, Wide)), limits);
                Span<int> part = counts.Slice(lane, Wide);
                (Vector256.Create<int>(part) + (within & weights)).CopyTo(part);
            }
        }
    }

    public static void Sum(ReadOnlySpan<int> row, int weight, Span<long> sums)
    {
        unchecked
        {
            var weights = Vector256.Create((long)weight);
            var infinity = Vector256.Create(CustomisedTimes.Infinity);
            for (int lane = 0; lane < row.Length; lane += Wide)
            {
                var times = Vector256.Create(row.Slice(lane, Wide));
                (var low, var high) = Vector256.Widen(times & Vector256.LessThan(times, infinity));
                Span<long> lowSums = sums.Slice(lane, Wide / 2), highSums = sums.Slice(lane + Wide / 2, Wide / 2);
                (Vector256.Create<long>(lowSums) + low * weights).CopyTo(lowSums);
                (Vector256.Create<long>(highSums) + high * weights).CopyTo(highSums);
            }
        }
    }
}
