namespace NavGeo.Data.Fetch;

/// <summary>What a source gave.</summary>
/// <param name="Files">The files in the cache.</param>
/// <param name="IsNew">False where everything was there already.</param>
public sealed record FetchResult(IReadOnlyList<CacheEntry> Files, bool IsNew);
