using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Places;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Boundaries;

/// <summary>
/// Which municipalities somebody means by words: numbers (<c>3449</c>), how numbers begin (<c>18</c>), names of
/// municipalities in any of their languages, of counties past and present, and of districts (<c>Valdres</c>), which the
/// table <c>data/codes/districts.csv</c> lists. A word that is a municipality's name means that municipality.
/// </summary>
public sealed class MunicipalityChoice
{
    /// <summary>More suggestions would be no help.</summary>
    private const int MostSuggestions = 4;

    private static readonly TableColumns Columns = new(["name", "kind", "numbers_2018", "numbers_2020", "numbers_2024"]);

    private static readonly Lazy<IReadOnlyList<District>> Districts = new(ReadDistricts);

    private readonly IReadOnlyList<MunicipalityName> municipalities;
    private readonly IReadOnlyList<District> districts;
    private readonly int codeYear;

    /// <param name="municipalities">All there are.</param>
    /// <param name="codeYear">The year of their numbers.</param>
    public MunicipalityChoice(IReadOnlyList<MunicipalityName> municipalities, int codeYear)
    {
        this.municipalities = municipalities;
        this.codeYear = codeYear;
        districts = Districts.Value;
    }

    /// <summary>The counties and districts that can be meant, in the order of the table, each with its municipalities of the code year.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Numbers)> Meant
    {
        get
        {
            var known = municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
            return districts.Select(d => (d.Name, (IReadOnlyList<string>)[.. d.In(codeYear).Where(known.Contains)]));
        }
    }

    /// <summary>The parts of what a user wrote: separated by comma, semicolon or bar; numbers also by space.</summary>
    /// <exception cref="InputException">There are none.</exception>
    public static IReadOnlyList<string> WordsOf(string written)
    {
        string[] words =
        [
            .. written.Split([',', ';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(part => part.All(c => char.IsAsciiDigit(c) || c == ' ') ? part.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [part]),
        ];
        return words.Length > 0 ? words : throw new InputException("--municipalities", null, new Phrase("start.nowhere"), new Phrase("choice.remedy"));
    }

    /// <summary>The numbers that some words mean; all where there are no words.</summary>
    /// <exception cref="InputException">A word means nothing, or more than one thing; the remedy says what it may have been.</exception>
    public IReadOnlySet<string> Of(IReadOnlyList<string> words)
    {
        var findings = new Findings();
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in words) chosen.UnionWith(MeantBy(word, findings));
        findings.ThrowIfErrors();
        if (words.Count == 0) chosen.UnionWith(municipalities.Select(m => m.Number));
        return chosen;
    }

    private IEnumerable<string> MeantBy(string word, Findings findings)
    {
        if (word.All(char.IsAsciiDigit))
        {
            string digits = word.Length == 3 ? "0" + word : word;
            string[] begin = [.. municipalities.Select(m => m.Number).Where(n => n.StartsWith(digits, StringComparison.Ordinal))];
            if (begin.Length == 0) Refuse(word, new Phrase("choice.no-number", word, Year), findings);
            return begin;
        }
        string key = KeyOf(word);
        MunicipalityName[] named = [.. municipalities.Where(m => m.Forms.Any(f => KeyOf(f) == key))];
        if (named.Length == 1) return [named[0].Number];
        if (named.Length > 1)
        {
            findings.Error("--municipalities", null, new Phrase("choice.several", word), new Phrase("choice.several.remedy", string.Join(", ", named.Select(m => $"{m.Number} {m.Name}"))));
            return [];
        }
        if (districts.FirstOrDefault(d => KeyOf(d.Name) == key) is { } district)
        {
            var known = municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
            return district.In(codeYear).Where(known.Contains);
        }
        Refuse(word, new Phrase("choice.unknown", word, Year), findings);
        return [];
    }

    private string Year => codeYear.ToString(CultureInfo.InvariantCulture);

    private void Refuse(string word, Phrase problem, Findings findings)
    {
        string[] near = Nearest(word);
        findings.Error("--municipalities", null, problem, near.Length == 0 ? new Phrase("choice.remedy") : new Phrase("choice.did-you-mean", string.Join(", ", near)));
    }

    private string[] Nearest(string word)
    {
        string key = KeyOf(word);
        int most = Math.Max(1, key.Length / 3);
        return
        [
            .. municipalities.SelectMany(m => m.Forms).Concat(districts.Select(d => d.Name)).Distinct(StringComparer.Ordinal)
                .Select(name => (name, far: KeyOf(name) is var n && key.Length > 2 && n.StartsWith(key, StringComparison.Ordinal) ? 0 : Distance(key, n)))
                .Where(n => n.far <= most).OrderBy(n => n.far).ThenBy(n => n.name, StringComparer.Ordinal).Select(n => n.name).Take(MostSuggestions),
        ];
    }

    /// <summary>Letters and digits only, small; å, ø, æ and the Sámi letters count as those without marks: keyboards lack them.</summary>
    private static string KeyOf(string name) => string.Concat(PlainLetters.Of(name).ToLowerInvariant().Where(char.IsLetterOrDigit));

    /// <summary>Letters to change, put in, leave out or swap with the next (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }

    private static District[] ReadDistricts()
    {
        using Stream stream = typeof(MunicipalityChoice).Assembly.GetManifestResourceStream("NavGeo.Data.codes.districts.csv")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        DelimitedTable table = DelimitedTable.Parse(bytes.ToArray(), "data/codes/districts.csv", Columns, new Findings())!;
        return [.. table.Rows.Select(r => new District(r["name"], r["numbers_2018"].Split('|'), r["numbers_2020"].Split('|'), r["numbers_2024"].Split('|')))];
    }

    private sealed record District(string Name, string[] Numbers2018, string[] Numbers2020, string[] Numbers2024)
    {
        public string[] In(int codeYear) => codeYear < 2020 ? Numbers2018 : codeYear < 2024 ? Numbers2020 : Numbers2024;
    }
}

/// <summary>A municipality's number and its name or names: <c>Hábmer - Hamarøy</c>, <c>Nes (Akershus)</c>.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Name">As the file writes it.</param>
public sealed record MunicipalityName(string Number, string Name)
{
    /// <summary>The name as it stands and each of its languages, without what stands in brackets to tell two apart.</summary>
    public IReadOnlyList<string> Forms => [.. NorwegianNames.Forms(Name)];
}
