namespace NavGeo.Planning.Money;

/// <summary>A sum in kroner parted between the two partners.</summary>
/// <param name="State">What the state pays, NOK.</param>
/// <param name="Municipal">What the municipalities pay, NOK.</param>
public readonly record struct CostSplit(decimal State, decimal Municipal)
{
    /// <summary>Both parts, NOK.</summary>
    public decimal Total => State + Municipal;

    /// <summary>Part by part.</summary>
    public static CostSplit operator +(CostSplit a, CostSplit b) => new(a.State + b.State, a.Municipal + b.Municipal);
}
