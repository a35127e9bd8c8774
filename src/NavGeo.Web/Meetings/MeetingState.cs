using System.Collections.Immutable;
using NavGeo.Planning.Edits;

namespace NavGeo.Web.Meetings;

/// <summary>Where a meeting stands after the entries of its log so far. Immutable.</summary>
public sealed record MeetingState
{
    /// <summary>A meeting that has not begun.</summary>
    public static MeetingState Empty { get; } = new();

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public long Version { get; private init; }

    /// <summary>Version of a meeting that waits for whoever leads to say how it begins.</summary>
    public const long NotBegun = -1;

    /// <summary>A meeting that waits for whoever leads to say how it begins.</summary>
    public static MeetingState Waiting { get; } = new() { Version = NotBegun };

    /// <summary>The edits that were made and not taken back, in their order, each on or switched off.</summary>
    public ImmutableList<StandingEdit> Standing { get; private init; } = [];

    /// <summary>Of these the ones in force.</summary>
    public ImmutableList<Edit> Edits { get; private init; } = [];

    /// <summary>The edits in force before the last step.</summary>
    public ImmutableList<Edit> EditsBefore { get; private init; } = [];

    /// <summary>The last entry that changed which edits are in force; null before the first.</summary>
    public LogEntry? LastStep { get; private init; }

    /// <summary>Number of the edit that the last step made or switched; null where it did something else.</summary>
    public int? EditOfLastStep => LastStep?.Event switch
    {
        EditSwitched switched => switched.Number,
        EditMade or ProposalSettled => Standing[^1].Number,
        _ => null,
    };

    /// <summary>Everything that happened.</summary>
    public ImmutableList<LogEntry> Log { get; private init; } = [];

    /// <summary>Edits by name of scenario, in the order they were first kept.</summary>
    public ImmutableList<KeyValuePair<string, ImmutableList<Edit>>> Scenarios { get; private init; } = [];

    /// <summary>Proposals nobody has settled yet.</summary>
    public ImmutableList<LogEntry> Proposals { get; private init; } = [];

    /// <summary>The entry that one is about, by its number: what was undone, done again or settled.</summary>
    public ImmutableDictionary<long, LogEntry> Subjects { get; private init; } = ImmutableDictionary<long, LogEntry>.Empty;

    /// <summary>The edit that an entry switched, by the entry's number.</summary>
    private ImmutableDictionary<long, StandingEdit> SwitchedBy { get; init; } = ImmutableDictionary<long, StandingEdit>.Empty;

    /// <summary>What stood before each step that can be undone, the last step last.</summary>
    private ImmutableStack<Step> Before { get; init; } = [];

    /// <summary>What stood after each step that was undone and can be redone, the nearest first.</summary>
    private ImmutableStack<Step> After { get; init; } = [];

    /// <summary>How many edits have been given a number.</summary>
    private int Numbered { get; init; }

    /// <summary>Whether there is a step to take back.</summary>
    public bool CanUndo => !Before.IsEmpty;

    /// <summary>Whether there is a step to do again.</summary>
    public bool CanRedo => !After.IsEmpty;

    /// <summary>The objections of the meeting that stand, in their order.</summary>
    public IEnumerable<LogEntry> Objections => Log.Where(e => e.Event is ObjectionPinned && !Withdrawn.Contains(e.Number));

    /// <summary>The answer to each objection that has one, by the objection's number; the last where there are several.</summary>
    public ImmutableDictionary<long, LogEntry> Answers { get; private init; } = ImmutableDictionary<long, LogEntry>.Empty;

    /// <summary>What is put to the vote, with who voted what; the last one last.</summary>
    public ImmutableList<Ballot> Ballots { get; private init; } = [];

    /// <summary>What became of proposals: the entries that settled them, the last one last.</summary>
    public ImmutableList<LogEntry> Settled { get; private init; } = [];

    private ImmutableHashSet<long> Withdrawn { get; init; } = [];

