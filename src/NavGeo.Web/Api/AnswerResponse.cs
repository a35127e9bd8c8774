using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Reports.Catalogue;
using NavGeo.Web.Meetings;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>A meeting as it stands. Numbers are those of <c>navgeo compare --json</c>; texts are in the language asked for.</summary>
internal sealed record AnswerResponse
{
    private const int LatestEntries = 20;

    /// <summary>Number of the last entry of the log.</summary>
    public required long Version { get; init; }

    /// <summary>Id of the structure that is shown.</summary>
    public required string Chosen { get; init; }

    /// <summary>The structure that is shown, with all edits.</summary>
    public required StructureLine Now { get; init; }

    /// <summary>The baseline before any edit.</summary>
    public required StructureLine Today { get; init; }

    /// <summary>Both in numbers side by side, and whether what changed is better.</summary>
    public required IReadOnlyList<IndicatorPair> Indicators { get; init; }

    /// <summary>
    /// The structure that is shown against today, in all and by municipality, those who lose most first;
    /// <c>/api/ledger</c> has all of it.
    /// </summary>
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    /// <summary>How many lines the whole ledger has.</summary>
    public required int LedgerCount { get; init; }

    /// <summary>What it means, in plain words; <c>/api/sentences</c> has all of it.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>How many sentences there are.</summary>
    public required int SentenceCount { get; init; }

    /// <summary>The last of the log, newest first; <c>/api/log</c> has all of it.</summary>
    public required IReadOnlyList<LogLine> Log { get; init; }

    /// <summary>How many entries the log has.</summary>
    public required int LogCount { get; init; }

    /// <summary>Sentences of the edits in force, in their order.</summary>
    public required IReadOnlyList<string> Edits { get; init; }

    /// <summary>Whether there is a step to take back.</summary>
    public required bool CanUndo { get; init; }

    /// <summary>Whether there is a step to do again.</summary>
    public required bool CanRedo { get; init; }

    /// <summary>Ids of structures the edits have changed.</summary>
    public required IReadOnlyList<string> EditedStructures { get; init; }

    /// <summary>
    /// Sites where they stand now and what the structure that is shown does with them: those that are not as
    /// <c>/api/case</c> has them. <c>/api/structures/{id}</c> has all.
    /// </summary>
    public required IReadOnlyList<SiteLine> Sites { get; init; }

    /// <summary>Offices of the structure that is shown; null where they are those <c>/api/case</c> has.</summary>
    public required IReadOnlyList<OfficeLine>? Offices { get; init; }

    /// <summary>Stands for the travel times on the map: the same as long as no place's time is another.</summary>
    public required string Surface { get; init; }

    /// <summary>Numbers of the edges closed to through traffic, in the roads layer of this version.</summary>
    public required IReadOnlyList<int> ClosedEdges { get; init; }

    /// <summary>Changes when the roads layer does.</summary>
    public required int RoadCount { get; init; }

    /// <summary>Whether roads are as in winter.</summary>
    public required bool IsWinter { get; init; }

    /// <summary>Names of kept scenarios.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Proposals to be settled.</summary>
    public required IReadOnlyList<LogLine> Proposals { get; init; }

    /// <summary>Objections with the structure they are pinned to.</summary>
    public required IReadOnlyList<ObjectionLine> Objections { get; init; }

    /// <summary>A line of the log.</summary>
    internal sealed record LogLine(long Number, DateTimeOffset At, string Author, string Text);

    /// <summary>An objection.</summary>
    internal sealed record ObjectionLine(long Number, DateTimeOffset At, string Author, string Structure, string Text);

    /// <summary>A site; <paramref name="OtherNames"/> are its names in other languages, null for none.</summary>
    internal sealed record SiteLine(string Id, string Name, string? OtherNames, string Municipality, double Longitude, double Latitude, double Days, string? Office, long People, bool IsMoved);

    /// <summary>An office.</summary>
    internal sealed record OfficeLine(string Name, string? Host, IReadOnlyList<string> Municipalities, long Inhabitants, decimal? Fte);

    /// <summary>The answer of a moment, in a language.</summary>
    public static AnswerResponse Of(MeetingView view, UserLanguage language, MapTiles tiles)
    {
        SituationLines lines = SituationLines.Of(view.Situation, language);
        PlanningCase original = view.Situation.Original;
        return new AnswerResponse
        {
            Version = view.State.Version,
            Chosen = lines.Now.Id,
            Now = lines.Now,
            Today = lines.Today,
            Indicators = lines.Indicators,
            Ledger = lines.Ledger,
            LedgerCount = lines.LedgerCount,
            Sentences = lines.Sentences,
            SentenceCount = lines.SentenceCount,
            Log = Lines(view, language, LatestEntries),
            LogCount = view.State.Log.Count,
            Edits = [.. view.State.Edits.Select(e => e.Sentence(original).In(language))],
            CanUndo = view.State.CanUndo,
            CanRedo = view.State.CanRedo,
            EditedStructures = lines.EditedStructures,
            Sites = lines.Sites,
            Offices = lines.Offices,
            Surface = tiles.KeyOf(view.Situation.Chosen.Access),
            ClosedEdges = lines.ClosedEdges,
            RoadCount = view.Situation.Roads.EdgeCount,
            IsWinter = view.State.Edits.OfType<SetWinter>().LastOrDefault()?.IsWinter ?? false,
            Scenarios = [.. view.State.Scenarios.Select(s => s.Key)],
            Proposals = [.. view.State.Proposals.Select(p => new LogLine(p.Number, p.At, p.Author, ((EditProposed)p.Event).Edit.Sentence(original).In(language)))],
            Objections = [.. view.State.Objections.Select(Objection)],
        };

        static ObjectionLine Objection(LogEntry entry)
        {
            var pinned = (ObjectionPinned)entry.Event;
            return new ObjectionLine(entry.Number, entry.At, entry.Author, pinned.Structure, pinned.Text);
        }
    }

    /// <summary>The log, newest first, at most so many entries of it.</summary>
    public static IReadOnlyList<LogLine> Lines(MeetingView view, UserLanguage language, int most)
    {
        var lines = new List<LogLine>();
        for (int i = view.State.Log.Count - 1; i >= 0 && lines.Count < most; i--)
        {
            LogEntry entry = view.State.Log[i];
            lines.Add(new LogLine(entry.Number, entry.At, entry.Author, LogSentence.Of(view.Situation.Original, entry.Event).In(language)));
        }
        return lines;
    }
}
