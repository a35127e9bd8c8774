namespace NavGeo.Planning.Regions;

/// <summary>Municipalities that are one labour market by a rule.</summary>
/// <param name="Id">The number of its centre, or the id a given division has for it.</param>
/// <param name="Centre">Index of the municipality it is named after.</param>
/// <param name="Members">Indices, rising; the centre is among them.</param>
public sealed record Region(string Id, int Centre, IReadOnlyList<int> Members);
