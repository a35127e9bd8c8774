using System.Globalization;
using NavGeo.Data.Places;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.Siting;

/// <summary>A case with more places where a site could be than it has sites. What is added is an estimated position.</summary>
public static class CandidateSites
{
    private const string ByPeople = "people:";

    /// <summary>The case with candidates.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="given">
    /// <c>sites</c>: those it has; <c>centres</c>: municipal centres too; <c>people:200</c>: every place with so many people
    /// too; otherwise a CSV with id, lon and lat.
    /// </param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static PlanningCase Of(PlanningCase planningCase, string given, Findings findings)
    {
        if (given == "sites") return planningCase;
        var projection = MapProjection.ForEpsg(planningCase.Epsg);
        IEnumerable<ServiceSite> more;
        if (given == "centres")
        {
            more = planningCase.Municipalities.Select(m => new ServiceSite("centre-" + m.Number, m.Name, m.Number, m.Centre));
        }
        else if (given.StartsWith(ByPeople, StringComparison.Ordinal))
        {
            if (!int.TryParse(given.AsSpan(ByPeople.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int least))
                throw new InputException("--candidates", null, new Phrase("siting.bad-candidates", given), new Phrase("siting.bad-candidates.remedy"));
            more = Populated(planningCase, projection, least);
        }
        else
        {
            more = PlaceFile.Read(given, findings).Select(p => new ServiceSite(
                p.Id, p.Id, NearestMunicipality(planningCase, projection.ToPlane(p.Position)), p.Position));
        }
        HashSet<string> known = [.. planningCase.Sites.Select(s => s.Id)];
        ServiceSite[] added = [.. more.Where(s => known.Add(s.Id)).Select(s => s with { IsPositionEstimated = true })];
        return planningCase with
        {
            Sites = [.. planningCase.Sites, .. added],
            SitePoints = [.. planningCase.SitePoints, .. added.Select(s => projection.ToPlane(s.Position))],
        };
    }

    private static IEnumerable<ServiceSite> Populated(PlanningCase planningCase, MapProjection projection, int least)
    {
        Demand demand = planningCase.Demand;
        var labels = new PlaceLabels(planningCase);
        var times = planningCase.Sites.GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, _ => 1, StringComparer.Ordinal);
        // The place that bears a name is called so without a number, whatever stands before it in the table.
        var bearers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.People[place] >= least && demand.Municipalities[place] >= 0 && demand.Names[place] is { Length: > 0 } own && times.TryAdd(own, 1))
                bearers[own] = place;
        }
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.People[place] < least || demand.Municipalities[place] < 0) continue;
            string label = labels.OfPlace(place).Called.In(planningCase.Language);
            int time = bearers.TryGetValue(label, out int bearer) && bearer == place ? 1 : times[label] = times.GetValueOrDefault(label) + 1;
            yield return new ServiceSite(
                demand.Ids[place], time == 1 ? label : $"{label} {time.ToString(CultureInfo.InvariantCulture)}", planningCase.Municipalities[demand.Municipalities[place]].Number,
                projection.ToGeo(demand.Points[place]));
        }
    }

    /// <summary>The municipality of the nearest people.</summary>
    private static string NearestMunicipality(PlanningCase planningCase, PlanePoint point)
    {
        Demand demand = planningCase.Demand;
        int nearest = Enumerable.Range(0, demand.Count).Where(i => demand.Municipalities[i] >= 0).MinBy(i => demand.Points[i].DistanceTo(point));
        return planningCase.Municipalities[demand.Municipalities[nearest]].Number;
    }
}
