using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Money;

/// <summary>
/// The money side of a case: premises, operation, base allocation and who pays, under any of its structures.
/// Immutable; all amounts are decimal.
/// </summary>
/// <remarks>
/// Rules. Cost lines of a site fall away where the site is closed or only a video point; what room the staff then need elsewhere is not in the
/// lines and is not added. A joint office's key follows from its årsverk. Base allocation: an unchanged office keeps
/// today's, any other gets <see cref="AllocationRule"/>. Shares: the municipal part of premises and operation by
/// inhabitants, cut to whole kroner, the rest to the host (or the largest); every guest pays the supplement on its share
/// to the host, to the nearest krone.
/// </remarks>
/// <param name="planningCase">The case, with its cost lines, keys, allocations and assumptions.</param>
public sealed class MoneyStudy(PlanningCase planningCase)
{
    private readonly CaseFigures figures = planningCase.Figures;
    private readonly Structure baseline = planningCase.GetStructure(planningCase.Baseline);
    private readonly Dictionary<string, Municipality> municipalities = planningCase.Areas.ToDictionary(m => m.Number, StringComparer.Ordinal);

    /// <summary>How sums are parted.</summary>
    public RoundingRule Rounding { get; } = planningCase.Figures.Assumptions.Get(AssumptionKey.SplitRounding).Value == 0 ? RoundingRule.SmallerPartDown : RoundingRule.NearestKrone;

    /// <summary>What a joint office gets.</summary>
    public AllocationRule Allocation { get; } = new(
        planningCase.Figures.Assumptions.Get(AssumptionKey.BaseFirstSite).Value, planningCase.Figures.Assumptions.Get(AssumptionKey.BaseFurtherSite).Value);

    /// <summary>What a structure costs.</summary>
    public StructureMoney Of(Structure structure) => new(structure, [.. structure.Offices.Select(Of)]);

    private OfficeMoney Of(Office office)
    {
        Office[] today = [.. baseline.Offices.Where(o => office.Municipalities.Any(m => o.Serves(municipalities[m]) || o.Municipalities.Contains(m, StringComparer.Ordinal)))];
        bool isUnchanged = today is [var same] && SameSet(same.Municipalities, office.Municipalities) && SameSet(Open(same), Open(office)) && SameSet(Kept(same), Kept(office));
        (decimal State, decimal Municipal)? staff = Equivalents(office.Municipalities);
        CostKey? key = KeyOf(isUnchanged ? today[0] : office, staff, isUnchanged);
        decimal? property = Property(office, today);
        decimal? operating = staff is { } fte
            ? (fte.State + fte.Municipal) * figures.Assumptions.Get(AssumptionKey.OperatingNok).Value : null;
        CostSplit? propertySplit = property is { } premises ? key?.Split(premises, Rounding) : null;
        CostSplit? operatingSplit = operating is { } running ? key?.Split(running, Rounding) : null;
        decimal? before = AllocationToday(today);
        return new OfficeMoney
        {
            Office = office,
            Inhabitants = office.Municipalities.Sum(m => (long)municipalities[m].Population),
            Equivalents = staff,
            Key = key,
            Property = property,
            PropertySplit = propertySplit,
            Operating = operating,
            OperatingSplit = operatingSplit,
            AllocationBefore = before,
            AllocationAfter = isUnchanged ? before : figures.Allocations.Count == 0 ? null : Allocation.Of(Open(office).Length),
            IsUnchanged = isUnchanged,
            Shares = propertySplit is { } p && operatingSplit is { } o ? Shares(office, p.Municipal + o.Municipal) : [],
        };
    }

    private CostKey? KeyOf(Office office, (decimal State, decimal Municipal)? staff, bool isToday) =>
        (isToday ? figures.Keys.FirstOrDefault(k => k.Office == office.Name)?.Key : null)
        ?? (staff is { } fte && fte.State + fte.Municipal > 0 ? CostKey.FromEquivalents(fte.State, fte.Municipal) : null);

