using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Routing;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// A square of Statistics Norway's grid, named by its lower-left corner in UTM 33: easting plus 2 000 000 in seven
/// digits, then northing in seven (Statistics Norway, Documents 2009/9).
/// </summary>
/// <param name="Easting">Metres, of the lower-left corner.</param>
/// <param name="Northing">Metres, of the lower-left corner.</param>
internal readonly partial record struct GridCell(int Easting, int Northing)
{
    private const int Digits = 14;
    private const int EastingShift = 2_000_000;

    /// <summary>The 14 digits.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Easting + EastingShift:0000000}{Northing:0000000}");

    /// <summary>Whether the corner lies where Norway does, Svalbard included.</summary>
    public bool IsInNorway => Easting is >= -500_000 and <= 1_500_000 && Northing is >= 6_300_000 and <= 9_100_000;

    /// <summary>Whether the corner is one of a grid with squares of this side.</summary>
    public bool IsAlignedTo(int cellMetres) => Easting % cellMetres == 0 && Northing % cellMetres == 0;

    /// <summary>The middle of a square with this side.</summary>
    public PlanePoint Middle(int cellMetres) => new(Easting + cellMetres / 2.0, Northing + cellMetres / 2.0);

    /// <summary>Reads 14 digits.</summary>
    /// <returns>False where the bytes are anything else.</returns>
    public static bool TryParse(ReadOnlySpan<byte> id, out GridCell cell)
    {
        cell = default;
        if (id.Length != Digits || id.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        if (!Utf8Parser.TryParse(id, out long number, out _)) return false;
        cell = new GridCell((int)(number / 10_000_000) - EastingShift, (int)(number % 10_000_000));
        return true;
    }

    /// <summary>
    /// The side of the squares that a column is named after: <c>ru250m</c>, <c>SSBID0250M</c>, <c>ssbid_1000m</c>,
    /// <c>ru5km</c>.
    /// </summary>
    /// <returns>False where it is not the name of an id column.</returns>
    public static bool TryCellMetres([NotNullWhen(true)] string? column, out int cellMetres)
    {
        cellMetres = 0;
        Match match = IdColumn().Match(column ?? "");
        if (!match.Success) return false;
        cellMetres = int.Parse(match.Groups["size"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (match.Groups["unit"].ValueSpan.Equals("km", StringComparison.OrdinalIgnoreCase)) cellMetres *= 1000;
        return true;
    }

    [GeneratedRegex("^(ru|ssbid)_?(?<size>[0-9]{1,6})_?(?<unit>m|km)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdColumn();
}
