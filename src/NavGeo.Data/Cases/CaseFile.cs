namespace NavGeo.Data.Cases;

/// <summary>A file outside the case folder that the case is built on: roads, demand, population, boundaries, commuting.</summary>
/// <param name="Path">As <c>case.json</c> writes it.</param>
/// <param name="FullPath">Where it lies on this machine.</param>
/// <param name="Sha256">Of the file as it is, in lower-case hexadecimal.</param>
/// <param name="Place">Line and column in <c>case.json</c>.</param>
public sealed record CaseFile(string Path, string FullPath, string Sha256, string Place)
{
    /// <summary>Which year of the file to take, where it holds several; null where the case does not say.</summary>
    public int? Year { get; init; }

    /// <summary>The year of the municipality numbers in the file; null where the case does not say.</summary>
    public int? CodeYear { get; init; }
}
