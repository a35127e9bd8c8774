using NavGeo.Planning.Language;

namespace NavGeo.Reports.Catalogue;

/// <summary>
/// A number that is told of a structure, and perhaps of its municipalities and sites: its name in files, what it is
/// counted in, which way is better, its words and its value. Its title is the phrase <c>indicator.KEY</c>, what it is
/// made of <c>indicator.KEY.formula</c>. Immutable.
/// </summary>
/// <param name="Key">Column of tables: English, small letters; once in the catalogue.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Better">Which way is better for people.</param>
/// <param name="Value">In the unit's files; null where there is none.</param>
public sealed record Indicator(string Key, IndicatorUnit Unit, Direction Better, Func<IndicatorSubject, double?> Value)
{
    /// <summary>Member of JSON objects; several indicators with one name make an array.</summary>
    public string Member { get; init; } = Unit.MemberOf(Key);

    /// <summary>Key of its phrases without <c>indicator.</c>, where several share them.</summary>
    public string Words { get; init; } = Key;

    /// <summary>What its phrases name.</summary>
    public IReadOnlyList<object> Named { get; init; } = [];

    /// <summary>Where there is room for some indicators only, whether it is among them.</summary>
    public Prominence Prominence { get; init; }

    /// <summary>
    /// Of an indicator of those who have access: the baseline's and this one's value of those only who have it under both,
    /// to hold against each other; null for an indicator of everybody.
    /// </summary>
    public Func<IndicatorSubject, (double? Before, double? After)>? Shared { get; init; }

    /// <summary>Of an indicator of people read as a part of everybody, that part (0 to 1).</summary>
    public Func<IndicatorSubject, double?>? Part { get; init; }

    /// <summary>Whether those without access are told beside it wherever it is read.</summary>
    public bool TellsCutOff { get; init; }

    /// <summary>Whether its value rests on a setting; null where it never does.</summary>
    public Func<IndicatorSubject, bool>? IsEstimated { get; init; }

    /// <summary>What it is called, without its unit.</summary>
    public string Name(Phrasebook book) => book.Say("indicator." + Words, Named);

    /// <summary>What it is called above or before its numbers: "mean, min".</summary>
    /// <param name="book">In which language.</param>
    /// <param name="isInFile">Whether the numbers are those of a file, or those people read.</param>
    public string Title(Phrasebook book, bool isInFile = false)
    {
        string? unit = isInFile ? Unit.InFiles : Unit.Read;
        return unit is null ? Name(book) : $"{Name(book)}, {book.Say("indicator.unit." + unit)}";
    }

    /// <summary>The same with a capital, where it stands alone.</summary>
    public string Heading(Phrasebook book, bool isInFile = false) => Title(book, isInFile) is [var first, .. var rest] ? char.ToUpper(first, book.Culture) + rest : "";

    /// <summary>What it is made of, in words.</summary>
    public string Formula(Phrasebook book) => book.Say($"indicator.{Words}.formula", Named);

    /// <summary>
    /// As people read it where structures stand side by side. Where somebody loses or gains access, a mean of those who have
    /// it is told as that of the same people under the baseline and here, "6,9 → 7,2".
    /// </summary>
    public string Cell(IndicatorSubject subject, Phrasebook book)
    {
        string cell = Shared is not null && subject.Change is { IsOfAccess: true }
            ? string.Join(" → ", ((double?[])[Shared(subject).Before, Shared(subject).After]).Select(v => Write(v, subject, book)))
            : Write(Value(subject), subject, book);
        if (TellsCutOff && subject.Access.WithoutAccess > 0) cell += " " + book.Say("indicator.cut-off", subject.Access.WithoutAccess);
        return IsEstimated?.Invoke(subject) == true ? $"{cell} {book.Say("staffing.estimate-mark")}" : cell;
    }

    /// <summary>Held against the baseline, as people read it.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="subject">The same people under the structure.</param>
    /// <param name="book">In which language.</param>
    public IndicatorPair Against(IndicatorSubject baseline, IndicatorSubject subject, Phrasebook book)
    {
        (double? before, double? after) = Shared is not null && subject.Change is not null ? Shared(subject) : (Value(baseline), Value(subject));
        (string today, string now) = (Write(before, baseline, book), Write(after, subject, book));
        bool isOfShared = Shared is not null && subject.Change is { IsOfAccess: true };
        // What people read twice the same is neither more nor less, nor better nor worse.
        (int sign, Verdict verdict) = today == now ? (0, Verdict.None) : (Math.Sign((after - before) ?? 0), Judge(before, after, subject));
        return new IndicatorPair(Key, Heading(book), Formula(book), today, now, sign, verdict, isOfShared ? book.Say("indicator.of-shared") : "");
    }

