namespace NavGeo.Planning.Figures;

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