    private (decimal State, decimal Municipal)? Equivalents(IReadOnlyList<string> members)
    {
        OfficeStaffing[] units =
            [.. planningCase.Staffing.Where(u => u.Municipalities.Count > 0 && u.Municipalities.All(m => members.Contains(m, StringComparer.Ordinal)))];
        bool isCounted = members.All(m => units.Any(u => u.Municipalities.Contains(m, StringComparer.Ordinal)))
            && Array.TrueForAll(units, u => u.StateEquivalents is not null && u.MunicipalEquivalents is not null);
        return isCounted && units.Length > 0
            ? (units.Sum(u => u.StateEquivalents!.Value), units.Sum(u => u.MunicipalEquivalents!.Value)) : null;
    }

    private decimal? Property(Office office, Office[] today)
    {
        if (figures.Costs.Count == 0) return null;
        string[] open = Kept(office);
        if (!open.All(site => figures.Costs.Any(c => c.Site == site))) return null;
        var names = today.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        return figures.Costs
            .Where(c => c.Site is null ? names.Contains(c.Office) : open.Contains(c.Site, StringComparer.Ordinal))
            .Sum(c => c.Nok);
    }

    private decimal? AllocationToday(Office[] today)
    {
        OfficeAllocation?[] known = [.. today.Select(o => figures.Allocations.FirstOrDefault(a => a.Office == o.Name))];
        return known.Length > 0 && Array.TrueForAll(known, a => a is not null) ? known.Sum(a => a!.Equivalents) : null;
    }

    private MunicipalShare[] Shares(Office office, decimal nok)
    {
        Municipality[] members = [.. office.Municipalities.Select(m => municipalities[m])];
        Municipality payer = members.FirstOrDefault(m => IsHost(office, m)) ?? members.MaxBy(m => m.Population)!;
        decimal people = members.Sum(m => (decimal)m.Population);
        if (people == 0) return [];
        decimal percent = figures.Assumptions.Get(AssumptionKey.AdministrationSupplement).Value;
        var shares = members.ToDictionary(m => m.Number, m => decimal.Floor(nok * m.Population / people), StringComparer.Ordinal);
        shares[payer.Number] += nok - shares.Values.Sum();
        var supplements = members.ToDictionary(
            m => m.Number,
            m => office.Host is null || IsHost(office, m) ? 0 : decimal.Round(shares[m.Number] * percent / 100, 0, MidpointRounding.AwayFromZero),
            StringComparer.Ordinal);
        if (IsHost(office, payer)) supplements[payer.Number] = -supplements.Values.Sum();
        return [.. members.Select(m => new MunicipalShare(m, Before(m), shares[m.Number], supplements[m.Number]))];
    }

    /// <summary>What a municipality pays today: its part of its office's municipal cost, by inhabitants where it shares the office.</summary>
    private decimal? Before(Municipality municipality)
    {
        Office? office = baseline.Offices.FirstOrDefault(o => o.Serves(municipality));
        if (office is null || Equivalents(office.Municipalities) is not { } fte || Property(office, [office]) is not { } premises) return null;
        if (KeyOf(office, fte, isToday: true) is not { } key) return null;
        decimal operating = (fte.State + fte.Municipal) * figures.Assumptions.Get(AssumptionKey.OperatingNok).Value;
        decimal nok = key.Split(premises, Rounding).Municipal + key.Split(operating, Rounding).Municipal;
        decimal people = office.Municipalities.Sum(m => (decimal)municipalities[m].Population);
        return people == 0 ? null : decimal.Round(nok * municipality.Population / people, 0, MidpointRounding.AwayFromZero);
    }

    private static bool IsHost(Office office, Municipality member) => office.Host is not null && (member.PartOf ?? member.Number) == office.Host;

    private static string[] Open(Office office) => [.. office.OpenSites];

    private static string[] Kept(Office office) => [.. office.Sites.Where((_, i) => office.OpenDays[i] > 0 && office.KindOf(i).HasPremises)];

    private static bool SameSet(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == b.Count && a.All(x => b.Contains(x, StringComparer.Ordinal));
}
