using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;

namespace NavGeo.Planning.Comparing;

/// <summary>
/// The ledger of one structure against the baseline: what it changes for every place, municipality and the whole case.
/// Immutable.
/// </summary>
public sealed class ChangeLedger
{
    private readonly Lazy<PlaceChange[]> places;

    private ChangeLedger(AccessStudy study, StructureChange change, ContactRate contacts)
    {
        PlanningCase planningCase = study.Case;
        Case = planningCase;
        Change = change;
        Contacts = contacts;
        Demand demand = planningCase.Demand;
        places = new(() => [.. Enumerable.Range(0, demand.Count).Select(Place)]);
        var total = new LedgerTally();
        LedgerTally[] byMunicipality = [.. planningCase.Municipalities.Select(_ => new LedgerTally())];
        ReadOnlySpan<int> people = demand.People, municipalities = demand.Municipalities;
        ReadOnlySpan<int> before = change.From.Assignment.Milliseconds, after = change.To.Assignment.Milliseconds;
        // One of the two may have a site that the other has not yet, or no more.
        IReadOnlyList<double> daysBefore = change.From.DaysBySite, daysAfter = change.To.DaysBySite;
        ReadOnlySpan<int> siteBefore = change.From.Assignment.Sites, siteAfter = change.To.Assignment.Sites;
        bool[] isDead = DeadPieces.Of(study.Scenario.Graph);
        var beyond = new long[byMunicipality.Length];
        for (int place = 0; place < people.Length; place++)
        {
            if (municipalities[place] < 0) continue;
            RoadSnap snap = study.Places[place].Snap;
            bool isBeyond = before[place] == TravelTime.UnreachableMilliseconds && after[place] == TravelTime.UnreachableMilliseconds
                && (snap.State == SnapState.AcrossWater || (snap.Edge >= 0 && isDead[snap.Edge]));
            if (isBeyond) beyond[municipalities[place]] += people[place];
            byMunicipality[municipalities[place]].Add(
                place, people[place], before[place], after[place], (DaysAt(daysBefore, siteBefore[place]), DaysAt(daysAfter, siteAfter[place])),
                demand.IsFew(place), isBeyond);
        }
        foreach (LedgerTally municipality in byMunicipality) total.Add(municipality);
        Total = total.ToRow(-1, change.Total, contacts);
        BeyondMap = [.. beyond.Index().Where(m => m.Item > 0).OrderByDescending(m => m.Item).Select(m => new BeyondMap(planningCase.Municipalities[m.Index].Name, m.Item))];
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

    /// <summary>Municipalities where people live to whom the map has no way, those with most first.</summary>
    public IReadOnlyList<BeyondMap> BeyondMap { get; }

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

    private static double DaysAt(IReadOnlyList<double> days, int site) => site == SiteAssignment.NoSite ? 0 : days[site];

    /// <summary>The ledger of a change.</summary>
    /// <param name="study">What was measured.</param>
    /// <param name="change">A structure against the baseline.</param>
    /// <param name="contacts">How often people visit an office.</param>
    public static ChangeLedger Of(AccessStudy study, StructureChange change, ContactRate contacts) =>
        new(study, change, contacts);
}

/// <summary>
/// People whose site is open fewer (or more) days a week than the one they go to under the baseline, whether or not
/// their way changes. Those without access before or after are not among them.
/// </summary>
/// <param name="People">How many.</param>
/// <param name="PersonDaysBefore">Sum over them of the days a week their site is open under the baseline.</param>
/// <param name="PersonDaysAfter">The same under the structure.</param>
public readonly record struct DayChange(long People, double PersonDaysBefore, double PersonDaysAfter)
{
    /// <summary>Mean days a week before; 0 where there is nobody.</summary>
    public double MeanBefore => People == 0 ? 0 : PersonDaysBefore / People;

    /// <summary>Mean days a week after; 0 where there is nobody.</summary>
    public double MeanAfter => People == 0 ? 0 : PersonDaysAfter / People;

    /// <summary>The same with more people.</summary>
    public DayChange With(long people, double before, double after) =>
        new(People + people, PersonDaysBefore + people * before, PersonDaysAfter + people * after);

    /// <summary>Both together.</summary>
    public static DayChange operator +(DayChange one, DayChange other) => new(
        one.People + other.People, one.PersonDaysBefore + other.PersonDaysBefore, one.PersonDaysAfter + other.PersonDaysAfter);
}

/// <summary>What a structure changes for one place.</summary>
/// <param name="Place">Index into the demand.</param>
/// <param name="People">Who live there.</param>
/// <param name="Before">Time one way under the baseline.</param>
/// <param name="After">Time one way under the structure.</param>
public readonly record struct PlaceChange(int Place, int People, TravelTime Before, TravelTime After)
{
    /// <summary>Whether anything changes; false to the millisecond where nothing touches the place.</summary>
    public bool IsChanged => Before != After;

    /// <summary>Milliseconds one way, positive for longer, exactly 0 for unchanged; null where access is lost or gained.</summary>
    public long? Difference => !IsChanged ? 0
        : Before.IsReachable && After.IsReachable ? (long)After.Milliseconds - Before.Milliseconds
        : null;
}
