using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Calibration;

/// <summary>A travel time somebody knows.</summary>
/// <param name="From">As its file writes it: a position, a place, or municipalities joined by <c>|</c>.</param>
/// <param name="To">The same of where it leads.</param>
/// <param name="Minutes">Above 0.</param>
/// <param name="County">The first two digits of the municipality it starts in; empty where nobody asked.</param>
public sealed record KnownTime(string From, string To, double Minutes, string County);

/// <summary>A known time beside the measured one.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Known">The known time.</param>
/// <param name="Measured">Minutes on the network.</param>
/// <param name="Parts">Minutes of these on each class. Length: classes; the rest is off the road.</param>
public sealed record HeldTime(int Index, KnownTime Known, double Measured, IReadOnlyList<double> Parts)
{
    /// <summary>Less is driven through to a quay and back: a time counts as one with a ferry above it.</summary>
    public const double LeastFerryMinutes = 3;

    /// <summary>Minutes measured too much; below 0 too few.</summary>
    public double Error => Measured - Known.Minutes;

    /// <summary>Minutes on ferries and waiting.</summary>
    public double FerryMinutes => Parts[(int)TimeClass.Ferry];

    /// <summary>Whether it has a ferry.</summary>
    public bool HasFerry => FerryMinutes > LeastFerryMinutes;

    /// <summary>Minutes measured with the factors; null where there are none.</summary>
    public double? Fitted { get; init; }

    /// <summary>Minutes with factors fitted on all the other times; null where there are none.</summary>
    public double? LeftOut { get; init; }

    /// <summary>Minutes on some classes together.</summary>
    public double On(IEnumerable<TimeClass> classes) => classes.Sum(c => Parts[(int)c]);
}

/// <summary>Classes of road and ferry that have a factor.</summary>
public enum TimeClass
{
    /// <summary>European and national roads and motorways.</summary>
    Trunk = 0,

    /// <summary>County roads.</summary>
    County,

    /// <summary>All other roads.</summary>
    OtherRoads,

    /// <summary>Ferries and the wait for them.</summary>
    Ferry,
}

/// <summary>What is done with a class.</summary>
public static class TimeClasses
{
    /// <summary>The classes that are roads.</summary>
    public static IReadOnlyList<TimeClass> Roads { get; } = [TimeClass.Trunk, TimeClass.County, TimeClass.OtherRoads];

    /// <summary>The setting of <c>travel</c> in case.json that holds its factor.</summary>
    public static string SettingOf(TimeClass of) => of switch
    {
        TimeClass.Trunk => "trunkFactor",
        TimeClass.County => "countyFactor",
        TimeClass.OtherRoads => "otherRoadsFactor",
        _ => "ferryFactor",
    };

    /// <summary>The profile with the minutes of a class multiplied once more.</summary>
    public static TravelProfile Times(this TravelProfile profile, TimeClass of, double factor)
    {
        TimeFactors f = profile.Factors;
        return profile with
        {
            Factors = of switch
            {
                TimeClass.Trunk => f with { Trunk = f.Trunk * factor },
                TimeClass.County => f with { County = f.County * factor },
                TimeClass.OtherRoads => f with { OtherRoads = f.OtherRoads * factor },
                _ => f with { Ferry = f.Ferry * factor },
            },
        };
    }
}
