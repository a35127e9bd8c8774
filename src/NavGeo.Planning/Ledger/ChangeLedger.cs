using NavGeo.Planning.Access;

namespace NavGeo.Planning.Ledger;

/// <summary>
/// The ledger of one structure against the baseline: what it changes for every place, municipality and the whole case.
/// Immutable.
/// </summary>
public sealed class ChangeLedger
{
    private readonly Lazy<PlaceChange[]> places;

    private ChangeLedger(PlanningCase planningCase, StructureChange change, ContactRate contacts)
    {
        Case = planningCase;
        Change = change;
        Contacts = contacts;
        Demand demand = planningCase.Demand;
        places = new(() => [.. Enumerable.Range(0, demand.Count).Select(Place)]);
        var total = new LedgerTally();
        LedgerTally[] byMunicipality = [.. planningCase.Municipalities.Select(_ => new LedgerTally())];
        ReadOnlySpan<int> people = demand.People, municipalities = demand.Municipalities;
        ReadOnlySpan<int> before = change.From.Assignment.Milliseconds, after = change.To.Assignment.Milliseconds;
        double[] daysBefore = OpenDays(change.From), daysAfter = OpenDays(change.To);
        ReadOnlySpan<int> siteBefore = change.From.Assignment.Sites, siteAfter = change.To.Assignment.Sites;
        for (int place = 0; place < people.Length; place++)
        {
            if (municipalities[place] < 0) continue;
            byMunicipality[municipalities[place]].Add(
                place, people[place], before[place], after[place], (DaysAt(daysBefore, siteBefore[place]), DaysAt(daysAfter, siteAfter[place])));
        }
        foreach (LedgerTally municipality in byMunicipality) total.Add(municipality);
        Total = total.ToRow(-1, change.Total, contacts);
        Municipalities = [.. byMunicipality.Select((t, m) => t.ToRow(m, change.ByMunicipality[m], contacts))];
    }

    /// <summary>The case.</summary>
    public PlanningCase Case { get; }

    /// <summary>The two structures.</summary>
    public StructureChange Change { get; }

    /// <summary>What turns minutes into hours a year.</summary>
    public ContactRate Contacts { get; }

    /// <summary>The whole case.</summary>
    public LedgerRow Total { get; }

    /// <summary>In the case's order; none is left out.</summary>
    public IReadOnlyList<LedgerRow> Municipalities { get; }

    /// <summary>Every place of the demand, touched or not, in its order.</summary>
    public ReadOnlySpan<PlaceChange> Places => places.Value;

    /// <summary>One place of the demand.</summary>
    public PlaceChange Place(int place) => new(
        place, Case.Demand.People[place], Change.From.Assignment.TimeOf(place), Change.To.Assignment.TimeOf(place));

    /// <summary>The municipalities, those first where most people lose (access or time), then where most hours are lost.</summary>
    public IReadOnlyList<LedgerRow> ByLoss =>
    [
        .. Municipalities.OrderByDescending(r => r.Change.Lose + r.Change.LoseAccess).ThenByDescending(r => r.HoursNet)
            .ThenBy(r => r.Municipality),
    ];

    /// <summary>Days a week each site of the case is open under a structure.</summary>
    private double[] OpenDays(StructureAccess access) => [.. Case.Sites.Select(s => access.Structure.OpenDaysOf(s.Id))];

    private static double DaysAt(double[] days, int site) => site == SiteAssignment.NoSite ? 0 : days[site];

    /// <summary>The ledger of a change.</summary>
    /// <param name="study">What was measured.</param>
    /// <param name="change">A structure against the baseline.</param>
    /// <param name="contacts">How often people visit an office.</param>
    public static ChangeLedger Of(AccessStudy study, StructureChange change, ContactRate contacts) =>
        new(study.Case, change, contacts);
}
