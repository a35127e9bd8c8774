namespace NavGeo.Data.Fetch;

/// <summary>How far a download has come.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Bytes">So many are there, those of an earlier attempt among them.</param>
/// <param name="Total">So many there will be; null where the server does not say.</param>
/// <param name="IsCells">Whether cells of a table are counted, not bytes.</param>
public readonly record struct FetchProgress(string File, long Bytes, long? Total, bool IsCells = false);
