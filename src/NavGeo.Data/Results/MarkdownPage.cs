using System.Text;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Results;

/// <summary>A page of headings, sentences and tables in one language, as Markdown. Scratch for one thread.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder text = new();

    /// <param name="language">The language of texts and numbers.</param>
    public MarkdownPage(UserLanguage language) => Texts = Phrasebook.For(language);

    /// <summary>The texts.</summary>
    public Phrasebook Texts { get; }

    /// <summary>The language.</summary>
    public UserLanguage Language => Texts.Language;

    /// <summary>What stands in a cell without a value.</summary>
    public static string None => "–";

    /// <summary>The title of the page.</summary>
    public void Title(string title) => text.Append("# ").Append(title).Append("\n\n");

    /// <summary>A heading, by its phrase.</summary>
    public void Heading(string key) => text.Append("## ").Append(Texts.Say(key)).Append("\n\n");

    /// <summary>A smaller heading.</summary>
    public void Subheading(string key) => text.Append("### ").Append(Texts.Say(key)).Append("\n\n");

    /// <summary>A smaller heading of a name.</summary>
    public void SubheadingOf(string id, string name) => text.Append("### ").Append(id).Append(' ').Append(name).Append("\n\n");

    /// <summary>A paragraph.</summary>
    public void Paragraph(string key, params IReadOnlyList<object> values) => Plain(Texts.Say(key, values));

    /// <summary>A paragraph that is said already.</summary>
    public void Plain(string paragraph) => text.Append(paragraph).Append("\n\n");

    /// <summary>Points below each other.</summary>
    public void Points(IEnumerable<string> points)
    {
        foreach (string point in points) text.Append("- ").Append(point).Append('\n');
        text.Append('\n');
    }

    /// <summary>A table; the first column is text, the others are ranged right unless <paramref name="textColumns"/> names them.</summary>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, params IReadOnlyList<int> textColumns)
    {
        Row(header);
        Row([.. header.Select((_, i) => i == 0 || textColumns.Contains(i) ? "---" : "--:")]);
        foreach (IReadOnlyList<string> row in rows) Row(row);
        text.Append('\n');
    }

    /// <summary>A phrase.</summary>
    public string Say(string key, params IReadOnlyList<object> values) => Texts.Say(key, values);

    /// <summary>A whole number, half up; the dash for null.</summary>
    public string Whole(decimal? value) => Number(value, 0);

    /// <summary>A number with so many decimals, half up; the dash for null.</summary>
    public string Number(decimal? value, int decimals)
    {
        if (value is not { } known) return None;
        decimal rounded = decimal.Round(known, decimals, MidpointRounding.AwayFromZero);
        string format = "N" + decimals.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return rounded == 0 ? 0m.ToString(format, Texts.Culture) : rounded.ToString(format, Texts.Culture);
    }

    /// <summary>The same with a plus before what is more than nothing.</summary>
    public string Signed(decimal? value, int decimals) => value > 0 ? "+" + Number(value, decimals) : Number(value, decimals);

    /// <summary>A number without zeros at its end.</summary>
    public string Short(decimal? value) => value is { } known ? known.ToString("#,0.##", Texts.Culture) : None;

    /// <summary>Yes, no or the dash.</summary>
    public string YesNo(bool? value) => value is { } known ? Texts.Say(known ? "page.yes" : "page.no") : None;

    /// <summary>The page, ending with one line break.</summary>
    public override string ToString() => text.ToString().TrimEnd('\n') + "\n";

    private void Row(IReadOnlyList<string> cells)
    {
        foreach (string cell in cells) text.Append("| ").Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(' ');
        text.Append("|\n");
    }
}
