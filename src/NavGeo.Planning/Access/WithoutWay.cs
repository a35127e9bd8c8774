using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Access;

/// <summary>Who reaches no open site under a structure, for which reason, and where most of them live. Immutable.</summary>
/// <param name="People">Inhabitants; 0 where only places are hit at which too few live to be told.</param>
/// <param name="Reasons">How many for each reason that there is; they add up to <paramref name="People"/>.</param>
/// <param name="Largest">Index into the demand of the place with most of them.</param>
/// <param name="MaximumOffRoadKilometres">Nobody who lives farther than this from a road is taken to have one.</param>
public sealed record WithoutWay(long People, IReadOnlyList<(AccessState Reason, long People)> Reasons, int Largest, double MaximumOffRoadKilometres)
{
    /// <summary>Of one municipality, or of all; null where everybody reaches a site.</summary>
    /// <param name="planningCase">Whose people.</param>
    /// <param name="access">Who goes where.</param>
    /// <param name="municipality">Index into the case's municipalities; null for all.</param>
    public static WithoutWay? Of(PlanningCase planningCase, StructureAccess access, int? municipality = null)
    {
        Demand demand = planningCase.Demand;
        var people = new SortedDictionary<AccessState, long>();
        (int largest, int most) = (-1, -1);
        for (int place = 0; place < demand.Count; place++)
        {
            AccessState state = access.Assignment.States[place];
            if (state is AccessState.Served or AccessState.Outside || (municipality is { } only && demand.Municipalities[place] != only)) continue;
            if (!demand.IsInhabited(place)) continue;
            int here = demand.People[place];
            people[state] = people.GetValueOrDefault(state) + here;
            if (here > most) (largest, most) = (place, here);
        }
        return largest < 0 ? null
            : new WithoutWay(people.Values.Sum(), [.. people.Where(p => p.Value > 0).Select(p => (p.Key, p.Value))], largest, planningCase.Profile.MaximumOffRoadMetres / 1000);
    }

    /// <summary>The reasons with their numbers: "539 live across water, 456 live farther than 15 km from the network".</summary>
    public string Said(Phrasebook texts) => string.Join(", ", Reasons.Select(r => texts.Say(
        (Reasons.Count == 1 ? "report.without.all." : "report.without.") + r.Reason switch { AccessState.AcrossWater => "across-water", AccessState.NoRoad => "no-road", _ => "not-connected" }, r.People, MaximumOffRoadKilometres)));
}
