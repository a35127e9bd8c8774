using System.Globalization;
using System.Text;

namespace NavGeo.Data.Formats.Tables;

/// <summary>
/// Writes a table field by field, in one of the two <see cref="TableDress"/>es; lines end with LF. The same calls give
/// the same bytes. Not safe for several threads.
/// </summary>
public sealed class DelimitedWriter
{
    private readonly StringBuilder table = new();
    private readonly TableDress dress;
    private readonly char delimiter;
    private readonly int columns;
    private int field;

    /// <param name="dress">Comma and point, or semicolon and comma.</param>
    /// <param name="header">The column names; every row must have as many fields.</param>
    public DelimitedWriter(TableDress dress, params IReadOnlyList<string> header)
    {
        this.dress = dress;
        columns = header.Count;
        delimiter = dress == TableDress.International ? ',' : ';';
        foreach (string column in header) Text(column);
        EndRow();
    }

    /// <summary>A text; null is an empty field.</summary>
    public DelimitedWriter Text(string? value)
    {
        if (field++ > 0) table.Append(delimiter);
        string written = value ?? "";
        // A single empty field would otherwise be a blank line, which readers leave out.
        bool needsQuotes = written.AsSpan().IndexOfAny("\"\r\n") >= 0 || written.Contains(delimiter, StringComparison.Ordinal)
            || written.AsSpan().Trim().Length != written.Length || (written.Length == 0 && columns == 1);
        if (needsQuotes) table.Append('"').Append(written.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else table.Append(written);
        return this;
    }

    /// <summary>A whole number without thousands spaces; null is an empty field.</summary>
    public DelimitedWriter Whole(long? value) => Text(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with a fixed count of decimals; null and what is not finite are empty fields.</summary>
    public DelimitedWriter Decimal(double? value, int decimals)
    {
        if (value is not { } number || !double.IsFinite(number)) return Text(null);
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        string written = number.ToString(format, CultureInfo.InvariantCulture);
        // What rounds to nothing has no sign.
        if (written.StartsWith('-') && written.AsSpan().IndexOfAnyInRange('1', '9') < 0) written = written[1..];
        return Text(dress == TableDress.International ? written : written.Replace('.', ','));
    }

    /// <summary>An exact number with the decimals it has; null is an empty field.</summary>
    public DelimitedWriter Amount(decimal? value)
    {
        string? written = value?.ToString(CultureInfo.InvariantCulture);
        return Text(dress == TableDress.International ? written : written?.Replace('.', ','));
    }

    /// <summary>An exact number with a fixed count of decimals.</summary>
    public DelimitedWriter Amount(decimal value, int decimals)
    {
        string written = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (written.StartsWith('-') && written.AsSpan().IndexOfAnyInRange('1', '9') < 0) written = written[1..];
        return Text(dress == TableDress.International ? written : written.Replace('.', ','));
    }

    /// <summary>1 or 0.</summary>
    public DelimitedWriter Flag(bool value) => Text(value ? "1" : "0");

    /// <summary>Parts joined by <c>|</c>, which stands in lists in both dresses.</summary>
    public DelimitedWriter List(IEnumerable<string> parts) => Text(string.Join('|', parts));

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">The row has not as many fields as the header.</exception>
    public void EndRow()
    {
        if (field != columns) throw new InvalidOperationException($"the row has {field} fields, the header {columns}");
        table.Append('\n');
        field = 0;
    }

    /// <summary>The table so far as bytes.</summary>
    public byte[] ToBytes()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: dress == TableDress.NorwegianExcel);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(table.ToString())];
    }

    /// <summary>Writes the table to a file, whole or not at all.</summary>
    public void Save(string path)
    {
        byte[] bytes = ToBytes();
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }
}
