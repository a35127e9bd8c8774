using System.Globalization;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Formats.Tables;

/// <summary>
/// One row, asked column by column. A field that cannot be used is reported with its line and makes the row
/// <see cref="IsFaulty"/>; what is returned then is a stand-in that must not be used. Ask for every column first and
/// look at <see cref="IsFaulty"/> last, so that all mistakes of a row are found in one go.
/// </summary>
public sealed class DelimitedRow
{
    private static readonly string[] SumWords = ["sum", "summer", "total", "totalt", "i alt", "til sammen", "tilsammen", "til saman"];

    private readonly DelimitedTable table;
    private readonly string[] fields;

    internal DelimitedRow(DelimitedTable table, int line, string[] fields)
    {
        this.table = table;
        this.fields = fields;
        Line = line;
    }

    /// <summary>The physical line the row starts at; the first line of the file is 1.</summary>
    public int Line { get; }

    /// <summary>Whether an error has been reported at this row.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>The first field in which something stands.</summary>
    internal string First => Array.Find(fields, f => !string.IsNullOrWhiteSpace(f))?.Trim() ?? "";

    /// <summary>Whether the row says of itself that it adds up others.</summary>
    internal bool IsSum => SumWords.Contains(First.TrimEnd(':'), StringComparer.OrdinalIgnoreCase);

    /// <summary>The trimmed field; empty where the table does not have the column.</summary>
    public string this[string column] => table.IndexOf(column) is { } index ? fields[index].Trim() : "";

    /// <summary>The trimmed field at a position, for tables whose header holds ids and not names.</summary>
    internal string At(int column) => fields[column].Trim();

    /// <summary>Reports an error at this row.</summary>
    public void Error(Phrase problem, Phrase remedy)
    {
        IsFaulty = true;
        table.Findings.Error(table.File, Line, problem, remedy);
    }

    /// <summary>Reports a warning at this row.</summary>
    public void Warning(Phrase problem, Phrase remedy) =>
        table.Findings.Warning(table.File, Line.ToString(CultureInfo.InvariantCulture), problem, remedy);

    /// <summary>Tells what a text was taken to mean, once a column: the others in it are alike.</summary>
    public void ReadAs(string column, string text, string meant)
    {
        if (table.IsNews(column))
            table.Findings.Note(table.File, Line.ToString(CultureInfo.InvariantCulture), new Phrase("table.read-as", column, text, meant), new Phrase("table.read-as.remedy"));
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string column)
    {
        string text = this[column];
        if (text.Length == 0) Error(new Phrase("table.empty-field", column), new Phrase("table.empty-field.remedy"));
        return text;
    }

