using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Comparing;

/// <summary>Structures of a case side by side, each held against the baseline, which is always the first.</summary>
public sealed record Comparison
{
    private readonly Lazy<StructureAccess> today;

    private Comparison(Lazy<StructureAccess> today) => this.today = today;

    /// <summary>What was measured.</summary>
    public required AccessStudy Study { get; init; }

    /// <summary>The baseline first, then the others in the order asked for.</summary>
    public required IReadOnlyList<ComparedStructure> Structures { get; init; }

    /// <summary>How often people visit an office: turns minutes a trip into hours a year.</summary>
    public required ContactRate Contacts { get; init; }

    /// <summary>
    /// The one meaning of "today": the baseline in the case as it was read, on its own roads, whatever edits the others are
    /// measured under. The first of <see cref="Structures"/> is the same only where <see cref="Yardstick.IsToday"/>.
    /// </summary>
    public StructureAccess Today => today.Value;

    /// <summary>What the structures are held against, and what that is called.</summary>
    public Yardstick Yardstick => Yardstick.Of(Study);

    /// <summary>A structure held against today: what all that is changed and the structure do together.</summary>
    public ComparedStructure AgainstToday(ComparedStructure structure) => structure.Against(Today);

    /// <summary>Compares structures.</summary>
    /// <param name="study">The measured case.</param>
    /// <param name="ids">Structures to show beside the baseline, in this order; all of the case where empty.</param>
    /// <param name="rule">Which sites people may go to; the nearest open one where null.</param>
    /// <param name="contacts">Visits per inhabitant and year; <see cref="ContactRate.Of"/> where null.</param>
    /// <param name="today">The baseline before any edit, where it is measured already; measured when first asked for where null.</param>
    /// <exception cref="ArgumentException">The case has no such structure.</exception>
    public static Comparison Of(
        AccessStudy study, IReadOnlyList<string> ids, AccessRule? rule = null, ContactRate? contacts = null, StructureAccess? today = null)
    {
        AccessRule asked = rule ?? AccessRule.Nearest;
        ContactRate visits = contacts ?? ContactRate.Of(study.Case);
        PlanningCase planningCase = study.Case;
        var baseline = new ComparedStructure(study, planningCase.GetStructure(planningCase.Baseline), asked, visits, baseline: null);
        IEnumerable<string> others = ids.Count > 0 ? ids : planningCase.Structures.Select(s => s.Id);
        IEnumerable<ComparedStructure> compared = others.Distinct(StringComparer.Ordinal).Where(id => id != planningCase.Baseline)
            .Select(id => new ComparedStructure(study, planningCase.GetStructure(id), asked, visits, baseline));
        Lazy<StructureAccess> known = today is null ? new(() => Yardstick.Of(study).IsToday ? baseline.Access : Before(study, asked)) : new(today);
        return new Comparison(known) { Study = study, Structures = [baseline, .. compared], Contacts = visits };
    }

    /// <summary>The baseline of the case as it was read, on its own roads, for the people of a study; what the edits leave as it is, is not made again.</summary>
    private static StructureAccess Before(AccessStudy study, AccessRule rule)
    {
        PlanningCase read = (study.Case.AsRead ?? study.Case) with { Demand = study.Case.Demand };
        return study.With(read, []).Access(read.GetStructure(read.Baseline), rule);
    }

    /// <summary>The same structures and rule in another study of the case: with other people, say.</summary>
    public Comparison On(AccessStudy study) => Of(study, [.. Structures.Select(s => s.Structure.Id)], Structures[0].Rule, Contacts);
}

/// <summary>
/// One structure in a comparison. Each part is computed when first asked for and then kept: a meeting that looks at one
/// of nine structures pays for one. Immutable to its readers; any number of threads may ask.
/// </summary>
public sealed class ComparedStructure
{
    private readonly Lazy<StructureAccess> access;
    private readonly Lazy<StructureChange> change;
    private readonly Lazy<IReadOnlyList<OfficeSize>> offices;
    private readonly Lazy<ChangeLedger> ledger;
    private readonly Lazy<StructureReach> reach;
    private readonly Lazy<StructureAccess> overTheWeek;
    private readonly Lazy<StructureChange> changeOverTheWeek;
    private readonly AccessStudy study;
    private readonly ContactRate contacts;

    /// <param name="study">What was measured.</param>
    /// <param name="structure">One of the case's.</param>
    /// <param name="rule">Which sites people may go to.</param>
    /// <param name="contacts">What turns minutes into hours a year.</param>
    /// <param name="baseline">What it is held against; null for the baseline itself.</param>
    internal ComparedStructure(AccessStudy study, Structure structure, AccessRule rule, ContactRate contacts, ComparedStructure? baseline)
    {
        (this.study, this.contacts) = (study, contacts);
        Structure = structure;
        Rule = rule;
        access = new(() => study.Access(structure, rule));
        change = new(() => StructureChange.Between(study.Case, (baseline ?? this).Access, Access));
        offices = new(() => OfficeSize.Of(study.Case, structure));
        ledger = new(() => ChangeLedger.Of(study, Change, contacts));
        reach = new(() => study.Reach(structure));
        overTheWeek = new(() => rule == AccessRule.OpeningDays || (rule == AccessRule.Nearest && structure.IsOpenAllWeek)
            ? Access : study.Access(structure, AccessRule.OpeningDays));
        changeOverTheWeek = new(() => StructureChange.Between(study.Case, (baseline ?? this).OverTheWeek, OverTheWeek));
    }

    private ComparedStructure(ComparedStructure of, StructureAccess other)
    {
        (study, contacts, Structure, Rule) = (of.study, of.contacts, of.Structure, of.Rule);
        (access, offices, reach, overTheWeek, changeOverTheWeek) = (of.access, of.offices, of.reach, of.overTheWeek, of.changeOverTheWeek);
        change = new(() => StructureChange.Between(study.Case, other, Access));
        ledger = new(() => ChangeLedger.Of(study, Change, contacts));
    }

    /// <summary>The same held against something else than the baseline: the baseline before any edit, say.</summary>
    public ComparedStructure Against(StructureAccess other) => new(this, other);

    /// <summary>The case it is a structure of.</summary>
    public PlanningCase Case => study.Case;

    /// <summary>The structure.</summary>
    public Structure Structure { get; }

    /// <summary>Which sites people may go to.</summary>
    public AccessRule Rule { get; }

    /// <summary>What it means for the inhabitants.</summary>
    public StructureAccess Access => access.Value;

    /// <summary>The same, held against the baseline; no change at all for the baseline itself.</summary>
    public StructureChange Change => change.Value;

    /// <summary>How large its offices are.</summary>
    public IReadOnlyList<OfficeSize> Offices => offices.Value;

    /// <summary>Who gains and who loses, municipality by municipality and place by place.</summary>
    public ChangeLedger Ledger => ledger.Value;

    /// <summary>What it means for people who come on any of the five weekdays, whatever rule the comparison follows.</summary>
    public StructureAccess OverTheWeek => overTheWeek.Value;

    /// <summary>That held against the same of the baseline.</summary>
    public StructureChange ChangeOverTheWeek => changeOverTheWeek.Value;

    /// <summary>Whether the case's network has boats that take people only; without one nobody can be told to depend on them.</summary>
    public bool HasPassengerBoats => study.HasPassengerBoats;

    /// <summary>Who depends on a ferry or a boat.</summary>
    public StructureReach Reach => reach.Value;
}
