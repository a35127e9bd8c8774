using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Money;

/// <summary>What a structure costs a year.</summary>
/// <param name="Structure">The structure.</param>
/// <param name="Offices">Its offices, in its order.</param>
/// <param name="Total">All of it.</param>
public sealed record StructureMoney(Structure Structure, IReadOnlyList<OfficeMoney> Offices, MoneyTotal Total)
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

    /// <summary>Premises of the sites it keeps, NOK, with a range where a site has no cost lines; null where nothing bounds it.</summary>
    public required NokRange? Premises { get; init; }

    /// <summary>Ids of the sites it keeps that have no cost lines.</summary>
    public required IReadOnlyList<string> SitesWithoutCost { get; init; }

    /// <summary>Premises of the sites it keeps, NOK; null where one of them has no cost lines.</summary>
    public decimal? Property => SitesWithoutCost.Count == 0 ? Premises?.Least : null;

    /// <summary>The premises by the keys that part them; null where one of its sites has no cost lines.</summary>
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
