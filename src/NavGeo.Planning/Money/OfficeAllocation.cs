namespace NavGeo.Planning.Money;

/// <summary>Basistildeling: the årsverk the state gives an office of today for being one, whatever its size.</summary>
/// <param name="Office">Today's office.</param>
/// <param name="Equivalents">Årsverk.</param>
public sealed record OfficeAllocation(string Office, decimal Equivalents);
