using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;
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

    /// <summary>
    /// All that the meeting does: the structure that is shown against today. <c>/api/ledger</c> and <c>/api/sentences</c> have all of it.
    /// </summary>
    public required ChangeLines Altogether { get; init; }

    /// <summary>The last step by itself, against what was before it (<c>?since=step</c> there); null before the first.</summary>
    public required StepLine? Step { get; init; }

    /// <summary>The last of the log, newest first; <c>/api/log</c> has all of it.</summary>
    public required IReadOnlyList<LogLine> Log { get; init; }

    /// <summary>How many entries the log has.</summary>
    public required int LogCount { get; init; }

    /// <summary>The edits that were made and not taken back, in their order, those too that are switched off.</summary>
    public required IReadOnlyList<EditLine> Edits { get; init; }

    /// <summary>Stands for what <c>/api/drawn</c> tells of the edits in force.</summary>
    public required string Drawn { get; init; }

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

    /// <summary>What there is to say of offices of the structure that is shown none of whose sites is open.</summary>
    public required IReadOnlyList<string> ClosedOffices { get; init; }

    /// <summary>Stands for the travel times on the map: the same as long as no place's time is another.</summary>
    public required string Surface { get; init; }

    /// <summary>Changes when the roads layer does.</summary>
    public required int RoadCount { get; init; }

    /// <summary>Whether roads are as in winter.</summary>
    public required bool IsWinter { get; init; }

    /// <summary>Names of kept scenarios.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Proposals to be settled.</summary>
    public required IReadOnlyList<ProposalLine> Proposals { get; init; }

    /// <summary>What became of the last proposals, the last one first.</summary>
    public required IReadOnlyList<SettledLine> Settled { get; init; }

    /// <summary>What is put to the vote, the last one first.</summary>
    public required IReadOnlyList<BallotLine> Ballots { get; init; }

    /// <summary>Objections with the structure they are pinned to.</summary>
    public required IReadOnlyList<ObjectionLine> Objections { get; init; }

    /// <summary>A line of the log.</summary>
    internal sealed record LogLine(long Number, DateTimeOffset At, string Author, bool IsPresenter, string Text);

    /// <summary>A proposal nobody has settled; <c>/api/trials</c> tells what its edit would do.</summary>
    internal sealed record ProposalLine(long Number, DateTimeOffset At, string Author, bool IsPresenter, string Text, Edit Edit);

    /// <summary>What became of a proposal.</summary>
    internal sealed record SettledLine(long Number, DateTimeOffset At, string Author, string Text, bool IsTaken);

    /// <summary>A question and its votes: the counts and no names.</summary>
    internal sealed record BallotLine(long Number, DateTimeOffset At, string Question, IReadOnlyList<string> Choices, IReadOnlyList<int> Counts, bool IsOpen);

    /// <summary>An objection, and what who leads answered; null where nothing.</summary>
    internal sealed record ObjectionLine(long Number, DateTimeOffset At, string Author, bool IsPresenter, string Structure, string Text, string? Answer);

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
            Altogether = lines.Altogether,
            Step = StepOf(view, language, tiles),
            Log = Lines(view, language, LatestEntries),
            LogCount = view.State.Log.Count,
            Edits = [.. view.State.Standing.Select(s => new EditLine(s.Number, s.Edit.Title(original).In(language), Edit.KindOf(s.Edit), s.By.Author, IsPresenter(s.By), s.By.At, s.IsOn))],
            Drawn = string.Join('-', view.State.Standing.Where(s => s.IsOn).Select(s => s.Number)),
            CanUndo = view.State.CanUndo,
            CanRedo = view.State.CanRedo,
            EditedStructures = lines.EditedStructures,
            Sites = lines.Sites,
            Offices = lines.Offices,
            ClosedOffices = [.. Planning.Cases.ClosedOffices.Of(view.Situation.Case, view.Situation.Chosen.Structure).Select(s => s.In(language))],
            Surface = tiles.KeyOf(view.Situation.Chosen.Access),
            RoadCount = view.Situation.Roads.EdgeCount,
            IsWinter = view.Situation.Case.StandingEdits.OfType<WinterSeason>().Any(),
            Scenarios = [.. view.State.Scenarios.Select(s => s.Key)],
            Proposals = [.. view.State.Proposals.Select(p => new ProposalLine(p.Number, p.At, p.Author, IsPresenter(p), Proposed(p).Title(original).In(language), Proposed(p)))],
            Settled = [.. Enumerable.Reverse(view.State.Settled).Take(LatestEntries).Select(Settling)],
            Ballots = [.. Enumerable.Reverse(view.State.Ballots).Take(LatestEntries).Select(b => new BallotLine(b.Question.Number, b.Question.At, b.Put.Text, b.Put.Choices, b.Counts, b.IsOpen))],
            Objections = [.. view.State.Objections.Select(Objection)],
        };

        static Edit Proposed(LogEntry proposal) => ((EditProposed)proposal.Event).Edit;

        SettledLine Settling(LogEntry entry)
        {
            LogEntry proposal = view.State.Subjects[entry.Number];
            return new SettledLine(proposal.Number, entry.At, proposal.Author, Proposed(proposal).Title(original).In(language), ((ProposalSettled)entry.Event).IsTaken);
        }

        ObjectionLine Objection(LogEntry entry)
        {
            var pinned = (ObjectionPinned)entry.Event;
            return new ObjectionLine(entry.Number, entry.At, entry.Author, IsPresenter(entry), pinned.Structure, pinned.Text, view.State.Answers.TryGetValue(entry.Number, out LogEntry? answer) ? ((ObjectionAnswered)answer.Event).Text : null);
        }
    }

    private static bool IsPresenter(LogEntry entry) => entry.Role == Role.Presenter;

    private static StepLine? StepOf(MeetingView view, UserLanguage language, MapTiles tiles) => view.State.LastStep is not { } entry ? null : new StepLine(
        LogSentence.Of(view.Situation.Original, view.State, entry).In(language),
        entry.Author,
        IsPresenter(entry),
        entry.At,
        view.State.EditOfLastStep,
        tiles.KeyOf(view.Before.Chosen.Access),
        ChangeLines.Of(view.SinceStep, language));

    /// <summary>The log, newest first, at most so many entries of it.</summary>
    public static IReadOnlyList<LogLine> Lines(MeetingView view, UserLanguage language, int most)
    {
        var lines = new List<LogLine>();
        for (int i = view.State.Log.Count - 1; i >= 0 && lines.Count < most; i--)
        {
            LogEntry entry = view.State.Log[i];
            lines.Add(new LogLine(entry.Number, entry.At, entry.Author, IsPresenter(entry), LogSentence.Of(view.Situation.Original, view.State, entry).In(language)));
        }
        return lines;
    }
}
