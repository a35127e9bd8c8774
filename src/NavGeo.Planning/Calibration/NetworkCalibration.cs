using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Calibration;

/// <summary>
/// A network held against known times: the errors, factors per class that would make them smaller with their
/// uncertainty, and how well those do on times they were not fitted on. Immutable.
/// </summary>
/// <remarks>
/// Minutes on a class are what one hundredth more on it adds to the time; the fastest way stays the fastest way by so
/// small a change. So nothing but times is asked of the network, means over many trips as well as single ones. The
/// uncertainty is the jackknife's: the factors are fitted once without each time.
/// </remarks>
public sealed class NetworkCalibration
{
    private const double Nudge = 0.01;

    /// <summary>Factors outside this say that something else is wrong, and case.json does not take them.</summary>
    private const double Least = 0.2;
    private const double Most = 5;

    private const int Decimals = 3;

    /// <summary>Other minutes lead other ways: the factors are fitted again where they lead.</summary>
    private const int Rounds = 3;

    /// <summary>How fast one travelled.</summary>
    public required TravelProfile Profile { get; init; }

    /// <summary>The times that have a way, in the order of the file.</summary>
    public required IReadOnlyList<HeldTime> Times { get; init; }

    /// <summary>The times that have none on this network.</summary>
    public required IReadOnlyList<KnownTime> WithoutWay { get; init; }

    /// <summary>The factors; none where the times are too few.</summary>
    public IReadOnlyList<ClassFactor> Factors { get; private init; } = [];

    /// <summary>Whether the factors make times they were not fitted on better.</summary>
    public bool IsBetter { get; private init; }

    /// <summary>Each county held against factors of all the others; none where nobody asked.</summary>
    public IReadOnlyList<CountyLeftOut> Counties { get; private init; } = [];

    /// <summary>Errors as measured of some of the times.</summary>
    public MinuteErrors Errors(Func<HeldTime, bool>? of = null) => MinuteErrors.Of(Times.Where(of ?? (_ => true)).Select(t => t.Error));

    /// <summary>Errors with the factors, measured anew; null without factors.</summary>
    public MinuteErrors? Fitted => Factors.Count == 0 ? null : MinuteErrors.Of(Times.Select(t => t.Fitted!.Value - t.Known.Minutes));

    /// <summary>Errors of each time with factors fitted on all the others; null without factors.</summary>
    public MinuteErrors? LeftOut => Factors.Count == 0 ? null : MinuteErrors.Of(Times.Select(t => t.LeftOut!.Value - t.Known.Minutes));

    /// <summary>Holds a network against times.</summary>
    /// <param name="known">The times.</param>
    /// <param name="profile">How fast one travels.</param>
    /// <param name="measure">The times on the network under a profile, in the same order.</param>
    public static NetworkCalibration Of(IReadOnlyList<KnownTime> known, TravelProfile profile, Func<TravelProfile, IReadOnlyList<double?>> measure)
    {
        HeldTime[] times = Measured(known, profile, measure);
        HashSet<int> reached = [.. times.Select(t => t.Index)];
        var held = new NetworkCalibration { Profile = profile, Times = times, WithoutWay = [.. known.Where((_, i) => !reached.Contains(i))] };
        return held.WithFactors(known, measure);
    }

    private static HeldTime[] Measured(IReadOnlyList<KnownTime> known, TravelProfile profile, Func<TravelProfile, IReadOnlyList<double?>> measure)
    {
        IReadOnlyList<double?> plain = measure(profile);
        IReadOnlyList<double?>[] nudged = [.. Enum.GetValues<TimeClass>().Select(c => measure(profile.Times(c, 1 + Nudge)))];
        return
        [
            .. Enumerable.Range(0, known.Count).Where(i => plain[i] is not null)
                .Select(i => new HeldTime(i, known[i], plain[i]!.Value, [.. nudged.Select(n => Math.Max(0, (n[i]!.Value - plain[i]!.Value) / Nudge))])),
        ];
    }

