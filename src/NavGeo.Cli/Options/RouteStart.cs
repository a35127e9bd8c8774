using System.Text;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Cli.Options;

/// <summary>Where a way begins, as the user named it.</summary>
/// <param name="Place">Index into the case's demand.</param>
/// <param name="Name">As the sheet writes it.</param>
internal sealed record RouteStart(int Place, string Name)
{
    /// <summary>The name in letters that a file name may have.</summary>
    public string FileName
    {
        get
        {
            var name = new StringBuilder();
            foreach (char letter in Name.ToLowerInvariant()) name.Append(char.IsLetterOrDigit(letter) ? letter : '-');
            return name.ToString();
        }
    }

    /// <summary>
    /// A municipality by number or name, meaning where people live nearest to its centre; else a place of the demand by id
    /// or name.
    /// </summary>
    /// <exception cref="InputException">There is none.</exception>
    public static RouteStart Find(PlanningCase planningCase, string text)
    {
        Demand demand = planningCase.Demand;
        for (int m = 0; m < planningCase.Municipalities.Count; m++)
        {
            Municipality municipality = planningCase.Municipalities[m];
            if (municipality.Number != text && !municipality.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) continue;
            PlanePoint centre = MapProjection.ForEpsg(planningCase.Epsg).ToPlane(municipality.Centre);
            int own = Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] == m && demand.People[p] > 0)
                .DefaultIfEmpty(-1).MinBy(p => p < 0 ? 0 : demand.Points[p].DistanceTo(centre));
            if (own >= 0) return new RouteStart(own, municipality.Name);
        }
        int place = Enumerable.Range(0, demand.Count)
            .FirstOrDefault(p => demand.Ids[p] == text || text.Equals(demand.Names[p], StringComparison.OrdinalIgnoreCase), -1);
        if (place >= 0) return new RouteStart(place, new PlaceLabels(planningCase).OfPlace(place).Called.In(planningCase.Language));
        string known = string.Join(", ", planningCase.Municipalities.Take(3).Select(m => $"{m.Number} {m.Name}"));
        throw new InputException("--route", null, new Phrase("cli.no-route-start", text), new Phrase("cli.no-route-start.remedy", known));
    }
}
