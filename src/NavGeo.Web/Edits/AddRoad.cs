using NavGeo.Data.Projection;
using NavGeo.Planning;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Web.Situations;
using RoadEdits = NavGeo.Routing.Edits;

namespace NavGeo.Web.Edits;

/// <summary>
/// Lays a new straight road between the road points nearest to two places. A real road is longer than the line; the
/// answer is the best such a road could do.
/// </summary>
/// <param name="FromLongitude">Degrees east of the first end.</param>
/// <param name="FromLatitude">Degrees north of the first end.</param>
/// <param name="ToLongitude">Degrees east of the second end.</param>
/// <param name="ToLatitude">Degrees north of the second end.</param>
/// <param name="Kmh">Speed, 10 to 110.</param>
public sealed record AddRoad(double FromLongitude, double FromLatitude, double ToLongitude, double ToLatitude, double Kmh) : Edit
{
    private const double LeastKmh = 10;
    private const double MostKmh = 110;

    private GeoPoint From => new(FromLongitude, FromLatitude);

    private GeoPoint To => new(ToLongitude, ToLatitude);

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        MapProjection projection = MapProjection.ForEpsg(original.Epsg);
        double km = projection.ToPlane(From).DistanceTo(projection.ToPlane(To)) / 1000;
        return new Phrase("web.edit.addRoad", EditNames.Near(original, From), EditNames.Near(original, To), km, Kmh);
    }

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        if (!(Kmh >= LeastKmh && Kmh <= MostKmh)) throw EditNames.Wrong("web.wrong.speed", Kmh);
        SituationDraft.CheckPosition(From);
        SituationDraft.CheckPosition(To);
        MapProjection projection = MapProjection.ForEpsg(draft.Original.Epsg);
        draft.Change(new RoadEdits.AddLink(GraphLinks.Road(draft.Original, projection.ToPlane(From), projection.ToPlane(To), Kmh)), "");
    }
}
