
namespace NavGeo.Planning.Comparing;

/// <summary>
/// By how much a trip gets longer or shorter, in classes of minutes: up to 5, 15, 30, 60, and more. Exact to the
/// millisecond; a change of 30 minutes and 0 ms is in "15 to 30".
/// </summary>
public static class ChangeClass
{
    /// <summary>How many classes.</summary>
    public const int Count = 5;

    /// <summary>The largest change of each class but the last, minutes.</summary>
    public static readonly IReadOnlyList<int> UpperMinutes = [5, 15, 30, 60];

    /// <summary>The class of a change above 0.</summary>
    /// <param name="milliseconds">How much longer, or how much shorter.</param>
    public static int Of(long milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(milliseconds);
        int index = 0;
        while (index < UpperMinutes.Count && milliseconds > UpperMinutes[index] * 60_000L) index++;
        return index;
    }

    /// <summary>For column names: <c>0_5</c>, <c>5_15</c>, …, <c>over_60</c>.</summary>
    public static string Name(int index) => index == UpperMinutes.Count
        ? $"over_{UpperMinutes[^1]}"
        : $"{(index == 0 ? 0 : UpperMinutes[index - 1])}_{UpperMinutes[index]}";
}
