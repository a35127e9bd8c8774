namespace NavGeo.Data.Fetch;

/// <summary>Something that can be fetched.</summary>
/// <param name="Id">What users call it: n1000, population.</param>
/// <param name="Kind">How it is asked for.</param>
/// <param name="Service">Who gives it.</param>
/// <param name="Title">For people, and for the sources of a case.</param>
/// <param name="Licence">The publisher's terms.</param>
public sealed record FetchSource(string Id, FetchKind Kind, FetchService Service, string Title, string Licence)
{
    /// <summary>Of a file: its path below the service; <c>{year}</c> stands for the year.</summary>
    public string Path { get; init; } = "";

    /// <summary>Of a file with a year in its path: the year where the user gives none.</summary>
    public string Year { get; init; } = "";

    /// <summary>Of a file: its path for a year; null for the list's own.</summary>
    public string PathOf(int? year) => Path.Replace(
        "{year}", year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Year, StringComparison.Ordinal);

    /// <summary>Of an order: the data set's metadata id.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>Of an order: GeoPackage, CSV.</summary>
    public string Format { get; init; } = "";

    /// <summary>Of an order: EPSG code without prefix.</summary>
    public string Projection { get; init; } = "";

    /// <summary>Of an order: the area's code, 0000 for the whole country.</summary>
    public string Area { get; init; } = "";

    /// <summary>Of an order: landsdekkende, fylke, kommune.</summary>
    public string AreaType { get; init; } = "";

    /// <summary>Of a table: its number.</summary>
    public string Table { get; init; } = "";

    /// <summary>
    /// Of a table: what to take of each dimension; <c>*</c> and <c>?</c> stand for any signs and any sign, <c>{year}</c> for
    /// the year. What the dimension <c>*</c> says holds for all that are not named; else such a one is left to the publisher's sum where it can be, else taken whole.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <summary>A publisher's service, and how much it wants to be asked.</summary>
/// <param name="Id">As sources name it.</param>
/// <param name="Base">Where it begins, without a slash at the end.</param>
/// <param name="Publisher">For people.</param>
/// <param name="Requests">At most so many requests in <paramref name="Seconds"/>.</param>
/// <param name="Seconds">The window, seconds.</param>
/// <param name="Cells">Most cells in one answer, for services that give tables; 0 where there is no limit.</param>
public sealed record FetchService(string Id, string Base, string Publisher, int Requests, int Seconds, int Cells);

/// <summary>How a source is asked for.</summary>
public enum FetchKind
{
    /// <summary>A file at an address.</summary>
    File = 0,

    /// <summary>An order at Geonorge's download API, answered with addresses of files.</summary>
    Order,

    /// <summary>A query at a statistics bank with PxWebApi v2, answered with json-stat2.</summary>
    Table,
}
