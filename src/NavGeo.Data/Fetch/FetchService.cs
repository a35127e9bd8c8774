namespace NavGeo.Data.Fetch;

/// <summary>A publisher's service, and how much it wants to be asked.</summary>
/// <param name="Id">As sources name it.</param>
/// <param name="Base">Where it begins, without a slash at the end.</param>
/// <param name="Publisher">For people.</param>
/// <param name="Requests">At most so many requests in <paramref name="Seconds"/>.</param>
/// <param name="Seconds">The window, seconds.</param>
/// <param name="Cells">Most cells in one answer, for services that give tables; 0 where there is no limit.</param>
public sealed record FetchService(string Id, string Base, string Publisher, int Requests, int Seconds, int Cells);
