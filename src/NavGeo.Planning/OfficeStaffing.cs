namespace NavGeo.Planning;

/// <summary>Staff as counted today for one or several municipalities together.</summary>
/// <param name="Office">The name of today's office or unit.</param>
/// <param name="Municipalities">Kommunenumre; empty for a unit that serves the whole region.</param>
/// <param name="Employees">Persons.</param>
/// <param name="FullTimeEquivalents">Årsverk, state and municipal together.</param>
public sealed record OfficeStaffing(
    string Office, IReadOnlyList<string> Municipalities, int Employees, decimal FullTimeEquivalents);
