using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Web.Api;

/// <summary>What a change does, in a language: in numbers, municipality by municipality, in words. Immutable.</summary>
/// <param name="Indicators">Before and now side by side, and whether what changed is better.</param>
/// <param name="Ledger">The whole case, then the municipalities, those who lose most first: the first of them.</param>
/// <param name="LedgerCount">How many lines the whole ledger has.</param>
/// <param name="Sentences">What it means: the first sentences.</param>
/// <param name="HeadCount">How many of the first sentences are the answer in short.</param>
/// <param name="SentenceCount">How many sentences there are.</param>
internal sealed record ChangeLines(
    IReadOnlyList<IndicatorPair> Indicators, IReadOnlyList<LedgerLine> Ledger, int LedgerCount, IReadOnlyList<string> Sentences, int HeadCount, int SentenceCount)
{
    /// <summary>More than the embedded cases have; of the whole country the page asks for the rest when somebody looks.</summary>
    private const int MostLedgerLines = 50;

    private const int MostSentences = 12;

    /// <summary>The indicators that stand beside the map; who gains and who loses stands in the ledger.</summary>
    public static IReadOnlyList<Indicator> Told { get; } =
        [.. IndicatorCatalogue.Of(IndicatorLevel.Structure, Prominence.Pages).Except(IndicatorCatalogue.Change.Indicators)];

    /// <summary>The lines of a structure that is held against something.</summary>
    public static ChangeLines Of(ComparedStructure shown, UserLanguage language)
    {
        IReadOnlyList<Phrase> sentences = ChangeSentences.Of(shown.Ledger);
        return new ChangeLines(
            Pairs(shown, Phrasebook.For(language)),
            LedgerLine.Of(shown, MostLedgerLines),
            shown.Ledger.Municipalities.Count + 1,
            [.. sentences.Take(MostSentences).Select(s => s.In(language))],
            ChangeSentences.Head(shown.Ledger).Count,
            sentences.Count);
    }

    private static IndicatorPair[] Pairs(ComparedStructure shown, Phrasebook book)
    {
        (IndicatorSubject before, IndicatorSubject now) = (IndicatorSubject.BaselineOf(shown), IndicatorSubject.Of(shown));
        return [.. Told.Select(i => i.Against(before, now, book))];
    }
}

/// <summary>The last step of a meeting: who did what, and what that does against the state before it. Immutable.</summary>
/// <param name="Text">What was done.</param>
/// <param name="Author">Who did it.</param>
/// <param name="IsPresenter">Whether that was who leads.</param>
/// <param name="At">When.</param>
/// <param name="Edit">Number of the edit it made or switched; null where it did something else.</param>
/// <param name="Surface">Stands for the travel times before it.</param>
/// <param name="Change">What it does.</param>
internal sealed record StepLine(string Text, string Author, bool IsPresenter, DateTimeOffset At, int? Edit, string Surface, ChangeLines Change);

/// <summary>
/// What a change is held against, as an address says it: <c>today</c>, the baseline before any edit, or <c>step</c>, the state before
/// the last step. ASP.NET itself would take the names of an enumeration in their capital letters only.
/// </summary>
/// <param name="IsStep">What the last step does; else all that the meeting does.</param>
internal readonly record struct ChangeSince(bool IsStep)
{
    /// <summary>The words.</summary>
    public static readonly IReadOnlyList<string> Words = ["today", "step"];

    /// <summary>Reads one of the words; an address without any means today.</summary>
    public static bool TryParse(string? text, out ChangeSince since)
    {
        since = new ChangeSince(text == Words[1]);
        return text is null || Words.Contains(text);
    }
}

/// <summary>An edit that was made and not taken back.</summary>
/// <param name="Number">By which it is switched.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">Of the edit.</param>
/// <param name="Author">Who made or proposed it.</param>
/// <param name="IsPresenter">Whether that was who leads.</param>
/// <param name="At">When.</param>
/// <param name="IsOn">Whether it is in force.</param>
internal sealed record EditLine(int Number, string Title, string Kind, string Author, bool IsPresenter, DateTimeOffset At, bool IsOn);
