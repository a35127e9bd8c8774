namespace NavGeo.Maps.Drawing;

/// <summary>Writes a drawing in the format that the ending of the file's name says.</summary>
public static class SheetFile
{
    /// <summary>svg, pdf and png.</summary>
    public static readonly IReadOnlyList<string> Formats = ["svg", "pdf", "png"];

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">Ends with .svg, .pdf or .png.</param>
    /// <param name="drawing">The sheet.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    public static void Write(string path, MapDrawing drawing)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".svg":
                SvgRenderer.Write(path, drawing);
                break;
            case ".pdf":
                SkiaRenderer.WritePdf(path, drawing);
                break;
            case ".png":
                SkiaRenderer.WritePng(path, drawing);
                break;
            default:
                throw new ArgumentException($"no sheet format has the ending of '{path}'", nameof(path));
        }
    }
}
