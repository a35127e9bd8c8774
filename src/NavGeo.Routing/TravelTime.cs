using System.Diagnostics;

namespace NavGeo.Routing;

/// <summary>
/// A travel time, or the fact that there is no way. Whole milliseconds, 0 to 24 days; unreachable is a state and
/// compares as later than every time. The default value is 0 ms.
/// </summary>
public readonly record struct TravelTime : IComparable<TravelTime>
{
    /// <summary>How columns of raw times write "no way". Never to be added to anything.</summary>
    public const int UnreachableMilliseconds = int.MaxValue;

    /// <summary>There is no way.</summary>
    public static readonly TravelTime Unreachable = new(UnreachableMilliseconds);

    private readonly int raw;

    private TravelTime(int raw) => this.raw = raw;

    /// <summary>Whether there is a way.</summary>
    public bool IsReachable => raw != UnreachableMilliseconds;

    /// <summary>Milliseconds. Only for a reachable time.</summary>
    public int Milliseconds
    {
        get
        {
            Debug.Assert(IsReachable, "an unreachable time has no milliseconds");
            return raw;
        }
    }

    /// <summary>Minutes with fraction. Only for a reachable time.</summary>
    public double Minutes => Milliseconds / 60_000.0;

    /// <summary>A time of 0 milliseconds or more; <see cref="UnreachableMilliseconds"/> gives <see cref="Unreachable"/>.</summary>
    public static TravelTime FromMilliseconds(int milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        return new TravelTime(milliseconds);
    }

    /// <summary>Exact: a time of 30 minutes and 0 ms is within 30, one of 30 minutes and 1 ms is not.</summary>
    public bool IsWithinMinutes(int minutes) => IsReachable && raw <= minutes * 60_000L;

    /// <inheritdoc/>
    public int CompareTo(TravelTime other) => raw.CompareTo(other.raw);

    /// <summary>The time as raw columns hold it.</summary>
    public int ToRaw() => raw;

    /// <inheritdoc/>
    public override string ToString() =>
        IsReachable ? Minutes.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + " min" : "unreachable";
}
