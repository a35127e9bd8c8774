using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Reports.Pages;

/// <summary>Puts a page together from phrases, sentences and tables in one language. Scratch for one thread.</summary>
public sealed class PageWriter
{
    private readonly List<PageBlock> blocks = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private string pageTitle = "";

    /// <param name="language">The language of texts and numbers.</param>
    public PageWriter(UserLanguage language) => Texts = Phrasebook.For(language);

    /// <summary>The texts.</summary>
    public Phrasebook Texts { get; }

    /// <summary>The language.</summary>
    public UserLanguage Language => Texts.Language;

    /// <summary>What stands in a cell without a value.</summary>
    public static string None => "–";

    /// <summary>The page so far.</summary>
    public PageDocument Document => new(pageTitle, Language, [.. blocks]);

    /// <summary>The title of the page.</summary>
    public void Title(string title)
    {
        pageTitle = title;
        Add(new HeadingBlock(1, title));
    }

    /// <summary>A heading, by its phrase.</summary>
    public void Heading(string key, params IReadOnlyList<object> values) => Add(new HeadingBlock(2, Texts.Say(key, values)));

    /// <summary>A smaller heading.</summary>
    public void Subheading(string key) => Add(new HeadingBlock(3, Texts.Say(key)));

    /// <summary>A smaller heading that is said already.</summary>
    public void SubheadingText(string text) => Add(new HeadingBlock(3, text));

    /// <summary>A smaller heading of a name.</summary>
    public void SubheadingOf(string id, string name) => Add(new HeadingBlock(3, $"{id} {name}"));

    /// <summary>A paragraph.</summary>
    public void Paragraph(string key, params IReadOnlyList<object> values) => Plain(Texts.Say(key, values));

    /// <summary>A paragraph that is said already.</summary>
    public void Plain(string paragraph) => Add(new ParagraphBlock(paragraph));

    /// <summary>A paragraph that is said already, unless it stands on the page.</summary>
    public void PlainOnce(string paragraph)
    {
        if (IsNew(paragraph)) Plain(paragraph);
    }

    /// <summary>Whether a sentence has not been asked about before: nobody wants to read it twice on one page.</summary>
    public bool IsNew(string sentence) => told.Add(sentence);

    /// <summary>Points below each other.</summary>
    public void Points(IEnumerable<string> points) => Add(new PointsBlock([.. points]));

    /// <summary>A table; the first column is text, the others are ranged right unless <paramref name="textColumns"/> names them.</summary>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, params IReadOnlyList<int> textColumns) =>
        Add(new TableBlock(header, [.. rows], textColumns));

    /// <summary>Any other block.</summary>
    public void Add(PageBlock block) => blocks.Add(block);

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

    /// <summary>A share in percent as <see cref="Phrasebook.Percent"/> writes it; the dash for null.</summary>
    public string Percent(double? share) => share is { } known ? Texts.Percent(known) : None;

    /// <summary>How many live at one place: about so many where places are rounded, since each number told is then a few off.</summary>
    public string PeopleAt(Demand demand, int place) => demand.IsFew(place) ? Say("page.people-few", demand.LeastPeople)
        : Say(demand.FewPlaces > 0 ? "page.people-about" : "maps.legend.people", demand.People[place]);

    /// <summary>As <see cref="Number"/>, with a plus before what is more than nothing.</summary>
    public string Signed(decimal? value, int decimals) => value > 0 ? "+" + Number(value, decimals) : Number(value, decimals);

    /// <summary>A number without zeros at its end.</summary>
    public string Short(decimal? value) => value is { } known ? known.ToString("#,0.##", Texts.Culture) : None;

    /// <summary>Yes, no or the dash.</summary>
    public string YesNo(bool? value) => value is { } known ? Texts.Say(known ? "page.yes" : "page.no") : None;
}