    /// <summary>
    /// The one place that says what is better: a value that went the better way, but never while more people than before
    /// have no way. Of values that people read as different numbers; <see cref="Against"/> asks of no others.
    /// </summary>
    public Verdict Judge(double? before, double? after, IndicatorSubject subject)
    {
        if (Better == Direction.None || before is null || after is null || before == after) return Verdict.None;
        if (after > before != (Better == Direction.More)) return Verdict.Worse;
        return subject.Change is { CutsOff: true } ? Verdict.None : Verdict.Better;
    }

    private string Write(double? value, IndicatorSubject subject, Phrasebook book)
    {
        double? shown = Part is not null
            ? Part(subject) is { } part ? Phrasebook.PercentOf(part) : null
            : Unit == IndicatorUnit.Share && value is not null ? Phrasebook.PercentOf(value.Value) : Unit.Factor * value;
        // Half up, and no minus before a nought.
        return shown is { } known ? book.Decimals(Math.Round(known, Unit.Decimals, MidpointRounding.AwayFromZero) + 0.0, Unit.Decimals) : book.Say("cli.none");
    }
}

/// <summary>An indicator now and under the baseline.</summary>
/// <param name="Key">Of the indicator.</param>
/// <param name="Title">With its unit.</param>
/// <param name="Formula">What it is made of, in words.</param>
/// <param name="Today">Under the baseline.</param>
/// <param name="Now">Under the structure.</param>
/// <param name="Sign">1 for more, -1 for less, 0 where people read the same.</param>
/// <param name="Verdict">Whether that is better; nothing where people read the same.</param>
/// <param name="Whom">Of whom both are told where that is not everybody with access: of those who have it before and now; else empty.</param>
public sealed record IndicatorPair(string Key, string Title, string Formula, string Today, string Now, int Sign, Verdict Verdict, string Whom);

/// <summary>Which way is better for people.</summary>
public enum Direction
{
    /// <summary>Neither, or it depends on what one wants.</summary>
    None = 0,

    /// <summary>More is better.</summary>
    More,

    /// <summary>Less is better.</summary>
    Less,
}

/// <summary>What a change of an indicator is for people.</summary>
public enum Verdict
{
    /// <summary>No change, or nothing one could say.</summary>
    None = 0,

    /// <summary>Better.</summary>
    Better,

    /// <summary>Worse.</summary>
    Worse,
}

/// <summary>Where an indicator stands beside the tables that hold all.</summary>
public enum Prominence
{
    /// <summary>Nowhere.</summary>
    Tables = 0,

    /// <summary>In a meeting and on the page of a municipality.</summary>
    Pages,

    /// <summary>There, and beneath a map.</summary>
    Sheets,
}

/// <summary>What an indicator is counted in, and how that is written.</summary>
/// <param name="Read">Key of the unit's word where people read it; null for a plain number.</param>
/// <param name="InFiles">The same in tables for programs and spreadsheets.</param>
/// <param name="Decimals">How many people read.</param>
/// <param name="FileDecimals">How many tables have.</param>
/// <param name="Factor">What a value is multiplied by before people read it.</param>
/// <param name="Suffix">What JSON has instead of <c>min</c> at the end of a key.</param>
/// <param name="JsonFactor">Of a unit that JSON writes as whole numbers: how many of those make one; null for other units.</param>
public sealed record IndicatorUnit(
    string? Read, string? InFiles, int Decimals, int FileDecimals, double Factor = 1, string Suffix = "minutes", int? JsonFactor = null)
{
    /// <summary>Offices, sites and the like.</summary>
    public static readonly IndicatorUnit Number = new(null, null, 0, 0, JsonFactor: 1);

    /// <summary>People.</summary>
    public static readonly IndicatorUnit People = new("people", "people", 0, 0, JsonFactor: 1);

    /// <summary>People in files; people read which part of everybody they are.</summary>
    public static readonly IndicatorUnit PartOfPeople = new("percent", "people", 1, 0, JsonFactor: 1);

    /// <summary>Minutes of a mean.</summary>
    public static readonly IndicatorUnit Minutes = new("min", "min", 1, 2);

    /// <summary>Minutes of a trip, exact to the millisecond.</summary>
    public static readonly IndicatorUnit Time = new("min", "min", 1, 2, Suffix: "milliseconds", JsonFactor: 60_000);

    /// <summary>Persons times hours, exact to the millisecond.</summary>
    public static readonly IndicatorUnit PersonHours = new("hours", "hours", 0, 1, JsonFactor: 3_600_000);

    /// <summary>Days a week.</summary>
    public static readonly IndicatorUnit Days = new("days", "days", 1, 2);

    /// <summary>0 to 1 in files, read as percent.</summary>
    public static readonly IndicatorUnit Share = new("percent", "share", 1, 4, Factor: 100);

    /// <summary>A ratio from 0 to 1.</summary>
    public static readonly IndicatorUnit Ratio = new(null, null, 3, 4);

    /// <summary>Employees, or årsverk where they are not counted.</summary>
    public static readonly IndicatorUnit Staff = new(null, null, 2, 2);

    internal string MemberOf(string key) => key.EndsWith("_min", StringComparison.Ordinal) ? key[..^3] + Suffix : key;
}
