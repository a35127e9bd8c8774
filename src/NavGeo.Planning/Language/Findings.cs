using System.Text.RegularExpressions;

namespace NavGeo.Planning.Language;

/// <summary>
/// Collects what a reader finds, so that a user mends a file in one go and not line by line. Errors beyond
/// <see cref="MostErrors"/> stop the reading. Not safe for several threads.
/// </summary>
public sealed class Findings
{
    /// <summary>So many errors are shown before a reader stops.</summary>
    public const int MostErrors = 20;

    private readonly List<Finding> all = [];

    /// <summary>In the order they were found.</summary>
    public IReadOnlyList<Finding> All => all;

    /// <summary>How many of them stop the work.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Adds an error.</summary>
    /// <exception cref="InputException">It was the twentieth: the reader stops here.</exception>
    public void Error(string file, string? place, Phrase problem, Phrase remedy)
    {
        all.Add(new Finding(Severity.Error, file, place, problem, remedy));
        ErrorCount++;
        if (ErrorCount >= MostErrors) throw new InputException(all);
    }

    /// <summary>Adds an error at a line (the first is 1).</summary>
    public void Error(string file, int line, Phrase problem, Phrase remedy) =>
        Error(file, line.ToString(System.Globalization.CultureInfo.InvariantCulture), problem, remedy);

    /// <summary>Adds a warning.</summary>
    public void Warning(string file, string? place, Phrase problem, Phrase remedy) =>
        all.Add(new Finding(Severity.Warning, file, place, problem, remedy));

    /// <summary>Adds something worth knowing.</summary>
    public void Note(string file, string? place, Phrase problem, Phrase remedy) =>
        all.Add(new Finding(Severity.Note, file, place, problem, remedy));

    /// <summary>Adds what was found before, and is no error.</summary>
    public void Add(Finding known) => all.Add(known);

    /// <summary>To be called when a file has been read to its end.</summary>
    /// <exception cref="InputException">At least one finding is an error.</exception>
    public void ThrowIfErrors()
    {
        if (ErrorCount > 0) throw new InputException(all);
    }
}

/// <summary>
/// One thing that is wrong, or worth knowing, in what a user gave: where, what, and how to mend it.
/// </summary>
/// <param name="Severity">Whether the work can go on.</param>
/// <param name="File">The file as the user named it.</param>
/// <param name="Place">Line number ("17"), feature ("feature 3") or row ("Veglenke fid 12"); null for the whole file.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed partial record Finding(Severity Severity, string File, string? Place, Phrase Problem, Phrase Remedy)
{
    /// <summary>What findings call a sheet of a workbook: <c>case.xlsx!Tjenestesteder</c>, whose places are rows ("5") or cells ("C5").</summary>
    public static string Sheet(string workbook, string sheet) => $"{workbook}!{sheet}";

    /// <summary>
    /// <c>data/roads.csv:17: speed 'fast' is not a number; write km/h, e.g. 80</c>, or of a sheet
    /// <c>case.xlsx, sheet Roads, row 17: …</c>
    /// </summary>
    public string In(UserLanguage language) => $"{WhereIn(language)}: {ProblemIn(language)}; {RemedyIn(language)}";

    /// <summary>Whether it is about a sheet of a workbook.</summary>
    public bool IsOfSheet => SheetPattern().IsMatch(File);

    /// <summary>File and place: <c>data/roads.csv:17</c>, or <c>case.xlsx, sheet Roads, row 17</c>.</summary>
    public string WhereIn(UserLanguage language)
    {
        if (SheetPattern().Match(File) is not { Success: true } sheet) return Place is null ? File : $"{File}:{Place}";
        string key = Place is null ? "workbook.at-sheet" : char.IsAsciiDigit(Place[0]) ? "workbook.at-row" : "workbook.at-cell";
        return Phrasebook.For(language).Say(key, sheet.Groups["book"].Value, sheet.Groups["sheet"].Value, Place ?? "");
    }

    /// <summary>What is wrong; of a workbook by its sheets and rows.</summary>
    public string ProblemIn(UserLanguage language) => Told(Problem, language);

    /// <summary>What to do; of a workbook by its sheets and rows.</summary>
    public string RemedyIn(UserLanguage language) => Told(Remedy, language);

    /// <summary>What is said of workbooks alone speaks of sheets already, by the names of their tabs.</summary>
    private string Told(Phrase phrase, UserLanguage language) =>
        IsOfSheet && !phrase.Key.StartsWith("workbook.", StringComparison.Ordinal) ? SheetWords.In(phrase.In(language), Phrasebook.For(language)) : phrase.In(language);

    [GeneratedRegex(@"^(?<book>.*\.xl[a-z]+)!(?<sheet>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SheetPattern();
}

/// <summary>How bad a <see cref="Finding"/> is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to mend.</summary>
    Note = 0,

    /// <summary>The work goes on, but the result may surprise.</summary>
    Warning,

    /// <summary>The work cannot go on.</summary>
    Error,
}
