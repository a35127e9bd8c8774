namespace NavGeo.Planning.Money;

/// <summary>One line of what an office's premises cost.</summary>
/// <param name="Office">Today's office.</param>
/// <param name="Site">Id of the site the line falls away with; null where it stays whatever is closed.</param>
/// <param name="Item">Rent, shared costs, cleaning, electricity: as the source names it.</param>
/// <param name="Nok">NOK a year.</param>
public sealed record CostLine(string Office, string? Site, string Item, decimal Nok);
