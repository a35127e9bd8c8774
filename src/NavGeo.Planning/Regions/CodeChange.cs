namespace NavGeo.Planning.Regions;

/// <summary>A municipality number that became another; of a municipality that was parted there is one for each part.</summary>
/// <param name="Old">Number in the earlier year.</param>
/// <param name="New">Number in the later year.</param>
/// <param name="Percent">How much of the old one's people this is, about; 100 for a whole municipality.</param>
public sealed record CodeChange(string Old, string New, double Percent);
