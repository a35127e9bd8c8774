using NavGeo.Data.Ground;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>How sheets are to look.</summary>
public sealed record SheetSettings
{
    /// <summary>The language of all texts; null for the case's own.</summary>
    public UserLanguage? Language { get; init; }

    /// <summary>Classes and colours.</summary>
    public MapStyle Style { get; init; } = MapStyle.TravelTime;

    /// <summary>What it is printed on.</summary>
    public SheetPaper Paper { get; init; } = SheetPaper.A4;

    /// <summary>Outlines, water and settlements where they are known.</summary>
    public MapBackground Background { get; init; } = MapBackground.None;
}
