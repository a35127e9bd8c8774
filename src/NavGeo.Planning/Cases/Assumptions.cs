using NavGeo.Planning.Language;

namespace NavGeo.Planning.Cases;

/// <summary>All settings of a case: what it gives, and NavGeo's defaults for the rest. Immutable.</summary>
public sealed class Assumptions
{
    private static readonly (AssumptionKey Key, string Name, decimal Value)[] Known =
    [
        (AssumptionKey.MinimumEmployees, "minimum_employees", 10),
        (AssumptionKey.IsolatedBelow, "isolated_below", 4),
        (AssumptionKey.GuaranteeState, "guarantee_state_fte", 3),
        (AssumptionKey.OperatingNok, "operating_nok_per_fte", 23_000),
        (AssumptionKey.AdministrationSupplement, "administration_supplement_pct", 5),
        (AssumptionKey.BaseFirstSite, "base_first_site_fte", 2.0m),
        (AssumptionKey.BaseFurtherSite, "base_further_site_fte", 0.6m),
        (AssumptionKey.SplitRounding, "split_rounding", 0),
        (AssumptionKey.StateStaffPercent, "state_staff_pct", 0),
        (AssumptionKey.CounsellorsOnDuty, "counsellors_on_duty", 2),
        (AssumptionKey.PremisesJointKey, "premises_joint_key", 0),
        (AssumptionKey.WithoutCarPercent, "without_car_pct", 15),
    ];

    private readonly Dictionary<AssumptionKey, Assumption> all;

    /// <param name="given">What the case sets; later ones of the same key count.</param>
    public Assumptions(IEnumerable<Assumption> given)
    {
        all = Known.ToDictionary(k => k.Key, k => new Assumption(k.Key, k.Value, false, null));
        foreach (Assumption assumption in given) all[assumption.Key] = assumption;
    }

    /// <summary>Nothing but defaults.</summary>
    public static Assumptions Default { get; } = new([]);

    /// <summary>The names files use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(k => k.Name)];

    /// <summary>In the order of the keys.</summary>
    public IReadOnlyList<Assumption> All => [.. Known.Select(k => all[k.Key])];

    /// <summary>A setting.</summary>
    public Assumption Get(AssumptionKey key) => all[key];

    /// <summary>The name files use for a setting.</summary>
    public static string NameOf(AssumptionKey key) => Known.First(k => k.Key == key).Name;

    /// <summary>The setting behind a name of the files.</summary>
    public static bool TryParse(string name, out AssumptionKey key)
    {
        foreach ((AssumptionKey known, string written, _) in Known)
        {
            key = known;
            if (string.Equals(written, name, StringComparison.OrdinalIgnoreCase)) return true;
        }
        key = default;
        return false;
    }
}

/// <summary>A setting with its value and where that is from.</summary>
/// <param name="Key">What it sets.</param>
/// <param name="Value">In the unit of the key.</param>
/// <param name="IsGiven">True where a source gives the value for this case; false for an assumption, which tables mark.</param>
/// <param name="Source">Where it is from, as the case writes it; null for NavGeo's default.</param>
public sealed record Assumption(AssumptionKey Key, decimal Value, bool IsGiven, Names? Source);

/// <summary>The settings of the planning rules that a case may change in <c>assumptions.csv</c>.</summary>
public enum AssumptionKey
{
    /// <summary>An office should have at least so many employees.</summary>
    MinimumEmployees = 0,

    /// <summary>Staff in an office or at a site with fewer employees than this are isolated.</summary>
    IsolatedBelow,

    /// <summary>An office with so many state årsverk or fewer is a guarantee office (garantikontor).</summary>
    GuaranteeState,

    /// <summary>Operation of an office, NOK an årsverk a year.</summary>
    OperatingNok,

    /// <summary>What a guest municipality pays the host for administration, per cent of its share.</summary>
    AdministrationSupplement,

    /// <summary>Base allocation of a joint office for its first site, årsverk.</summary>
    BaseFirstSite,

    /// <summary>Base allocation of a joint office for each further site, årsverk.</summary>
    BaseFurtherSite,

    /// <summary>0: the smaller part is cut to whole kroner; 1: the municipal part goes to the nearest krone.</summary>
    SplitRounding,

    /// <summary>Per cent of the staff that the state employs, where the årsverk of the units are not split; 0 for unknown.</summary>
    StateStaffPercent,

    /// <summary>Counsellors on duty at a site on a day it is open; those of them whose desk is elsewhere drive there and back.</summary>
    CounsellorsOnDuty,

    /// <summary>1: a joint office parts its premises by its new key and by inhabitants, as it does its operation; 0: who pays a site today goes on doing so.</summary>
    PremisesJointKey,

    /// <summary>Per cent of the inhabitants who have no car to use, where the case does not say it by municipality.</summary>
    WithoutCarPercent,
}
