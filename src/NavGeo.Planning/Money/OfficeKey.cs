namespace NavGeo.Planning.Money;

/// <summary>The key that an office of today was agreed to have.</summary>
/// <param name="Office">Today's office.</param>
/// <param name="Key">State and municipal per cent.</param>
public sealed record OfficeKey(string Office, CostKey Key);
