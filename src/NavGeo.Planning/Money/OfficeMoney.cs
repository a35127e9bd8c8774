using NavGeo.Planning.Structures;

namespace NavGeo.Planning.Money;

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
