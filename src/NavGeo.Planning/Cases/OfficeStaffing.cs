namespace NavGeo.Planning.Cases;

/// <summary>Staff as counted today for one or several municipalities together.</summary>
/// <param name="Office">The name of today's office or unit.</param>
/// <param name="Municipalities">Kommunenumre; empty for a unit that serves the whole region.</param>
/// <param name="Employees">Persons; null where only årsverk were counted.</param>
/// <param name="FullTimeEquivalents">Årsverk, state and municipal together.</param>
public sealed record OfficeStaffing(
    string Office, IReadOnlyList<string> Municipalities, int? Employees, decimal FullTimeEquivalents)
{
    /// <summary>Årsverk the state pays; null where the case does not split them.</summary>
    public decimal? StateEquivalents { get; init; }

    /// <summary>Årsverk the municipalities pay; null where the case does not split them.</summary>
    public decimal? MunicipalEquivalents { get; init; }
}
