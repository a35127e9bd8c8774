using NavGeo.Routing;

namespace NavGeo.Planning.Regions;

/// <summary>
/// Travel times between municipalities, from where people live in one to where they live in the other: by car (car
/// ferries included) and by any mode, which is the shorter of car and a named alternative. Whole milliseconds, row after
/// row; 0 on the diagonal. Immutable; any number of threads may read it.
/// </summary>
public sealed class MunicipalityTimes
{
    /// <summary>No alternative to the car is known.</summary>
    public const string NoAlternative = "none";

    private readonly int[] car;
    private readonly int[] alternative;

    /// <param name="count">How many municipalities.</param>
    /// <param name="car">From row to column; <see cref="TravelTime.UnreachableMilliseconds"/> for no way.</param>
    /// <param name="alternative">The same by the alternative mode.</param>
    /// <param name="alternativeMode">What the alternative is: passenger boat, air; <see cref="NoAlternative"/>.</param>
    public MunicipalityTimes(int count, ReadOnlySpan<int> car, ReadOnlySpan<int> alternative, string alternativeMode)
    {
        if (car.Length != count * count || alternative.Length != count * count)
            throw new ArgumentException("a table of times is square", nameof(car));
        Count = count;
        AlternativeMode = alternativeMode;
        this.car = car.ToArray();
        this.alternative = alternative.ToArray();
        for (int i = 0; i < count; i++) this.car[i * count + i] = this.alternative[i * count + i] = 0;
    }

    /// <summary>How many municipalities.</summary>
    public int Count { get; }

    /// <summary>The name of the alternative mode.</summary>
    public string AlternativeMode { get; }

    /// <summary>Between whom the times are.</summary>
    public TimeEnds Ends { get; init; }

    /// <summary>Nobody reaches anybody: the times of a market whose rule needs none.</summary>
    public static MunicipalityTimes Unknown(int count)
    {
        var none = new int[count * count];
        Array.Fill(none, TravelTime.UnreachableMilliseconds);
        return new MunicipalityTimes(count, none, none, NoAlternative);
    }

    /// <summary>By car and car ferry.</summary>
    public TravelTime Car(int from, int to) => TravelTime.FromMilliseconds(car[from * Count + to]);

    /// <summary>By the alternative mode alone.</summary>
    public TravelTime Alternative(int from, int to) => TravelTime.FromMilliseconds(alternative[from * Count + to]);

    /// <summary>By whatever is faster.</summary>
    public TravelTime Any(int from, int to) =>
        TravelTime.FromMilliseconds(Math.Min(car[from * Count + to], alternative[from * Count + to]));

    /// <summary>The same municipalities with the times of each pair multiplied by a factor above 0, the same both ways and for both modes.</summary>
    public MunicipalityTimes Scaled(Func<int, int, double> factorOfPair)
    {
        var newCar = new int[car.Length];
        var newAlternative = new int[car.Length];
        for (int from = 0; from < Count; from++)
        {
            for (int to = 0; to < Count; to++)
            {
                double factor = from == to ? 1 : factorOfPair(Math.Min(from, to), Math.Max(from, to));
                newCar[from * Count + to] = Scaled(car[from * Count + to], factor);
                newAlternative[from * Count + to] = Scaled(alternative[from * Count + to], factor);
            }
        }
        return new MunicipalityTimes(Count, newCar, newAlternative, AlternativeMode) { Ends = Ends };
    }

    /// <summary>Minutes; infinite for no way.</summary>
    internal static double MinutesOf(TravelTime time) => time.IsReachable ? time.Minutes : double.PositiveInfinity;

    /// <summary>A time of so many minutes; unreachable for infinitely many.</summary>
    internal static TravelTime TimeOf(double minutes) => double.IsFinite(minutes)
        ? TravelTime.FromMilliseconds((int)Math.Round(minutes * 60_000))
        : TravelTime.Unreachable;

    private static int Scaled(int milliseconds, double factor) => milliseconds == TravelTime.UnreachableMilliseconds
        ? milliseconds
        : (int)Math.Round(milliseconds * factor, MidpointRounding.AwayFromZero);
}

/// <summary>Between whom times between municipalities are.</summary>
public enum TimeEnds
{
    /// <summary>Somebody else measured them.</summary>
    Given = 0,

    /// <summary>The mean over the people at both ends.</summary>
    Both,

    /// <summary>The mean over everybody in the first to the densest settlement of the second.</summary>
    One,

    /// <summary>From densest settlement to densest settlement.</summary>
    Centres,
}
