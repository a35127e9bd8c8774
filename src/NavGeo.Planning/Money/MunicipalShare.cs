namespace NavGeo.Planning.Money;

/// <summary>What one municipality pays of the municipal part of its office's premises and operation, NOK a year.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Before">Today; null where a cost of its office is not known.</param>
/// <param name="After">Under the structure, by inhabitants, without the supplement.</param>
/// <param name="Supplement">What it pays the host for administration; negative for the host, who receives it.</param>
public sealed record MunicipalShare(Municipality Municipality, decimal? Before, decimal After, decimal Supplement)
{
    /// <summary>What it pays in all under the structure.</summary>
    public decimal Total => After + Supplement;

    /// <summary>More (positive) or less than today.</summary>
    public decimal? Change => Total - Before;
}
