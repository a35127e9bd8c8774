namespace NavGeo.Planning;

/// <summary>Where figures come from; follows into every file NavGeo writes.</summary>
/// <param name="Title">Publisher and dataset.</param>
/// <param name="Licence">For example CC BY 4.0.</param>
/// <param name="Date">Edition or date of extraction, as the source states it.</param>
/// <param name="File">The file that was read, where there is one.</param>
/// <param name="Sha256">Its hash in lower-case hexadecimal, where there is a file.</param>
public sealed record SourceReference(
    string Title, string Licence, string Date, string? File = null, string? Sha256 = null);