    /// <summary>The state after one entry more.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">There is nothing to undo, no such scenario, no such proposal.</exception>
    public MeetingState With(LogEntry entry)
    {
        MeetingState next = entry.Event switch
        {
            EditMade made => Make(made.Edit, entry),
            EditsCleared => Step([], entry),
            EditSwitched switched => Switch(switched, entry),
            EditUndone => Undo(entry),
            EditRedone => Redo(entry),
            ScenarioKept kept => Keep(kept.Name, Edits),
            ScenarioOpened opened => Open(Scenario(opened.Name), entry),
            ScenarioTakenIn taken => Keep(taken.Name, taken.Edits).Open(taken.Edits, entry),
            ScenarioRenamed renamed => Rename(renamed),
            ScenarioDeleted deleted => this with { Scenarios = Scenarios.RemoveAt(IndexOfScenario(deleted.Name)) },
            EditProposed => this with { Proposals = Proposals.Add(entry) },
            ProposalSettled settled => Settle(settled, entry) with { Settled = Settled.Add(entry) },
            ObjectionAnswered answered => this with { Answers = Answers.SetItem(Objection(answered.Number).Number, entry), Subjects = Subjects.SetItem(entry.Number, Objection(answered.Number)) },
            ObjectionWithdrawn withdrawn => Withdraw(withdrawn, entry),
            QuestionPut => this with { Ballots = Ballots.Add(new Ballot(entry, IsOpen: true, ImmutableDictionary<string, int>.Empty)) },
            QuestionClosed closed => OnBallot(closed.Number, entry, ballot => ballot with { IsOpen = false }),
            VoteCast vote => OnBallot(vote.Number, entry, ballot => ballot.With(entry.Author, vote.Choice)),
            _ => this,
        };
        return next with { Version = entry.Number, Log = Log.Add(entry) };
    }

    /// <summary>The edit that an entry of the log switched on or off.</summary>
    public StandingEdit Switched(long entry) => SwitchedBy[entry];

    /// <summary>A meeting of one's own that begins where this one stands; nothing is done in it yet.</summary>
    public MeetingState Fork() => new() { Standing = Standing, Edits = Edits, EditsBefore = Edits, Numbered = Numbered };

    /// <summary>The edits of a kept scenario.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">There is none of that name.</exception>
    public ImmutableList<Edit> Scenario(string name) => Scenarios[IndexOfScenario(name)].Value;

    private int IndexOfScenario(string name) => Scenarios.FindIndex(s => s.Key == name) is >= 0 and var at ? at : throw EditFault.Of("web.wrong.scenario", name);

    private MeetingState Rename(ScenarioRenamed renamed)
    {
        int at = IndexOfScenario(renamed.Name);
        if (renamed.To != renamed.Name && Scenarios.Exists(s => s.Key == renamed.To)) throw EditFault.Of("web.wrong.scenarioTaken", renamed.To);
        return this with { Scenarios = Scenarios.SetItem(at, new(renamed.To, Scenarios[at].Value)) };
    }

    /// <summary>An edit is added, in place of those it says anew; one that is in force already is not made twice.</summary>
    private MeetingState Make(Edit edit, LogEntry entry, LogEntry? by = null)
    {
        if (Standing.Exists(s => s.IsOn && s.Edit == edit)) throw EditFault.Of("web.wrong.again");
        ImmutableList<StandingEdit> others = Standing.RemoveAll(s => edit.Replaces(s.Edit));
        return (this with { Numbered = Numbered + 1 }).Step(others.Add(new StandingEdit(Numbered + 1, edit, by ?? entry, IsOn: true)), entry);
    }

    private MeetingState Open(ImmutableList<Edit> edits, LogEntry entry) => (this with { Numbered = Numbered + edits.Count }).Step(
        [.. edits.Select((e, i) => new StandingEdit(Numbered + 1 + i, e, entry, IsOn: true))], entry);

    private MeetingState Switch(EditSwitched switched, LogEntry entry)
    {
        int at = Standing.FindIndex(s => s.Number == switched.Number);
        if (at < 0) throw EditFault.Of("web.wrong.noEdit");
        MeetingState state = this with { SwitchedBy = SwitchedBy.SetItem(entry.Number, Standing[at]) };
        return Standing[at].IsOn == switched.IsOn ? state : state.Step(Standing.SetItem(at, Standing[at] with { IsOn = switched.IsOn }), entry);
    }

    private MeetingState Undo(LogEntry entry)
    {
        if (Before.IsEmpty) throw EditFault.Of("web.wrong.nothingToUndo");
        Step step = Before.Peek();
        return Stand(step.Standing, entry) with { Before = Before.Pop(), After = After.Push(step with { Standing = Standing }), Subjects = Subjects.SetItem(entry.Number, step.By) };
    }

