namespace NavGeo.Data.Roads;

/// <summary>How many rows were left out for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Value">The value in the file that made it so (<c>sti</c>, <c>P</c>); empty where the geometry did.</param>
/// <param name="Count">Rows, at least 1.</param>
public sealed record DroppedRoads(DropReason Reason, string Value, int Count);
