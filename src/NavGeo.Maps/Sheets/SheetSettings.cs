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

    /// <summary>Whether the paper may be turned, so that the case is shown larger.</summary>
    public bool MayTurn { get; init; }

    /// <summary>Outlines, water and settlements where they are known.</summary>
    public MapBackground Background { get; init; } = MapBackground.None;
}

/// <summary>The paper a sheet is made for. Text and symbols are of one size on all papers; a larger one shows more map.</summary>
/// <param name="Name">A4 or A3.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Height">Millimetres.</param>
public sealed record SheetPaper(string Name, double Width, double Height)
{
    /// <summary>A4 on its side.</summary>
    public static SheetPaper A4 { get; } = new("A4", 297, 210);

    /// <summary>A3 on its side.</summary>
    public static SheetPaper A3 { get; } = new("A3", 420, 297);

    /// <summary>Whether it stands upright.</summary>
    public bool IsPortrait => Height > Width;

    /// <summary>The same paper on its side.</summary>
    public SheetPaper OnItsSide => IsPortrait ? this with { Width = Height, Height = Width } : this;

    /// <summary>The same paper upright.</summary>
    public SheetPaper Upright => IsPortrait ? this : this with { Width = Height, Height = Width };
}
