namespace NavGeo.Planning.Staffing;

/// <summary>Drop-in visits counted at the counter in a month.</summary>
/// <param name="Month">As <c>2017-04</c>.</param>
/// <param name="Site">Id of the site; null for the sum of all as the source prints it.</param>
/// <param name="Visits">How many.</param>
public sealed record ContactCount(string Month, string? Site, int Visits);
