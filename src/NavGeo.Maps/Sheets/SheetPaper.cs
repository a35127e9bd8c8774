namespace NavGeo.Maps.Sheets;

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

    /// <summary>The same paper upright.</summary>
    public SheetPaper Upright => IsPortrait ? this : this with { Width = Height, Height = Width };
}
