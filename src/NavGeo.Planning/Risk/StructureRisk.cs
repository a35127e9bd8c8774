namespace NavGeo.Planning.Risk;

/// <summary>The risk of a structure.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Scores">One a factor, in the order of the factors; those not assessed among them.</param>
/// <param name="Total">Weighted sum over the factors that are assessed for every structure compared.</param>
public sealed record StructureRisk(string Structure, IReadOnlyList<RiskScore> Scores, decimal Total);
