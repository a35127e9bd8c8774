using NavGeo.Data.Folders;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>
/// Says which part of a divided municipality each place lies in: the part the demand table names, else the part whose
/// point is nearest in a straight line (counted and noted: NavGeo's convention).
/// </summary>
internal static class DividedDemand
{
    /// <summary>The demand with its parts.</summary>
    /// <param name="input">The case.</param>
    /// <param name="demand">The people.</param>
    /// <param name="municipalities">In the order of the demand's index.</param>
    /// <param name="parts">The case's parts.</param>
    /// <param name="given">Part ids by place, where the table names one.</param>
    public static Demand Of(
        CaseFolder input, Demand demand, IReadOnlyList<Municipality> municipalities, IReadOnlyList<Municipality> parts,
        IReadOnlyDictionary<int, string> given)
    {
        if (parts.Count == 0) return demand;
        PlanePoint[] points = [.. parts.Select(p => input.ToPlane(p.Centre))];
        var found = new Dictionary<int, int>();
        int byDistance = 0;
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] < 0) continue;
            string number = municipalities[demand.Municipalities[place]].Number;
            int[] candidates = [.. parts.Index().Where(p => p.Item.PartOf == number).Select(p => p.Index)];
            if (candidates.Length == 0) continue;
            int named = given.TryGetValue(place, out string? id) ? candidates.Where(p => parts[p].Number == id).DefaultIfEmpty(-1).First() : -1;
            if (named < 0) byDistance++;
            PlanePoint here = demand.Points[place];
            found[place] = named >= 0 ? named : candidates.MinBy(p => points[p].DistanceTo(here));
        }
        if (byDistance > 0)
            input.Note(PartTable.Name, new Phrase("decisions.part-by-distance", byDistance), new Phrase("decisions.part-by-distance.remedy"));
        return demand.WithParts(found);
    }
}
