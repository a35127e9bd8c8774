using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Places;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Fields that name municipalities, in whichever way people write them.</summary>
internal static class MunicipalityFields
{
    /// <summary>The number that a text is, where it is four digits or has lost its zero (540); reports anything else and gives it back.</summary>
    public static string Number(this DelimitedRow row, string column, string text)
    {
        string number = PlainNumber(text);
        if (number.Length != 4 || !number.All(char.IsAsciiDigit)) row.Error(new Phrase("case.bad-number", column, text), new Phrase("case.bad-number.remedy"));
        else if (number != text) row.ReadAs(column, text, number);
        return number;
    }

    /// <summary>
    /// The number of the municipality of the case that a text means: its number, also without the zero or with the name
    /// behind it, or a name that only one has. Reports anything else, and what is near, and gives it back.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="text">What stands there.</param>
    /// <param name="municipalities">By number; null where the table of municipalities could not be read.</param>
    public static string Municipality(
        this DelimitedRow row, string column, string text, IReadOnlyDictionary<string, Located<Municipality>>? municipalities)
    {
        if (municipalities is null) return row.Number(column, text);
        if (MunicipalityNamed(text, municipalities) is { } meant)
        {
            if (meant != text) row.ReadAs(column, text, meant);
            return meant;
        }
        string number = PlainNumber(text);
        bool isNumber = number.Length == 4 && number.All(char.IsAsciiDigit);
        string? near = Spelling.Nearest(isNumber ? number : text, isNumber
            ? municipalities.Keys.Order(StringComparer.Ordinal) : municipalities.Values.Select(m => m.Value.Name).Order(StringComparer.Ordinal));
        if (!isNumber)
            row.Error(new Phrase("case.bad-number", column, text), near is null ? new Phrase("case.bad-number.remedy") : new Phrase("table.unknown-column.remedy", near));
        else row.Error(new Phrase("case.unknown-municipality", number), near is null
            ? new Phrase("case.unknown-municipality.remedy")
            : new Phrase("case.meant-municipality.remedy", near, municipalities[near].Value.Name));
        return text;
    }

    /// <summary>The municipality of the case that a text names by number or name; null where none or several.</summary>
    public static string? MunicipalityNamed(string text, IReadOnlyDictionary<string, Located<Municipality>> municipalities)
    {
        if (municipalities.ContainsKey(text)) return text;
        string number = PlainNumber(text);
        if (municipalities.ContainsKey(number)) return number;
        return new KnownNames(municipalities.Values.Select(m => (m.Value.Number, (IEnumerable<string?>)NorwegianNames.Forms(m.Value.Name)))).Find(text);
    }

    /// <summary>617, K-0617, 0617 Gol and 0617.0 are 0617.</summary>
    private static string PlainNumber(string text)
    {
        string number = text.StartsWith("K-", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        if (number.Length > 5 && number[4] == ' ' && number.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9') is false) number = number[..4];
        if (number.EndsWith(".0", StringComparison.Ordinal)) number = number[..^2];
        return number.Length == 3 && number.All(char.IsAsciiDigit) ? "0" + number : number;
    }
}