    /// <summary>A text, or null where the field is empty.</summary>
    public string? OptionalText(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>A whole number that must be there.</summary>
    /// <param name="column">The column.</param>
    /// <param name="least">The least that is accepted.</param>
    /// <param name="most">The most that is accepted.</param>
    /// <param name="remedy">What to write, with unit and example; a default where null.</param>
    public int Whole(string column, int least, int most, Phrase? remedy = null)
    {
        string text = Text(column);
        return text.Length == 0 ? least : WholeIn(column, text, least, most, remedy);
    }

    /// <summary>A whole number, or null where the field is empty; see <see cref="Whole"/>.</summary>
    public int? OptionalWhole(string column, int least, int most, Phrase? remedy = null) =>
        OptionalText(column) is { } text ? WholeIn(column, text, least, most, remedy) : null;

    /// <summary>A decimal number that must be there.</summary>
    /// <param name="column">The column.</param>
    /// <param name="least">The least that is accepted.</param>
    /// <param name="most">The most that is accepted.</param>
    /// <param name="remedy">What to write, with unit and example; a default where null.</param>
    public double Decimal(string column, double least, double most, Phrase? remedy = null)
    {
        string text = Text(column);
        return text.Length == 0 ? least : DecimalIn(column, text, least, most, remedy);
    }

    /// <summary>A decimal number, or null where the field is empty; see <see cref="Decimal"/>.</summary>
    public double? OptionalDecimal(string column, double least, double most, Phrase? remedy = null) =>
        OptionalText(column) is { } text ? DecimalIn(column, text, least, most, remedy) : null;

    /// <summary>An exact decimal number of 0 or more (årsverk, kroner), or null where the field is empty.</summary>
    public decimal? OptionalAmount(string column, Phrase? remedy = null)
    {
        if (OptionalText(column) is not { } text) return null;
        Phrase mend = remedy ?? new Phrase("table.decimal.remedy");
        if (!NumberText.TryExact(text, out decimal amount)) Error(new Phrase("table.not-a-number", column, text), mend);
        else if (amount < 0) Error(new Phrase("table.too-small", column, text, 0), mend);
        else IsPlain(column, text, isAmount: true);
        return amount;
    }

    /// <summary>Kroner of 0 or more that must be there: <c>180.000</c> is thousands, money has no three decimals.</summary>
    public decimal Money(string column)
    {
        string text = Text(column);
        if (text.Length == 0) return 0;
        var mend = new Phrase("table.money.remedy");
        if (!NumberText.TryMoney(text, out decimal amount)) Error(new Phrase("table.not-a-number", column, text), mend);
        else if (amount < 0) Error(new Phrase("table.too-small", column, text, 0), mend);
        else if (NumberText.IsGrouped(text)) ReadAs(column, text, amount.ToString("0.##", CultureInfo.InvariantCulture));
        return amount;
    }

    /// <summary>Yes or no: 1/0, true/false, yes/no, ja/nei, x; <paramref name="otherwise"/> where the field is empty.</summary>
    public bool Flag(string column, bool otherwise)
    {
        string text = this[column];
        if (text.Length == 0) return otherwise;
        if (FlagText.TryRead(text, out bool flag)) return flag;
        Error(new Phrase("table.not-a-flag", column, text), new Phrase("table.flag.remedy"));
        return otherwise;
    }

    /// <summary>The parts between <c>|</c> or <c>;</c>, trimmed, empty ones left out.</summary>
    public IReadOnlyList<string> List(string column) =>
        this[column].Split(['|', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The same of what holds no comma followed by a space of its own, which then parts as well: <c>5, 2,5</c>.</summary>
    public IReadOnlyList<string> CommaList(string column) =>
        [.. List(column).SelectMany(part => part.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>The same of things that are known by names: where a part is none, comma and "og" part it further.</summary>
    public IReadOnlyList<string> ListOf(string column, Predicate<string> isKnown) =>
        [.. List(column).SelectMany(part => isKnown(part) ? [part] : NamePartings.Split(part, isKnown))];

    /// <summary>The numbers between <c>|</c> or <c>;</c>; see <see cref="Decimal"/>.</summary>
    public IReadOnlyList<double> Decimals(string column, double least, double most, Phrase? remedy = null) =>
        [.. CommaList(column).Select(part => DecimalIn(column, part, least, most, remedy))];

    /// <summary>A position in degrees from two columns.</summary>
    /// <param name="longitude">Name of the column with degrees east.</param>
    /// <param name="latitude">Name of the column with degrees north.</param>
    /// <param name="limits">Where positions are believed.</param>
    public GeoPoint Position(string longitude, string latitude, PositionLimits limits)
    {
        double? east = Degrees(longitude);
        double? north = Degrees(latitude);
        if (east is not { } lon || north is not { } lat) return default;
        var position = new GeoPoint(lon, lat);
        if (!table.IsMetres(longitude, latitude) && limits.Contains(position)) return position;
        string written = $"{this[longitude]} / {this[latitude]}";
        if (table.IsMetres(longitude, latitude)) return OfMetres(new PlanePoint(lon, lat), written, longitude, latitude, limits);
        if (Math.Abs(lon) > 1000 || Math.Abs(lat) > 1000)
            Error(new Phrase("table.utm", longitude, latitude, written), new Phrase("table.utm.remedy", limits.Plane.Epsg.ToString(CultureInfo.InvariantCulture)));
        else if (limits.Contains(new GeoPoint(lat, lon)))
            Error(new Phrase("table.swapped", longitude, latitude, written), new Phrase("table.swapped.remedy", longitude, latitude));
        else
            Error(new Phrase("table.outside", longitude, latitude, written, limits.West, limits.East, limits.South, limits.North),
                new Phrase("table.position.remedy"));
        return default;
    }

    /// <summary>Metres are believed where their columns say so, and they lie where positions may.</summary>
    private GeoPoint OfMetres(PlanePoint metres, string written, string easting, string northing, PositionLimits limits)
    {
        bool isPlane = metres.Easting is > -1e6 and < 2e6 && metres.Northing is > 6e6 and < 8.5e6;
        GeoPoint position = isPlane ? limits.Plane.ToGeo(metres) : default;
        if (isPlane && limits.Contains(position)) return position;
        string epsg = limits.Plane.Epsg.ToString(CultureInfo.InvariantCulture);
        Error(new Phrase("table.not-metres", easting, northing, written, epsg), new Phrase("table.not-metres.remedy", epsg));
        return default;
    }

    private double? Degrees(string column)
    {
        string text = Text(column);
        if (text.Length == 0) return null;
        if (NumberText.TryDecimal(text, out double degrees)) return degrees;
        Error(new Phrase("table.not-a-number", column, text), new Phrase("table.position.remedy"));
        return null;
    }

    private int WholeIn(string column, string text, int least, int most, Phrase? remedy)
    {
        Phrase mend = remedy ?? new Phrase("table.whole.remedy");
        string bare = column.EndsWith("_pct", StringComparison.Ordinal) ? text.TrimEnd('%', ' ', '\u00A0') : text;
        if (!NumberText.TryWhole(bare, out int value)) Error(new Phrase("table.not-whole", column, text), Mend(text, mend));
        else if (value < least) Error(new Phrase("table.too-small", column, text, least), mend);
        else if (value > most) Error(new Phrase("table.too-large", column, text, most), mend);
        else if (NumberText.IsGrouped(text)) ReadAs(column, text, value.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    /// <summary>Refuses three digits behind a sign that parts no decimals in the column, or in an amount of the file: they may be thousands.</summary>
    private void IsPlain(string column, string text, bool isAmount)
    {
        if (!NumberText.IsGrouped(text)) return;
        char sign = text.Contains('.', StringComparison.Ordinal) ? '.' : ',';
        char other = sign == '.' ? ',' : '.';
        if ((isAmount && sign == '.' == (table.Delimiter == ';')) || table.Rows.Any(r => r[column].Contains(other, StringComparison.Ordinal)))
        {
            string digits = text.Replace(sign.ToString(), "", StringComparison.Ordinal);
            Error(new Phrase("table.thousands", column, text), new Phrase("table.thousands.remedy", digits, text.Replace(sign, other)));
        }
    }

    /// <summary>Excel makes 2.5 a second of May.</summary>
    private static Phrase Mend(string text, Phrase otherwise) => DateText.IsDate(text) ? new Phrase("table.date.remedy") : otherwise;

    private double DecimalIn(string column, string text, double least, double most, Phrase? remedy)
    {
        Phrase mend = remedy ?? new Phrase("table.decimal.remedy");
        if (!NumberText.TryDecimal(text, out double value)) Error(new Phrase("table.not-a-number", column, text), Mend(text, mend));
        else if (value < least) Error(new Phrase("table.too-small", column, text, least), mend);
        else if (value > most) Error(new Phrase("table.too-large", column, text, most), mend);
        else IsPlain(column, text, isAmount: false);
        return value;
    }
}
