namespace NavGeo.Planning.Staffing;

/// <summary>A structure gathers a part of the whole region's staff at one site, whatever happens to the offices.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Part">Whom it gathers.</param>
/// <param name="Site">Id of the site.</param>
public sealed record StaffGathering(string Structure, StaffPart Part, string Site);
