namespace NavGeo.Planning.Staffing;

/// <summary>Årsverk that leave one municipality for another.</summary>
/// <param name="From">Kommunenummer of today's main site.</param>
/// <param name="To">Kommunenummer of the site they go to.</param>
/// <param name="Equivalents">Årsverk.</param>
/// <param name="IsEstimate">Whether the state's part of a unit was taken from the setting and not from the table.</param>
public sealed record StaffMove(string From, string To, decimal Equivalents, bool IsEstimate);
