using System.Globalization;

namespace NavGeo.Data.Formats.Spreadsheets;

/// <summary>A sheet of a workbook as it was read: the cells that hold something. Immutable.</summary>
/// <param name="Name">As the tab is called.</param>
/// <param name="IsHidden">Whether the user does not see it.</param>
/// <param name="Rows">In the order of the sheet; rows without a cell are left out.</param>
internal sealed record SpreadsheetSheet(string Name, bool IsHidden, IReadOnlyList<SheetRow> Rows);

/// <summary>A row of a sheet.</summary>
/// <param name="Number">As it stands at the edge of the sheet, from 1.</param>
/// <param name="Cells">By column, from the left; empty ones are left out.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell in a column (the first is 1); null where it is empty.</summary>
    public SheetCell? At(int column) => Cells.FirstOrDefault(c => c.Column == column);
}

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Text">The same as text: numbers with a point and at least the decimals they are shown with, days as 2018-01-31.</param>
internal sealed record SheetCell(int Column, CellContent Content, string Text)
{
    /// <summary>"C5".</summary>
    public static string NameOf(int column, int row) => LettersOf(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>1 is A, 27 is AA.</summary>
    public static string LettersOf(int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>The column of "C5"; 0 where the text does not begin with a letter.</summary>
    public static int ColumnOf(string name)
    {
        int column = 0;
        foreach (char letter in name.TakeWhile(char.IsAsciiLetterUpper)) column = column * 26 + (letter - 'A' + 1);
        return column;
    }
}

/// <summary>What a cell holds.</summary>
internal enum CellContent
{
    /// <summary>A text.</summary>
    Text = 0,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number that is shown as per cent: 0.05 is shown as 5 %.</summary>
    Percent,

    /// <summary>A day, a time or both.</summary>
    Date,

    /// <summary>Yes or no: "1" or "0".</summary>
    Flag,

    /// <summary>An error such as #REF!.</summary>
    Error,

    /// <summary>A formula that no spreadsheet has computed yet.</summary>
    Uncomputed,
}
