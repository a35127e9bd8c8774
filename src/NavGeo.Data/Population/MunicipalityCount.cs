namespace NavGeo.Data.Population;

/// <summary>How many live in a municipality.</summary>
/// <param name="Number">Kommunenummer, four digits.</param>
/// <param name="Name">As the file writes it; empty where it has none.</param>
/// <param name="People">0 or more.</param>
public sealed record MunicipalityCount(string Number, string Name, int People);
