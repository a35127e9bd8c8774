using System.Globalization;

namespace NavGeo.Planning.Regions;

/// <summary>The rules by the name users write, with parameters by the name exports print.</summary>
public static class RegionRules
{
    /// <summary>The rules that are held side by side.</summary>
    public static IReadOnlyList<string> Computed { get; } = ["ba2020", "ttwa", "lma", "time"];

    /// <summary>Every rule by name, those that compute a division first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Computed, "ba2020-own-centres", "fixed"];

    /// <summary>A rule with its defaults.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static IRegionRule Default(string name) => name switch
    {
        "ba2020" => new Ba2020Rule(),
        "ba2020-own-centres" => new OwnCentresRule(),
        "ttwa" => new TtwaRule(),
        "lma" => new LmaRule(),
        "time" => new TimeRule(),
        _ => throw new ArgumentException($"no rule '{name}'", nameof(name)),
    };

    /// <summary>The rule with one parameter set differently; null where it has no such parameter or the value does not suit it.</summary>
    public static IRegionRule? With(IRegionRule rule, string parameter, string value) => rule switch
    {
        Ba2020Rule ba when parameter == "twins" => Twins(value) is { } twins ? ba with { Twins = twins } : null,
        Ba2020Rule ba when Number(value) is { } n => parameter switch
        {
            "minutes" => ba with { Minutes = n },
            "percent" => ba with { Percent = n },
            "near_minutes" => ba with { NearMinutes = n },
            "near_percent" => ba with { NearPercent = n },
            "any_minutes" => ba with { AnyMinutes = n },
            "employed_share" when n is > 0 and <= 1 => ba with { EmployedShare = n },
            "keeps_contiguity" => ba with { KeepsContiguity = n != 0 },
            _ => null,
        },
        OwnCentresRule own => With(own, parameter, value),
        TtwaRule ttwa when Number(value) is { } n => parameter switch
        {
            "small_workers" => ttwa with { SmallWorkers = n },
            "small_percent" => ttwa with { SmallPercent = n },
            "large_workers" => ttwa with { LargeWorkers = n },
            "large_percent" => ttwa with { LargePercent = n },
            "keeps_contiguity" => ttwa with { KeepsContiguity = n != 0 },
            _ => null,
        },
        LmaRule lma when Number(value) is { } n => parameter switch
        {
            "least_size" => lma with { LeastSize = n },
            "least_share" => lma with { LeastShare = n },
            "target_size" => lma with { TargetSize = n },
            "target_share" => lma with { TargetShare = n },
            "keeps_contiguity" => lma with { KeepsContiguity = n != 0 },
            _ => null,
        },
        TimeRule time when Number(value) is { } n => parameter switch
        {
            "least_inhabitants" => time with { LeastInhabitants = (int)n },
            "least_minutes_apart" => time with { LeastMinutesApart = n },
            "most_minutes" => time with { MostMinutes = n },
            "uses_any_mode" => time with { UsesAnyMode = n != 0 },
            "keeps_contiguity" => time with { KeepsContiguity = n != 0 },
            _ => null,
        },
        _ => null,
    };

    /// <summary>The rule with centres pinned, forbidden or given; the same rule where it has no centres.</summary>
    public static IRegionRule WithCentres(IRegionRule rule, IReadOnlyList<string> pinned, IReadOnlyList<string> forbidden, IReadOnlyList<string>? exactly) => rule switch
    {
        Ba2020Rule ba => ba with { Pinned = pinned, Forbidden = forbidden, Exactly = exactly },
        OwnCentresRule ba => ba with { Centres = ba.Centres with { Pinned = pinned, Forbidden = forbidden, Exactly = exactly } },
        TimeRule time => time with { Pinned = exactly ?? pinned, Forbidden = forbidden, LeastInhabitants = exactly is null ? time.LeastInhabitants : int.MaxValue },
        _ => rule,
    };

    private static OwnCentresRule? With(OwnCentresRule rule, string parameter, string value)
    {
        if (parameter == "in_share_of")
        {
            InShare? share = value switch { "residents" => InShare.OfResidents, "jobs" => InShare.OfJobs, "centre" => InShare.OfCentreResidents, _ => null };
            return share is { } known ? rule with { InShare = known } : null;
        }
        CentreSettings centres = rule.Centres;
        return Number(value) is not { } n ? null : parameter switch
        {
            "minutes" => rule with { Minutes = n },
            "percent" => rule with { Percent = n },
            "near_minutes" => rule with { NearMinutes = n },
            "near_percent" => rule with { NearPercent = n },
            "any_minutes" => rule with { AnyMinutes = n },
            "keeps_contiguity" => rule with { KeepsContiguity = n != 0 },
            "centre_least_jobs" => rule with { Centres = centres with { LeastJobs = (int)n } },
            "centre_least_jobs_per_hundred" => rule with { Centres = centres with { LeastJobsPerHundred = n } },
            "centre_least_own_percent" => rule with { Centres = centres with { LeastOwnPercent = n } },
            "centre_most_out_percent" => rule with { Centres = centres with { MostOutPercent = n } },
            "pair_jobs" => rule with { Centres = centres with { PairJobs = (int)n } },
            "pair_in_percent" => rule with { Centres = centres with { PairInPercent = n } },
            "pair_own_percent" => rule with { Centres = centres with { PairOwnPercent = n } },
            _ => null,
        };
    }

    /// <summary>Pairs such as 0301+3024, parted by commas or spaces; none for the word.</summary>
    private static (string, string)[]? Twins(string value)
    {
        if (value == "none") return [];
        string[][] pairs = [.. value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('+'))];
        return pairs.Length > 0 && pairs.All(p => p.Length == 2 && p[0] != p[1]) ? [.. pairs.Select(p => (p[0], p[1]))] : null;
    }

    private static double? Number(string value) => value switch
    {
        "true" => 1,
        "false" => 0,
        _ => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double n) && n is >= 0 and <= 1e9 ? n : null,
    };
}

/// <summary>A named rule that divides municipalities into regions. A pure function of the market and its own parameters.</summary>
public interface IRegionRule
{
    /// <summary>As users write it after <c>--rule</c>: ba2020, ba2020-own-centres, ttwa, lma, time, fixed.</summary>
    string Name { get; }

    /// <summary>Whether the rule can do without commuting.</summary>
    bool NeedsCommuting { get; }

    /// <summary>Every parameter by name, in a fixed order, for exports.</summary>
    IReadOnlyList<KeyValuePair<string, object>> Parameters { get; }

    /// <summary>Puts every municipality of the market into exactly one region.</summary>
    RegionDivision Divide(LabourMarket market);
}
