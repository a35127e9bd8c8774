namespace NavGeo.Transit.Timetables;

/// <summary>Dates on which something runs, one bit a day from the first to the last of them. Immutable.</summary>
public sealed class DateSet : IEquatable<DateSet>
{
    private readonly int first;
    private readonly ulong[] words;

    /// <param name="dates">In any order, each perhaps several times.</param>
    public DateSet(IEnumerable<DateOnly> dates)
    {
        int[] days = [.. dates.Select(d => d.DayNumber).Distinct().Order()];
        first = days.Length == 0 ? 0 : days[0];
        words = new ulong[days.Length == 0 ? 0 : (days[^1] - first) / 64 + 1];
        foreach (int day in days) words[(day - first) / 64] |= 1UL << ((day - first) % 64);
        Count = days.Length;
    }

    /// <summary>No date.</summary>
    public static DateSet Empty { get; } = new([]);

    /// <summary>How many dates.</summary>
    public int Count { get; }

    /// <summary>Bytes of the bits.</summary>
    public int Bytes => words.Length * sizeof(ulong);

    /// <summary>In their order.</summary>
    public IEnumerable<DateOnly> Dates
    {
        get
        {
            for (int day = 0; day < words.Length * 64; day++)
            {
                if ((words[day / 64] >> (day % 64) & 1) != 0) yield return DateOnly.FromDayNumber(first + day);
            }
        }
    }

    /// <summary>Whether it runs on a date.</summary>
    public bool Contains(DateOnly date)
    {
        int day = date.DayNumber - first;
        return day >= 0 && day < words.Length * 64 && (words[day / 64] >> (day % 64) & 1) != 0;
    }

    /// <inheritdoc/>
    public bool Equals(DateSet? other) => other is not null && first == other.first && words.AsSpan().SequenceEqual(other.words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DateSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(first);
        foreach (ulong word in words) hash.Add(word);
        return hash.ToHashCode();
    }
}
