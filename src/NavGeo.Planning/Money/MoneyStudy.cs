using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Money;

/// <summary>
/// The money side of a case: premises, operation, base allocation and who pays, under any of its structures.
/// Immutable; all amounts are decimal.
/// </summary>
/// <remarks>
/// Rules. Cost lines of a site fall away where the site is closed or only a video point; what room the staff then need elsewhere is counted
/// only where a line of the structure says it. A site without lines counts with a range: the least and the most an inhabitant among
/// the sites that have them. A joint office's key follows from its årsverk and parts the operation; the premises keep the
/// keys and the payers of today, unless the case sets <see cref="AssumptionKey.PremisesJointKey"/>. Base allocation: an unchanged office keeps
/// today's, any other gets <see cref="AllocationRule"/>. Shares: the municipal part of what is paid jointly by
/// inhabitants, cut to whole kroner, the rest to the host (or the largest); every guest pays the supplement on that share
/// to the host, to the nearest krone.
/// </remarks>
public sealed partial class MoneyStudy
{
    private readonly PlanningCase planningCase;
    private readonly CaseFigures figures;
    private readonly Structure baseline;
    private readonly Dictionary<string, Municipality> municipalities;
    private readonly PriceEstimate prices;

    /// <param name="planningCase">The case, with its cost lines, keys, allocations and assumptions.</param>
    public MoneyStudy(PlanningCase planningCase)
    {
        this.planningCase = planningCase;
        figures = planningCase.Figures;
        baseline = planningCase.GetStructure(planningCase.Baseline);
        municipalities = planningCase.Areas.ToDictionary(m => m.Number, StringComparer.Ordinal);
        prices = PriceEstimate.Of(
            [.. baseline.Offices.SelectMany(o => Kept(o).Select(s => (People(o) / Kept(o).Length, KnownPremises(baseline, s))))],
            [.. baseline.Offices.Select(o => (People(o), Equivalents(o.Municipalities) is { } fte ? fte.State + fte.Municipal : (decimal?)null))]);
    }

    /// <summary>How sums are parted.</summary>
    public RoundingRule Rounding => Setting(AssumptionKey.SplitRounding) == 0 ? RoundingRule.SmallerPartDown : RoundingRule.NearestKrone;

    /// <summary>Whether a joint office pays its premises by its new key, by inhabitants; else as today.</summary>
    public bool ArePremisesJoint => Setting(AssumptionKey.PremisesJointKey) != 0;

    /// <summary>What a joint office gets.</summary>
    public AllocationRule Allocation => new(Setting(AssumptionKey.BaseFirstSite), Setting(AssumptionKey.BaseFurtherSite));

    /// <summary>What a structure costs.</summary>
    public StructureMoney Of(Structure structure) => new(structure, [.. structure.Offices.Select(o => Of(structure, o))], Total(structure));

    private decimal Setting(AssumptionKey key) => figures.Assumptions.Get(key).Value;

    private OfficeMoney Of(Structure structure, Office office)
    {
        Office[] today = Today(office);
        bool isUnchanged = today is [var same] && SameSet(same.Municipalities, office.Municipalities) && SameSet(Open(same), Open(office)) && SameSet(Kept(same), Kept(office));
        (decimal State, decimal Municipal)? staff = Equivalents(office.Municipalities);
        CostKey? key = KeyOf(isUnchanged ? today[0] : office, staff, isUnchanged);
        decimal? operating = staff is { } fte ? (fte.State + fte.Municipal) * Setting(AssumptionKey.OperatingNok) : null;
        decimal? before = AllocationToday(today);
        string[] unknown = figures.Costs.Count == 0 ? [] : [.. Kept(office).Where(s => KnownPremises(structure, s) is null)];
        return new OfficeMoney
        {
            Office = office,
            Inhabitants = office.Municipalities.Sum(m => (long)municipalities[m].Population),
            Equivalents = staff,
            Key = key,
            Premises = figures.Costs.Count == 0 ? null : Premises(structure, office, today),
            SitesWithoutCost = unknown,
            PropertySplit = figures.Costs.Count == 0 || unknown.Length > 0 ? null : PremisesSplit(structure, office, today, key),
            Operating = operating,
            OperatingSplit = operating is { } running ? key?.Split(running, Rounding) : null,
            AllocationBefore = before,
            AllocationAfter = isUnchanged ? before : figures.Allocations.Count == 0 ? null : Allocation.Of(Open(office).Length),
            IsUnchanged = isUnchanged,
            Shares = operating is { } cost && key is { } parted ? Shares(structure, office, today, parted, cost) : [],
        };
    }

    private CostKey? KeyOf(Office office, (decimal State, decimal Municipal)? staff, bool isToday) =>
        (isToday ? figures.Keys.FirstOrDefault(k => k.Office == office.Name)?.Key : null)
        ?? (staff is { } fte && fte.State + fte.Municipal > 0 ? CostKey.FromEquivalents(fte.State, fte.Municipal) : null);

