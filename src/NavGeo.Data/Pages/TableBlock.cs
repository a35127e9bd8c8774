namespace NavGeo.Data.Pages;

/// <summary>A table; every row is as long as the header.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The cells.</param>
/// <param name="TextColumns">Columns beside the first that hold text; the others are ranged right.</param>
public sealed record TableBlock(
    IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> TextColumns) : PageBlock
{
    /// <summary>Whether a column is ranged left.</summary>
    public bool IsText(int column) => column == 0 || TextColumns.Contains(column);
}
