namespace NavGeo.Planning.Risk;

/// <summary>A measured value of one structure.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Value">In the unit of the measure.</param>
/// <param name="Source">Who says so; null where NavGeo computed it from the case.</param>
public sealed record RiskInput(string Structure, RiskMeasure Measure, decimal Value, string? Source);
