namespace NavGeo.Data.Cases;

/// <summary>A file outside the case folder that the case is built on: roads, demand grid, boundaries, commuting.</summary>
/// <param name="Path">As <c>case.json</c> writes it.</param>
/// <param name="FullPath">Where it lies on this machine.</param>
/// <param name="Sha256">Of the file as it is, in lower-case hexadecimal.</param>
/// <param name="Place">Line and column in <c>case.json</c>.</param>
public sealed record CaseFile(string Path, string FullPath, string Sha256, string Place);
