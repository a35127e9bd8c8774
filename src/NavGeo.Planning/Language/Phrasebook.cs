using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace NavGeo.Planning.Language;

/// <summary>
/// Every text users see, in one language. The texts stand in <c>Language/*.nb.json</c>, <c>*.nn.json</c> and
/// <c>*.en.json</c>, one file per room of the house; a test holds the three against each other.
/// Immutable and safe for any number of threads.
/// </summary>
/// <remarks>
/// A template may hold <c>{0}</c>, <c>{0:0.0}</c> and the plural form <c>{0|one|many}</c>, which takes the first text
/// when the value is exactly 1 and the second otherwise.
/// </remarks>
public sealed class Phrasebook
{
    private static readonly Phrasebook[] Books =
        [Load(UserLanguage.Bokmaal), Load(UserLanguage.Nynorsk), Load(UserLanguage.English)];

    private readonly Dictionary<string, string> templates;

    private Phrasebook(UserLanguage language, CultureInfo culture, Dictionary<string, string> templates)
    {
        Language = language;
        Culture = culture;
        this.templates = templates;
    }

    /// <summary>The language this book is in.</summary>
    public UserLanguage Language { get; }

    /// <summary>Number formats and sorting order (æ, ø, å after z) of the language.</summary>
    public CultureInfo Culture { get; }

    /// <summary>All keys, for the test that holds the languages against each other.</summary>
    public IReadOnlyCollection<string> Keys => templates.Keys;

    /// <summary>The book of a language.</summary>
    public static Phrasebook For(UserLanguage language) => Books[(int)language];

    /// <summary>The template behind a key.</summary>
    /// <exception cref="KeyNotFoundException">The key is in no book: a bug.</exception>
    public string Template(string key) => templates.TryGetValue(key, out string? template)
        ? template
        : throw new KeyNotFoundException($"no phrase '{key}' in {Language}");

    /// <summary>The phrase with its values filled in.</summary>
    public string Say(Phrase phrase) => Fill(Template(phrase.Key), phrase.Values);

    /// <summary>The phrase behind <paramref name="key"/> with its values filled in.</summary>
    public string Say(string key, params IReadOnlyList<object> values) => Fill(Template(key), values);

    /// <summary>A whole number with the language's grouping: 12 430.</summary>
    public string Whole(long value) => value.ToString("N0", Culture);

    /// <summary>A number with a fixed count of decimals: 12,4.</summary>
    public string Decimals(double value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    /// <summary>
    /// A share (0 to 1) in percent with one decimal, without the sign: 100.0 only where it is everybody and 0.0 only where it
    /// is nobody; the nearest that is not is written otherwise.
    /// </summary>
    public string Percent(double share) => Decimals(PercentOf(share), 1);

    /// <summary>The number that <see cref="Percent"/> writes.</summary>
    public static double PercentOf(double share) => Math.Round(100 * share, 1, MidpointRounding.AwayFromZero) switch
    {
        >= 100 when share < 1 => 99.9,
        0 when share > 0 => 0.1,
        double rounded => rounded,
    };

    /// <summary>
    /// Whether people read the same number twice: two values half up to so many decimals. What reads the same went neither up
    /// nor down, and no word of direction stands beside it.
    /// </summary>
    public static bool ReadsSame(double? before, double? after, int decimals) =>
        before is { } one && after is { } other
            ? Math.Round((decimal)one, decimals, MidpointRounding.AwayFromZero) == Math.Round((decimal)other, decimals, MidpointRounding.AwayFromZero)
            : before is null == after is null;

    private string Fill(string template, IReadOnlyList<object> values)
    {
        var text = new StringBuilder(template.Length + 32);
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            if (open < 0) break;
            int close = template.IndexOf('}', open);
            if (close < 0) throw new FormatException($"unclosed brace in phrase '{template}'");
            text.Append(template, at, open - at);
            text.Append(Placeholder(template.AsSpan(open + 1, close - open - 1), values));
            at = close + 1;
        }
        return text.Append(template, at, template.Length - at).ToString();
    }

    private string Placeholder(ReadOnlySpan<char> inside, IReadOnlyList<object> values)
    {
        int end = inside.IndexOfAny(':', '|');
        ReadOnlySpan<char> digits = end < 0 ? inside : inside[..end];
        object value = values[int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)];
        if (end < 0) return Written(value, null);
        if (inside[end] == ':') return Written(value, inside[(end + 1)..].ToString());
        string[] forms = inside[(end + 1)..].ToString().Split('|');
        bool one = value is IConvertible number && number.ToDouble(CultureInfo.InvariantCulture) == 1;
        return forms[one ? 0 : forms.Length - 1];
    }

    private string Written(object value, string? format) => value switch
    {
        Phrase phrase => Say(phrase),
        string text => text,
        Names names => names.In(Language),
        int or long when format is null => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("N0", Culture),
        IFormattable formattable => formattable.ToString(format, Culture),
        _ => value.ToString() ?? "",
    };

    private static Phrasebook Load(UserLanguage language)
    {
        (string code, string culture) = language switch
        {
            UserLanguage.Bokmaal => ("nb", "nb-NO"),
            UserLanguage.Nynorsk => ("nn", "nn-NO"),
            _ => ("en", "en-GB"),
        };
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        Assembly assembly = typeof(Phrasebook).Assembly;
        string ending = $".{code}.json";
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            Dictionary<string, string> area = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
            foreach ((string key, string template) in area)
            {
                if (!all.TryAdd(key, template))
                    throw new InvalidOperationException($"phrase '{key}' stands in two files of {language}");
            }
        }
        return new Phrasebook(language, CultureInfo.GetCultureInfo(culture), all);
    }
}
