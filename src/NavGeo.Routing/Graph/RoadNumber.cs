using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NavGeo.Routing.Graph;

/// <summary>
/// A road's number with its category: "E 6", "Rv 7", "Fv 50". The default value is a road without a number.
/// </summary>
/// <param name="Category">The owner; the same number may stand in two categories.</param>
/// <param name="Number">1 or more; 0 for a road without a number.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RoadNumber(RoadCategory Category, int Number)
{
    /// <summary>True where the road has a number.</summary>
    public bool IsNumbered => Number > 0;

    /// <summary>
    /// Reads "rv 7", "Rv7", "riksvei 7", "riksveg 7", "R 7", "E 16", "fv. 50", "fylkesveg 50"; the space is optional.
    /// </summary>
    /// <returns>False where the text is no road number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out RoadNumber road)
    {
        road = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int digits = rest.IndexOfAnyInRange('0', '9');
        if (digits <= 0) return false;
        RoadCategory? category = rest[..digits].TrimEnd(" .").ToString().ToLowerInvariant() switch
        {
            "e" or "ev" or "europavei" or "europaveg" => RoadCategory.European,
            "r" or "rv" or "riksvei" or "riksveg" => RoadCategory.National,
            "f" or "fv" or "fylkesvei" or "fylkesveg" => RoadCategory.County,
            "k" or "kv" or "kommunal vei" or "kommunal veg" => RoadCategory.Municipal,
            "p" or "pv" or "privat vei" or "privat veg" => RoadCategory.Private,
            "s" or "sv" or "skogsbilveg" or "skogsbilvei" => RoadCategory.Forest,
            _ => null,
        };
        if (category is not { } known) return false;
        if (!int.TryParse(rest[digits..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return false;
        if (number <= 0) return false;
        road = new RoadNumber(known, number);
        return true;
    }

    /// <summary>"E 6", "Rv 7", "Fv 50"; empty for a road without a number.</summary>
    public override string ToString()
    {
        if (!IsNumbered) return "";
        string prefix = Category switch
        {
            RoadCategory.European => "E",
            RoadCategory.National => "Rv",
            RoadCategory.County => "Fv",
            RoadCategory.Municipal => "Kv",
            RoadCategory.Private => "Pv",
            RoadCategory.Forest => "Sv",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{prefix} {Number}").Trim();
    }
}

/// <summary>Who owns the road, as in the Norwegian <c>vegkategori</c>: E, R, F, K, P, S.</summary>
public enum RoadCategory : byte
{
    /// <summary>Not said in the source.</summary>
    Unknown = 0,

    /// <summary>Europaveg, E.</summary>
    European,

    /// <summary>Riksveg, R.</summary>
    National,

    /// <summary>Fylkesveg, F.</summary>
    County,

    /// <summary>Kommunal veg, K.</summary>
    Municipal,

    /// <summary>Privat veg, P.</summary>
    Private,

    /// <summary>Skogsbilveg, S.</summary>
    Forest,
}
