namespace NavGeo.Data.Population;

/// <summary>Kommunenumre as publishers and spreadsheets write them.</summary>
internal static class MunicipalityNumber
{
    /// <summary>
    /// Four digits out of <c>0301</c>, <c>301</c> (a spreadsheet ate the zero), <c>0301 Oslo</c> and <c>K-0301</c>
    /// (Statistics Norway's series by today's numbers); null where it is none of these.
    /// </summary>
    public static string? Find(string written)
    {
        string digits = written.StartsWith("K-", StringComparison.Ordinal) ? written[2..] : written.Trim().Split(' ')[0];
        return digits.Length is 3 or 4 && digits.All(char.IsAsciiDigit) ? digits.PadLeft(4, '0') : null;
    }
}