    private NetworkCalibration WithFactors(IReadOnlyList<KnownTime> known, Func<TravelProfile, IReadOnlyList<double?>> measure)
    {
        IReadOnlyList<IReadOnlyList<TimeClass>> groups = FactorFit.GroupsFor(Times);
        double[] factors = [.. groups.Select(_ => 1.0)];
        IReadOnlyList<HeldTime> near = Times;
        for (int round = 0; round < Rounds && groups.Count > 0; round++)
        {
            if (FactorFit.Of(near, groups) is not { } fit) return this;
            for (int g = 0; g < factors.Length; g++) factors[g] = Math.Round(factors[g] * fit.Factors[g], Decimals);
            if (factors.Any(f => f is < Least or > Most)) return this;
            near = Measured(known, groups.Zip(factors).Aggregate(Profile, (p, f) => f.First.Aggregate(p, (q, c) => q.Times(c, f.Second))), measure);
        }
        return groups.Count == 0 || Without(near, groups) is not { } without ? this : With(groups, factors, near, without);
    }

    /// <param name="groups">The classes of each factor.</param>
    /// <param name="factors">The factors.</param>
    /// <param name="near">The times measured with them.</param>
    /// <param name="without">What each time's absence would change in them.</param>
    private NetworkCalibration With(IReadOnlyList<IReadOnlyList<TimeClass>> groups, double[] factors, IReadOnlyList<HeldTime> near, FactorFit[] without)
    {
        HeldTime[] times = [.. Times.Select((t, i) => t with { Fitted = near[i].Measured, LeftOut = without[i].Minutes(near[i]) })];
        return new NetworkCalibration
        {
            Profile = Profile,
            Times = times,
            WithoutWay = WithoutWay,
            Factors =
            [
                .. groups.Select((group, g) => new ClassFactor(
                    group, factors[g], factors[g] * Jackknife([.. without.Select(w => w.Factors[g])]), Times.Count(t => t.On(group) >= FactorFit.KnowsMinutes))),
            ],
            IsBetter = times.Average(t => Math.Abs(t.LeftOut!.Value - t.Known.Minutes)) < times.Average(t => Math.Abs(t.Error)),
            Counties =
            [
                .. times.Select(t => t.Known.County).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)
                    .Select(c => CountyLeftOut.Of(c, times, near, groups, factors)),
            ],
        };
    }

    /// <summary>The fit without each of the times; null where one of them is not to be had.</summary>
    private static FactorFit[]? Without(IReadOnlyList<HeldTime> times, IReadOnlyList<IReadOnlyList<TimeClass>> groups)
    {
        FactorFit?[] fits = [.. times.Select(left => FactorFit.Of([.. times.Where(t => t != left)], groups))];
        return fits.Contains(null) ? null : [.. fits.Select(f => f!)];
    }

    private static double Jackknife(double[] without)
    {
        double mean = without.Average();
        return Math.Sqrt((without.Length - 1.0) / without.Length * without.Sum(f => (f - mean) * (f - mean)));
    }
}

/// <summary>A factor that the times ask for.</summary>
/// <param name="Classes">The classes that share it.</param>
/// <param name="Factor">What their minutes are multiplied with.</param>
/// <param name="StandardError">Its own.</param>
/// <param name="Times">How many times know its classes.</param>
public sealed record ClassFactor(IReadOnlyList<TimeClass> Classes, double Factor, double StandardError, int Times)
{
    /// <summary>From here to <see cref="Highest"/> is the interval of 95 percent.</summary>
    public double Lowest => Factor - 1.96 * StandardError;

    /// <summary>The upper end.</summary>
    public double Highest => Factor + 1.96 * StandardError;
}

/// <summary>A county's times held against factors that were fitted on those of all other counties.</summary>
/// <param name="County">Two digits.</param>
/// <param name="Factors">The factors of the others, in the order of all; none where the others do not tell them.</param>
/// <param name="Before">Errors without factors.</param>
/// <param name="After">Errors with those factors.</param>
public sealed record CountyLeftOut(string County, IReadOnlyList<double> Factors, MinuteErrors Before, MinuteErrors After)
{
    internal static CountyLeftOut Of(
        string county, IReadOnlyList<HeldTime> plain, IReadOnlyList<HeldTime> near, IReadOnlyList<IReadOnlyList<TimeClass>> groups, IReadOnlyList<double> factors)
    {
        FactorFit? fit = FactorFit.Of([.. near.Where(t => t.Known.County != county)], groups);
        IEnumerable<int> own = Enumerable.Range(0, plain.Count).Where(i => plain[i].Known.County == county);
        return new CountyLeftOut(
            county, fit is null ? [] : [.. factors.Zip(fit.Factors, (f, change) => f * change)], MinuteErrors.Of(own.Select(i => plain[i].Error)),
            MinuteErrors.Of(own.Select(i => (fit?.Minutes(near[i]) ?? plain[i].Measured) - plain[i].Known.Minutes)));
    }
}
