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

    /// <summary>Edits in force, in their order.</summary>
    public ImmutableList<Edit> Edits { get; private init; } = [];

    /// <summary>Everything that happened.</summary>
    public ImmutableList<LogEntry> Log { get; private init; } = [];

    /// <summary>Edits by name of scenario, in the order they were first kept.</summary>
    public ImmutableList<KeyValuePair<string, ImmutableList<Edit>>> Scenarios { get; private init; } = [];

    /// <summary>Proposals nobody has settled yet.</summary>
    public ImmutableList<LogEntry> Proposals { get; private init; } = [];

    /// <summary>Edits before each step that can be undone, the last step last.</summary>
    private ImmutableStack<ImmutableList<Edit>> Before { get; init; } = [];

    /// <summary>Edits after each step that was undone and can be redone, the nearest first.</summary>
    private ImmutableStack<ImmutableList<Edit>> After { get; init; } = [];

    /// <summary>Whether there is a step to take back.</summary>
    public bool CanUndo => !Before.IsEmpty;

    /// <summary>Whether there is a step to do again.</summary>
    public bool CanRedo => !After.IsEmpty;

    /// <summary>The objections of the meeting, in their order.</summary>
    public IEnumerable<LogEntry> Objections => Log.Where(e => e.Event is ObjectionPinned);

    /// <summary>The state after one entry more.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">There is nothing to undo, no such scenario, no such proposal.</exception>
    public MeetingState With(LogEntry entry)
    {
        MeetingState next = entry.Event switch
        {
            EditMade made => Step(Edits.Add(made.Edit)),
            EditsCleared => Step([]),
            EditUndone => Before.IsEmpty
                ? throw EditFault.Of("web.wrong.nothingToUndo")
                : this with { Edits = Before.Peek(), Before = Before.Pop(), After = After.Push(Edits) },
            EditRedone => After.IsEmpty
                ? throw EditFault.Of("web.wrong.nothingToRedo")
                : this with { Edits = After.Peek(), After = After.Pop(), Before = Before.Push(Edits) },
            ScenarioKept kept => Keep(kept.Name, Edits),
            ScenarioOpened opened => Step(Scenario(opened.Name)),
            ScenarioTakenIn taken => Keep(taken.Name, taken.Edits).Step(taken.Edits),
            EditProposed => this with { Proposals = Proposals.Add(entry) },
            ProposalSettled settled => Settle(settled),
            _ => this,
        };
        return next with { Version = entry.Number, Log = Log.Add(entry) };
    }

    /// <summary>The edits of a kept scenario.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">There is none of that name.</exception>
    public ImmutableList<Edit> Scenario(string name)
    {
        int at = Scenarios.FindIndex(s => s.Key == name);
        return at >= 0 ? Scenarios[at].Value : throw EditFault.Of("web.wrong.scenario", name);
    }

    private MeetingState Step(ImmutableList<Edit> edits) => this with { Edits = edits, Before = Before.Push(Edits), After = [] };

    private MeetingState Keep(string name, ImmutableList<Edit> edits)
    {
        KeyValuePair<string, ImmutableList<Edit>> scenario = new(name, edits);
        int at = Scenarios.FindIndex(s => s.Key == name);
        return this with { Scenarios = at < 0 ? Scenarios.Add(scenario) : Scenarios.SetItem(at, scenario) };
    }

    private MeetingState Settle(ProposalSettled settled)
    {
        LogEntry proposal = Proposals.Find(p => p.Number == settled.Number)
            ?? throw EditFault.Of("web.wrong.proposal", settled.Number);
        MeetingState state = this with { Proposals = Proposals.Remove(proposal) };
        return settled.IsTaken && proposal.Event is EditProposed proposed ? state.Step(Edits.Add(proposed.Edit)) : state;
    }
}
