using NavGeo.Planning.Structures;

namespace NavGeo.Planning.Money;

/// <summary>What a structure costs a year.</summary>
/// <param name="Structure">The structure.</param>
/// <param name="Offices">Its offices, in its order.</param>
public sealed record StructureMoney(Structure Structure, IReadOnlyList<OfficeMoney> Offices)
{
    /// <summary>The sum of the premises whose cost is known, NOK.</summary>
    public decimal KnownProperty => Offices.Sum(o => o.Property ?? 0);

    /// <summary>The sum of the known split of the premises.</summary>
    public CostSplit KnownPropertySplit =>
        Offices.Aggregate(default(CostSplit), (sum, office) => sum + office.PropertySplit.GetValueOrDefault());

    /// <summary>The sum of the known base allocations, årsverk; null where none is.</summary>
    public decimal? KnownAllocation => Offices.Any(o => o.AllocationAfter is not null) ? Offices.Sum(o => o.AllocationAfter ?? 0) : null;

    /// <summary>Change of base allocation over the offices that are not as today; null where one of them is not known.</summary>
    public decimal? AllocationChange
    {
        get
        {
            OfficeMoney[] changed = [.. Offices.Where(o => !o.IsUnchanged)];
            return Array.TrueForAll(changed, o => o.AllocationChange is not null) ? changed.Sum(o => o.AllocationChange) : null;
        }
    }

    /// <summary>Offices whose premises are not known, for the note that sums are incomplete.</summary>
    public IReadOnlyList<string> OfficesWithoutCost => [.. Offices.Where(o => o.Property is null).Select(o => o.Office.Name)];
}