    private CostKey? KeyToday(Office today) => KeyOf(today, Equivalents(today.Municipalities), isToday: true);

    private (decimal State, decimal Municipal)? Equivalents(IReadOnlyList<string> members)
    {
        OfficeStaffing[] units =
            [.. planningCase.Staffing.Where(u => u.Municipalities.Count > 0 && u.Municipalities.All(m => members.Contains(m, StringComparer.Ordinal)))];
        bool isCounted = members.All(m => units.Any(u => u.Municipalities.Contains(m, StringComparer.Ordinal)))
            && Array.TrueForAll(units, u => u.StateEquivalents is not null && u.MunicipalEquivalents is not null);
        return isCounted && units.Length > 0
            ? (units.Sum(u => u.StateEquivalents!.Value), units.Sum(u => u.MunicipalEquivalents!.Value)) : null;
    }

    /// <summary>The yearly lines that count under a structure.</summary>
    private IEnumerable<CostLine> Lines(Structure structure) =>
        figures.Costs.Where(c => !c.IsOnce && (c.Structure is null || c.Structure == structure.Id));

    /// <summary>What a site costs a year by its lines; null where it has none.</summary>
    private decimal? KnownPremises(Structure structure, string site)
    {
        CostLine[] lines = [.. Lines(structure).Where(c => c.Site == site)];
        return lines.Length == 0 ? null : lines.Sum(c => c.Nok);
    }

    private NokRange? Premises(Structure structure, string site) =>
        KnownPremises(structure, site) is { } known ? new NokRange(known)
        : prices.Premises(baseline.Offices.FirstOrDefault(o => Kept(o).Contains(site, StringComparer.Ordinal)) is { } office ? People(office) / Kept(office).Length : null);

    private NokRange? Premises(Structure structure, Office office, Office[] today)
    {
        NokRange? sum = new NokRange(OfficeLines(structure, office, today).Sum(c => c.Nok));
        foreach (string site in Kept(office)) sum += Premises(structure, site);
        return sum;
    }

    /// <summary>Lines of no site: those of the offices it is made of, and its own under this structure.</summary>
    private CostLine[] OfficeLines(Structure structure, Office office, Office[] today) =>
        [.. Lines(structure).Where(c => c.Site is null && (c.Structure is null ? today.Any(o => o.Name == c.Office) : c.Office == office.Name))];

    /// <summary>What goes on being paid as today of an office of today: its lines that no closed site takes with it.</summary>
    private decimal KeptOf(Structure structure, Office today, Office office) =>
        Lines(structure).Where(c => c.Structure is null && c.Office == today.Name && (c.Site is null || Kept(office).Contains(c.Site, StringComparer.Ordinal))).Sum(c => c.Nok);

    /// <summary>What an office pays under this structure alone: new rent, more workplaces.</summary>
    private decimal AddedTo(Structure structure, Office office) =>
        Lines(structure).Where(c => c.Structure is not null && (c.Site is null ? c.Office == office.Name : Kept(office).Contains(c.Site, StringComparer.Ordinal))).Sum(c => c.Nok);

    private CostSplit? PremisesSplit(Structure structure, Office office, Office[] today, CostKey? key)
    {
        decimal added = AddedTo(structure, office);
        if (ArePremisesJoint) return key?.Split(today.Sum(o => KeptOf(structure, o, office)) + added, Rounding);
        CostSplit? sum = added == 0 ? default(CostSplit) : key?.Split(added, Rounding);
        foreach (Office one in today) sum += KeyToday(one)?.Split(KeptOf(structure, one, office), Rounding);
        return sum;
    }

    private decimal? AllocationToday(Office[] today)
    {
        OfficeAllocation?[] known = [.. today.Select(o => figures.Allocations.FirstOrDefault(a => a.Office == o.Name))];
        return known.Length > 0 && Array.TrueForAll(known, a => a is not null) ? known.Sum(a => a!.Equivalents) : null;
    }

    private Office[] Today(Office office) =>
        [.. baseline.Offices.Where(o => office.Municipalities.Any(m => o.Serves(municipalities[m]) || o.Municipalities.Contains(m, StringComparer.Ordinal)))];

    private decimal People(Office office) => office.Municipalities.Sum(m => (decimal)municipalities[m].Population);

    private static bool IsHost(Office office, Municipality member) => office.Host is not null && (member.PartOf ?? member.Number) == office.Host;

    private static string[] Open(Office office) => [.. office.OpenSites];

    private static string[] Kept(Office office) => [.. office.Sites.Where((_, i) => office.OpenDays[i] > 0 && office.KindOf(i).HasPremises)];

    private static bool SameSet(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == b.Count && a.All(x => b.Contains(x, StringComparer.Ordinal));
}