    private MeetingState Redo(LogEntry entry)
    {
        if (After.IsEmpty) throw EditFault.Of("web.wrong.nothingToRedo");
        Step step = After.Peek();
        return Stand(step.Standing, entry) with { After = After.Pop(), Before = Before.Push(step with { Standing = Standing }), Subjects = Subjects.SetItem(entry.Number, step.By) };
    }

    private MeetingState Step(ImmutableList<StandingEdit> standing, LogEntry entry) =>
        Stand(standing, entry) with { Before = Before.Push(new Step(Standing, entry)), After = [] };

    private MeetingState Stand(ImmutableList<StandingEdit> standing, LogEntry entry) => this with
    {
        Standing = standing,
        Edits = [.. standing.Where(s => s.IsOn).Select(s => s.Edit)],
        EditsBefore = Edits,
        LastStep = entry,
    };

    private MeetingState Keep(string name, ImmutableList<Edit> edits)
    {
        KeyValuePair<string, ImmutableList<Edit>> scenario = new(name, edits);
        int at = Scenarios.FindIndex(s => s.Key == name);
        return this with { Scenarios = at < 0 ? Scenarios.Add(scenario) : Scenarios.SetItem(at, scenario) };
    }

    private LogEntry Objection(long number) => Objections.FirstOrDefault(o => o.Number == number) ?? throw EditFault.Of("web.wrong.objection", number);

    private MeetingState Withdraw(ObjectionWithdrawn withdrawn, LogEntry entry)
    {
        LogEntry objection = Objection(withdrawn.Number);
        if (objection.Author != entry.Author || objection.Role != entry.Role) throw EditFault.Of("web.wrong.notYours");
        return this with { Withdrawn = Withdrawn.Add(objection.Number), Subjects = Subjects.SetItem(entry.Number, objection) };
    }

    private MeetingState OnBallot(long number, LogEntry entry, Func<Ballot, Ballot> change)
    {
        int at = Ballots.FindIndex(b => b.Question.Number == number && b.IsOpen);
        if (at < 0) throw EditFault.Of("web.wrong.ballot");
        return this with { Ballots = Ballots.SetItem(at, change(Ballots[at])), Subjects = Subjects.SetItem(entry.Number, Ballots[at].Question) };
    }

    private MeetingState Settle(ProposalSettled settled, LogEntry entry)
    {
        LogEntry proposal = Proposals.Find(p => p.Number == settled.Number)
            ?? throw EditFault.Of("web.wrong.proposal", settled.Number);
        MeetingState state = this with { Proposals = Proposals.Remove(proposal), Subjects = Subjects.SetItem(entry.Number, proposal) };
        return settled.IsTaken && proposal.Event is EditProposed proposed ? state.Make(proposed.Edit, entry, proposal) : state;
    }
}

/// <summary>An edit that was made in a meeting and not taken back.</summary>
/// <param name="Number">By which it is switched; no other edit of the meeting has it.</param>
/// <param name="Edit">What.</param>
/// <param name="By">The entry that made it, or proposed it.</param>
/// <param name="IsOn">Whether it is in force.</param>
public sealed record StandingEdit(int Number, Edit Edit, LogEntry By, bool IsOn);

/// <summary>A question that is put to the vote.</summary>
/// <param name="Question">The entry that put it.</param>
/// <param name="IsOpen">Whether votes are still taken.</param>
/// <param name="Votes">What each has chosen, by name.</param>
public sealed record Ballot(LogEntry Question, bool IsOpen, ImmutableDictionary<string, int> Votes)
{
    /// <summary>What is asked.</summary>
    public QuestionPut Put => (QuestionPut)Question.Event;

    /// <summary>How many have chosen each.</summary>
    public IReadOnlyList<int> Counts => [.. Put.Choices.Select((_, choice) => Votes.Values.Count(v => v == choice))];

    /// <summary>The same with somebody's vote.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">There is no such choice.</exception>
    internal Ballot With(string author, int choice) => choice >= 0 && choice < Put.Choices.Count
        ? this with { Votes = Votes.SetItem(author, choice) }
        : throw EditFault.Of("web.wrong.ballot");
}

/// <summary>What stood on one side of a step, and the entry that made the step.</summary>
internal sealed record Step(ImmutableList<StandingEdit> Standing, LogEntry By);
