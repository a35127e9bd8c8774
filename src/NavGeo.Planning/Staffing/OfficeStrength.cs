using NavGeo.Planning.Structures;

namespace NavGeo.Planning.Staffing;

/// <summary>How strong an office is in people.</summary>
/// <param name="Size">The office, its inhabitants and staff.</param>
/// <param name="StateEquivalents">State årsverk; null where the case does not split them.</param>
/// <param name="IsBelowMinimum">
/// Whether it has fewer employees than the minimum. Where only årsverk were counted they stand in for employees, of whom
/// there are at least as many; null where neither is known.
/// </param>
/// <param name="IsGuarantee">Whether its state årsverk are those of a guarantee office; null where they are not known.</param>
public sealed record OfficeStrength(OfficeSize Size, decimal? StateEquivalents, bool? IsBelowMinimum, bool? IsGuarantee)
{
    /// <summary>Employees, or årsverk where employees were not counted.</summary>
    public decimal? People => Size.Employees ?? Size.FullTimeEquivalents;
}
