namespace NavGeo.Data.Commuting;

/// <summary>How many live in one municipality and work in another.</summary>
/// <param name="Home">Four digits.</param>
/// <param name="Work">Four digits.</param>
/// <param name="Workers">Persons, 0 or more.</param>
public readonly record struct CommutingRow(string Home, string Work, int Workers);
