using System.Globalization;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Web.Edits;

/// <summary>What the things an edit is about are called in its sentence, and how a mistake in one is said.</summary>
internal static class EditNames
{
    public static object OfStructure(PlanningCase original, string id) =>
        original.Structures.FirstOrDefault(s => s.Id == id)?.Name ?? (object)id;

    public static string OfSite(PlanningCase original, string id) =>
        original.Sites.FirstOrDefault(s => s.Id == id)?.Name ?? id;

    /// <summary>A site as a place on the way: the municipality's name, which is how people say where it stands.</summary>
    public static string OfPlace(PlanningCase original, string site)
    {
        string? number = original.Sites.FirstOrDefault(s => s.Id == site)?.Municipality;
        bool isAlone = original.Sites.Count(s => s.Municipality == number) == 1;
        return isAlone ? OfMunicipality(original, number!) : OfSite(original, site);
    }

    public static string OfMunicipality(PlanningCase original, string number) =>
        original.Areas.FirstOrDefault(m => m.Number == number)?.Name ?? number;

    public static string OfRoad(string road) => RoadNumber.TryParse(road, out RoadNumber number) ? number.ToString() : road;

    /// <summary>"2.4 km from Torpo": the nearest named place of the demand or site.</summary>
    public static Phrase Near(PlanningCase original, GeoPoint position)
    {
        PlanePoint point = MapProjection.ForEpsg(original.Epsg).ToPlane(position);
        (string name, double metres) = ("", double.PositiveInfinity);
        for (int i = 0; i < original.Demand.Count; i++)
        {
            if (original.Demand.Names[i] is { Length: > 0 } place && point.DistanceTo(original.Demand.Points[i]) < metres)
                (name, metres) = (place, point.DistanceTo(original.Demand.Points[i]));
        }
        int site = Enumerable.Range(0, original.Sites.Count).MinBy(i => point.DistanceTo(original.SitePoints[i]));
        if (point.DistanceTo(original.SitePoints[site]) < metres)
            (name, metres) = (OfPlace(original, original.Sites[site].Id), point.DistanceTo(original.SitePoints[site]));
        return new Phrase("web.edit.near", metres / 1000, name);
    }

    /// <summary>The point of a road nearest to a place.</summary>
    /// <exception cref="InputException">There is no road near.</exception>
    public static PlanePoint NearestRoad(PlanningCase original, PlanePoint place)
    {
        RoadSnap snap = EditMemory.Of(original).Snapping().Snap(place);
        return snap.State == SnapState.OnRoad ? snap.Point : throw Wrong("web.wrong.noRoadNear");
    }

    public static string Written(double longitude, double latitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{longitude:0.####},{latitude:0.####}");

    /// <summary>A mistake in an edit, with its remedy under the same key.</summary>
    public static InputException Wrong(string key, params IReadOnlyList<object> values) =>
        new(new Phrase("web.wrong.what").ToString(), null, new Phrase(key, values), new Phrase(key + ".remedy"));
}
