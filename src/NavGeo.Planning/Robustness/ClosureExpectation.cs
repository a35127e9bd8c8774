using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Routing;

namespace NavGeo.Planning.Robustness;

/// <summary>
/// What closures cost in a usual year: the hours a pass or a ferry is closed times those who depend on it. Who has no way meanwhile counts days
/// without service, whether they had an errand or not; who gets a longer way counts the hours more of the visits that fall on it,
/// as if visits were spread evenly over the hours of the year. Closures are taken one at a time.
/// </summary>
/// <param name="Closure">What is closed, and for how long.</param>
/// <param name="Structure">Whose open sites people go to.</param>
/// <param name="CutOff">People without a way to any open site meanwhile.</param>
/// <param name="Longer">People with a longer way meanwhile.</param>
/// <param name="PersonDays">Days a year without service, people times days.</param>
/// <param name="Hours">Hours a year of longer travel, there and back.</param>
/// <param name="WorstMunicipality">Index of the municipality that most of the cut off, else of the delayed, live in; -1 where nobody is hit.</param>
public sealed record ClosureExpectation(
    ExpectedClosure Closure, Structure Structure, long CutOff, long Longer, double PersonDays, double Hours, int WorstMunicipality)
{
    /// <summary>Hours in a year.</summary>
    public const int HoursAYear = 8760;

    private const string Ferry = "ferry ";

    /// <summary>Every closure of the case under every structure, those first that cost most days without service, then most hours.</summary>
    /// <exception cref="Language.InputException">A closure finds nothing to close.</exception>
    public static IReadOnlyList<ClosureExpectation> Of(Comparison comparison)
    {
        PlanningCase planningCase = comparison.Study.Case;
        var all = new List<ClosureExpectation>();
        foreach (ExpectedClosure closure in planningCase.Figures.Closures)
        {
            var draft = new EditDraft(planningCase);
            draft.Add(EditOf(closure), ExpectedClosure.FileName, closure.Name);
            AccessStudy closed = draft.Explained(() => comparison.Study.With([.. comparison.Study.TriedEdits, .. draft.TriedOnRoads]));
            all.AddRange(comparison.Structures.DistinctBy(s => string.Join('|', s.Structure.OpenSites.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
                .Select(s => Effect(comparison, closure, closed, s.Structure)));
        }
        return [.. all.OrderByDescending(e => e.PersonDays).ThenByDescending(e => e.Hours)];
    }

    private static ClosureExpectation Effect(Comparison comparison, ExpectedClosure closure, AccessStudy closed, Structure structure)
    {
        bool[] counts = [.. closed.Case.Sites.Select(site => structure.OpenSites.Contains(site.Id))];
        int[] before = comparison.Study.Nearest(counts).Milliseconds;
        int[] after = closed.Nearest(counts).Milliseconds;
        Demand demand = closed.Case.Demand;
        var hit = new (long CutOff, long Longer)[closed.Case.Municipalities.Count];
        long personMilliseconds = 0;
        for (int place = 0; place < demand.Count; place++)
        {
            int municipality = demand.Municipalities[place];
            if (municipality < 0 || before[place] == TravelTime.UnreachableMilliseconds || after[place] == before[place]) continue;
            if (after[place] == TravelTime.UnreachableMilliseconds)
            {
                hit[municipality].CutOff += demand.People[place];
                continue;
            }
            hit[municipality].Longer += demand.People[place];
            personMilliseconds += (long)demand.People[place] * (after[place] - before[place]);
        }
        (long cutOff, long longer) = (hit.Sum(h => h.CutOff), hit.Sum(h => h.Longer));
        double hours = (double)closure.HoursAYear;
        return new ClosureExpectation(
            closure, structure, cutOff, longer, cutOff * hours / 24, comparison.Contacts.Hours(personMilliseconds) * hours / HoursAYear,
            cutOff + longer == 0 ? -1 : hit.Index().MaxBy(h => (h.Item.CutOff, h.Item.Longer)).Index);
    }

    /// <summary>A closure as an edit of the roads.</summary>
    /// <exception cref="Language.InputException">It cannot be read.</exception>
    public static Edit EditOf(ExpectedClosure closure) => closure.Close.StartsWith(Ferry, StringComparison.OrdinalIgnoreCase)
        ? Edit.Parse("--no-ferry", closure.Close[Ferry.Length..].Trim()) : Edit.Parse("--close", closure.Close);
}
