namespace NavGeo.Routing.Hierarchy;

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

    public static int WriteShort(ReadOnlySpan<int> row, Span<ushort> into, int unit)
    {
        int tooLong = 0;
        for (int lane = 0; lane < into.Length; lane++)
        {
            if (row[lane] == CustomisedTimes.Infinity)
            {
                into[lane] = ushort.MaxValue;
                continue;
            }
            long units = ((long)row[lane] + unit - 1) / unit;
            if (units >= ushort.MaxValue)
            {
                tooLong++;
                units = ushort.MaxValue - 1;
            }
            into[lane] = (ushort)units;
        }
        return tooLong;
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

    public static void Count(ReadOnlySpan<int> row, ReadOnlySpan<int> limits, int widest, int weight, Span<int> counts)
    {
        for (int lane = 0; lane < row.Length; lane++)
        {
            if (row[lane] > widest) continue;
            for (int band = 0; band < limits.Length; band++)
            {
                if (row[lane] <= limits[band]) counts[band * row.Length + lane] += weight;
            }
        }
    }

    public static void Sum(ReadOnlySpan<int> row, int weight, Span<long> sums, Span<int> missing)
    {
        for (int lane = 0; lane < row.Length; lane++)
        {
            if (row[lane] == CustomisedTimes.Infinity) missing[lane] += weight;
            else sums[lane] += (long)row[lane] * weight;
        }
    }
}
