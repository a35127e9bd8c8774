using NavGeo.Planning.Cases;

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

/// <summary>What one municipality pays of the municipal part of its office's premises and operation, NOK a year.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Before">Today; null where a cost of its office is not known.</param>
/// <param name="After">Under the structure, by inhabitants, without the supplement.</param>
/// <param name="Supplement">What it pays the host for administration; negative for the host, who receives it.</param>
public sealed record MunicipalShare(Municipality Municipality, decimal? Before, decimal After, decimal Supplement)
{
    /// <summary>What it pays in all under the structure.</summary>
    public decimal Total => After + Supplement;

    /// <summary>More (positive) or less than today.</summary>
    public decimal? Change => Total - Before;
}

/// <summary>What an office costs a year under a structure. What cannot be computed from what was given is null, never 0.</summary>
public sealed record OfficeMoney
{
    /// <summary>The office.</summary>
    public required Office Office { get; init; }

    /// <summary>Inhabitants of its municipalities.</summary>
    public required long Inhabitants { get; init; }

    /// <summary>Årsverk of the state and of the municipalities; null where the case does not split its staff.</summary>
    public required (decimal State, decimal Municipal)? Equivalents { get; init; }

    /// <summary>How the partners part its cost: as agreed for an unchanged office, from the årsverk otherwise.</summary>
    public required CostKey? Key { get; init; }

    /// <summary>Premises of the sites it keeps, NOK; null where one of them has no cost lines.</summary>
    public required decimal? Property { get; init; }

    /// <summary>The premises by the key.</summary>
    public required CostSplit? PropertySplit { get; init; }

    /// <summary>Operation: a fixed sum an årsverk, NOK.</summary>
    public required decimal? Operating { get; init; }

    /// <summary>The operation by the key.</summary>
    public required CostSplit? OperatingSplit { get; init; }

    /// <summary>Base allocation today of the offices it is made of, årsverk; null where one is not known.</summary>
    public required decimal? AllocationBefore { get; init; }

    /// <summary>Base allocation under the structure, årsverk; null for an unchanged office whose allocation is not known.</summary>
    public required decimal? AllocationAfter { get; init; }

    /// <summary>Whether it has the municipalities and the open sites of an office of today.</summary>
    public required bool IsUnchanged { get; init; }

    /// <summary>What each municipality pays; empty where the cost of the office is not known.</summary>
    public required IReadOnlyList<MunicipalShare> Shares { get; init; }

    /// <summary>Municipal årsverk per 1 000 inhabitants.</summary>
    public decimal? MunicipalPerThousand => Equivalents is { } fte && Inhabitants > 0 ? 1000 * fte.Municipal / Inhabitants : null;

    /// <summary>Base allocation gained or lost, årsverk.</summary>
    public decimal? AllocationChange => AllocationAfter - AllocationBefore;
}
