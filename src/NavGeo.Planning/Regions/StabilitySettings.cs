namespace NavGeo.Planning.Regions;

/// <summary>How a market is shaken to see which placements hold.</summary>
/// <param name="Runs">How often.</param>
/// <param name="Seed">The same seed gives the same answer.</param>
/// <param name="Noise">Standard deviation of each commuting number, in units of its square root: 1 is the sampling noise of a count.</param>
/// <param name="TimeShare">Each pair's times are multiplied by an even chance between 1 minus this and 1 plus this.</param>
public sealed record StabilitySettings(int Runs, int Seed = 1, double Noise = 1, double TimeShare = 0.10);
