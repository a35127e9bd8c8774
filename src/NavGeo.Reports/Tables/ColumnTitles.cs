using System.Globalization;
using NavGeo.Planning.Language;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Reports.Tables;

/// <summary>What columns and sheets are called for people; files for programs keep the plain names.</summary>
public static class ColumnTitles
{
    /// <summary>End of the column that says whether the one before it is an estimate.</summary>
    internal const string Estimated = "_estimated";

    /// <summary>The title of a column; the name itself where nobody gave one.</summary>
    public static string Of(string column, Phrasebook book)
    {
        if (IndicatorCatalogue.Find(column) is { } indicator) return indicator.Heading(book, isInFile: true);
        if (column.EndsWith(Estimated, StringComparison.Ordinal) && IndicatorCatalogue.Find(column[..^Estimated.Length]) is { } estimated)
            return $"{estimated.Heading(book, isInFile: true)} {book.Say("staffing.estimate-mark")}";
        string key = "columns." + column;
        if (book.Keys.Contains(key)) return book.Say(key);
        string[] parts = column.Split('_');
        // longer_5_15_min, shorter_over_60_min, delayed_over_10_min
        int[] numbers = [.. parts.Where(p => p.All(char.IsAsciiDigit)).Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        string plain = "columns." + string.Join('_', parts.Select(p => p.All(char.IsAsciiDigit) ? "n" : p));
        return numbers.Length > 0 && book.Keys.Contains(plain) ? book.Say(plain, [.. numbers.Cast<object>()]) : column;
    }

    /// <summary>The title of a sheet.</summary>
    public static string OfSheet(string table, Phrasebook book)
    {
        string key = "columns.sheet." + table;
        return book.Keys.Contains(key) ? book.Say(key) : table;
    }
}
