
namespace NavGeo.Data.Formats.Tables;

/// <summary>
/// A table of results before it is in any file format: a name, columns, and rows of texts and real numbers. CSV
/// (<see cref="DelimitedWriter"/>) and spreadsheets are written from the same. Filled field by field; not safe for
/// several threads.
/// </summary>
public sealed class ResultTable
{
    private readonly List<IReadOnlyList<Cell>> rows = [];
    private List<Cell> row = [];

    /// <param name="name">Of the file without its ending, and of the sheet.</param>
    /// <param name="columns">Names as files write them: English, small letters.</param>
    public ResultTable(string name, params IReadOnlyList<string> columns)
    {
        Name = name;
        Columns = columns;
    }

    /// <summary>A field: a text or a number, or nothing.</summary>
    /// <param name="Text">Null for a number or nothing.</param>
    /// <param name="Number">Null for a text or nothing.</param>
    /// <param name="Decimals">How many decimals a number is written with.</param>
    /// <param name="IsFlag">Whether the number is 1 for yes or 0 for no.</param>
    public readonly record struct Cell(string? Text, decimal? Number, int Decimals, bool IsFlag);

    /// <summary>Of the file without its ending, and of the sheet.</summary>
    public string Name { get; }

    /// <summary>As files write them.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>One field a column.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows => rows;

    /// <summary>A text; null is an empty field.</summary>
    public ResultTable Text(string? value) => Add(new Cell(value, null, 0, false));

    /// <summary>A whole number; null is an empty field.</summary>
    public ResultTable Whole(long? value) => Add(new Cell(null, value, 0, false));

    /// <summary>A number rounded to a fixed count of decimals; null and what is not finite are empty fields.</summary>
    public ResultTable Decimal(double? value, int decimals) => Add(new Cell(
        null, value is { } number && double.IsFinite(number) ? Rounded(number, decimals) : null, decimals, false));

    /// <summary>An exact number with the decimals it has; null is an empty field.</summary>
    public ResultTable Amount(decimal? value) => Add(new Cell(null, value, value?.Scale ?? 0, false));

    /// <summary>1 or 0.</summary>
    public ResultTable Flag(bool value) => Add(new Cell(null, value ? 1 : 0, 0, true));

    /// <summary>Parts joined by <c>|</c>.</summary>
    public ResultTable List(IEnumerable<string> parts) => Text(string.Join('|', parts));

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">The row has not as many fields as there are columns.</exception>
    public void EndRow()
    {
        if (row.Count != Columns.Count) throw new InvalidOperationException($"the row has {row.Count} fields, the header {Columns.Count}");
        rows.Add(row);
        row = new List<Cell>(Columns.Count);
    }

    /// <summary>The same table with one column more at the end, the same text in every row.</summary>
    public ResultTable With(string column, string value)
    {
        var more = new ResultTable(Name, [.. Columns, column]);
        more.rows.AddRange(rows.Select(r => (IReadOnlyList<Cell>)[.. r, new Cell(value, null, 0, false)]));
        return more;
    }

    /// <summary>Writes <c>NAME.csv</c> into a folder, whole or not at all.</summary>
    public void SaveCsv(string folder, TableDress dress) => Csv(dress).Save(Path.Combine(folder, Name + ".csv"));

    /// <summary>The file as it is saved.</summary>
    public byte[] ToCsv(TableDress dress) => Csv(dress).ToBytes();

    private DelimitedWriter Csv(TableDress dress)
    {
        var csv = new DelimitedWriter(dress, Columns);
        foreach (IReadOnlyList<Cell> each in rows)
        {
            foreach (Cell cell in each)
            {
                if (cell.Number is { } number) csv.Amount(number, cell.Decimals);
                else csv.Text(cell.Text);
            }
            csv.EndRow();
        }
        return csv;
    }

    /// <summary>As <c>double.ToString("F2")</c> rounds: from the exact value of the double, which a decimal might not hold.</summary>
    private static decimal Rounded(double number, int decimals) => decimal.Parse(
        number.ToString("F" + decimals.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture),
        System.Globalization.CultureInfo.InvariantCulture);

    private ResultTable Add(Cell cell)
    {
        row.Add(cell);
        return this;
    }
}
