using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Data.Kartverket;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Cases;

/// <summary>The background that a workspace can give its maps, from the best of what it has.</summary>
public sealed partial class Workspace
{
    /// <summary>
    /// Its own <c>background.geojson</c>; else the N1000 that it names as its map or that its roads come from, with the municipalities of that file or of
    /// the case's boundaries, whichever has all of the case's; else the boundaries alone; else nothing.
    /// </summary>
    /// <param name="window">What maps will show, metres in EPSG:25833.</param>
    /// <exception cref="InputException">A file is unusable.</exception>
    public MapBackground GroundWithin(Envelope window)
    {
        if (Find(GroundFile.Name) is { } own) return GroundFile.Read(own);
        MapBackground found = Settings.Map is { } map && N1000Ground.IsIn(map)
            ? N1000Ground.Read(map, window, new Findings())
            : MapBackground.None;
        var numbers = Case.Municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<MunicipalityBoundary> all = HasAll(found.Neighbours) ? found.Neighbours : Boundaries;
        if (!HasAll(all)) return found with { Neighbours = [] };
        return found with
        {
            Municipalities = [.. all.Where(m => numbers.Contains(m.Number))],
            Neighbours = [.. all.Where(m => !numbers.Contains(m.Number) && m.Extent.Intersects(window))],
        };

        bool HasAll(IReadOnlyList<MunicipalityBoundary> boundaries) => numbers.IsSubsetOf(boundaries.Select(b => b.Number));
    }
}
