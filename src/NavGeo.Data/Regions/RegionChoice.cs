namespace NavGeo.Data.Regions;

/// <summary>How a case's municipalities are to be divided where the user says so; what is null the case decides.</summary>
/// <param name="Rule">A rule by its name.</param>
/// <param name="Commuting">A commuting file.</param>
/// <param name="Division">A division that is given.</param>
public sealed record RegionChoice(string? Rule = null, string? Commuting = null, string? Division = null);
