namespace NavGeo.Data.Fetch;

/// <summary>One file of the cache, and where it is from.</summary>
/// <param name="File">Its name in the cache folder.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Title">For people, and for the sources of a case.</param>
/// <param name="Licence">The publisher's terms.</param>
/// <param name="Publisher">Who gives it.</param>
/// <param name="Address">What was asked.</param>
/// <param name="Fetched">The day it came, 2026-01-31, in UTC.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
/// <param name="Tag">The server's ETag; empty where it gave none.</param>
/// <param name="From">The archive it was taken out of; empty where it came as it is.</param>
public sealed record CacheEntry(
    string File, string Source, string Title, string Licence, string Publisher, string Address, string Fetched, long Bytes, string Sha256,
    string Tag, string From);
