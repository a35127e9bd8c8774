namespace NavGeo.Planning.Siting;

/// <summary>What it does to people if one site of today closes and all others stay.</summary>
/// <param name="Site">The candidate.</param>
/// <param name="Weight">Who goes there today.</param>
/// <param name="More">Weight × cost that is added; null where somebody is then not served at all.</param>
/// <param name="Next">Where most of them go instead; -1 for nowhere.</param>
/// <param name="WorstMore">The most that one place has to travel farther.</param>
public sealed record ClosingCost(int Site, long Weight, Int128? More, int Next, long WorstMore);
