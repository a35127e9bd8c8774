using System.Globalization;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Places;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Data.Cases;

/// <summary>What can only be seen with all tables read: whether places lie by the roads, and whether the people add up.</summary>
internal sealed class CaseChecks
{
    /// <summary>A door lies nearer to a road than this, on the coarsest of networks.</summary>
    private const double UsualSiteGapMetres = 2000;

    /// <summary>A demand within this share of the table's population is of another date, not of other people.</summary>
    private const double UsualDifference = 0.02;

    private readonly CaseFolder input;
    private readonly RoadSnapper.Session snaps;
    private readonly RoadGraph roads;
    private readonly WaterMask? water;

    /// <param name="input">The case.</param>
    /// <param name="roads">Its network.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    public CaseChecks(CaseFolder input, RoadGraph roads, WaterMask? water)
    {
        this.input = input;
        this.roads = roads;
        this.water = water;
        snaps = new RoadSnapper(roads, input.Settings.Profile, water).NewSession();
    }

    /// <summary>Warns of centres that no road reaches.</summary>
    public void CheckMunicipalities(IEnumerable<Located<Municipality>> municipalities)
    {
        foreach (Located<Municipality> at in municipalities)
            CheckPlace(MunicipalityTable.Name, at.Line, at.Value.Name, at.Value.Centre, isSite: false);
    }

    /// <summary>Warns of sites that no road reaches, and of those whose nearest road joins nothing.</summary>
    public void CheckSites(IEnumerable<Located<ServiceSite>> sites)
    {
        foreach (Located<ServiceSite> at in sites) CheckPlace(SiteTable.Name, at.Line, at.Value.Id, at.Value.Position, isSite: true);
    }

    /// <summary>Warns of a winter that changes nothing.</summary>
    public void CheckSeason(RoadGraph roads)
    {
        if (input.Settings.Winter is not { SlowerPercent: 0 } || roads.HasSeasons) return;
        input.Findings.Warning(
            input.PathOf("case.json"), input.Settings.SeasonPlace, new Phrase("case.season-unused"), new Phrase("case.season-unused.remedy"));
    }

    /// <summary>Warns of sites and centres that lie in another municipality than they say.</summary>
    public void CheckBoundaries(
        IEnumerable<Located<ServiceSite>> sites, IEnumerable<Located<Municipality>> municipalities, MunicipalityLocator locator)
    {
        foreach (Located<Municipality> at in municipalities)
            CheckHome(MunicipalityTable.Name, at.Line, at.Value.Name, at.Value.Number, at.Value.Centre, locator);
        foreach (Located<ServiceSite> at in sites)
            CheckHome(SiteTable.Name, at.Line, at.Value.Id, at.Value.Municipality, at.Value.Position, locator);
    }

    /// <summary>Notes by how much the demand of each municipality differs from its population.</summary>
    public void CheckPeople(Demand demand, IReadOnlyList<Municipality> municipalities, IReadOnlyDictionary<string, Located<Municipality>> lines)
    {
        var sums = new long[municipalities.Count];
        for (int i = 0; i < demand.Count; i++)
        {
            if (demand.Municipalities[i] >= 0) sums[demand.Municipalities[i]] += demand.People[i];
        }
        for (int i = 0; i < sums.Length; i++)
        {
            Municipality municipality = municipalities[i];
            if (Math.Abs(sums[i] - municipality.Population) <= UsualDifference * municipality.Population) continue;
            string place = CaseFields.Line(lines[municipality.Number].Line);
            string path = input.PathOf(MunicipalityTable.Name);
            string title = $"{municipality.Number} {municipality.Name}";
            if (sums[i] == 0)
            {
                input.Findings.Warning(path, place, new Phrase("case.nobody", title, municipality.Population), new Phrase("case.nobody.remedy"));
                continue;
            }
            input.Findings.Note(path, place,
                new Phrase("case.people-differ", title, sums[i], municipality.Population, Math.Round(municipality.Population / (double)sums[i], 3)),
                new Phrase("case.people-differ.remedy"));
        }
    }

    private void CheckHome(string table, int line, string name, string number, GeoPoint position, MunicipalityLocator locator)
    {
        PlanePoint point = CaseBoundaries.Projection.ToPlane(position);
        int index = locator.Locate(point);
        if (index < 0) index = locator.NearestWithin(point, MunicipalityLocator.DefaultToleranceMetres).Index;
        string? there = index < 0 ? null : locator.Boundaries[index].Number;
        if (there == number) return;
        input.Warning(table, line,
            there is null ? new Phrase("case.outside-all", name, number) : new Phrase("case.wrong-municipality", name, number, there),
            new Phrase("case.wrong-municipality.remedy"));
    }

    private Phrase DeadPiece(string name, RoadSnap piece, RoadSnap taken)
    {
        double metres = Math.Round(piece.GapMetres);
        if (taken.Edge == piece.Edge) return new Phrase("case.site-only-dead-piece", name, metres);
        GeoPoint at = input.Projection.ToGeo(taken.Point);
        string position = string.Create(CultureInfo.InvariantCulture, $"{at.Longitude:0.0000},{at.Latitude:0.0000}");
        string? road = roads.EdgeRoads[taken.Edge] is { IsNumbered: true } number ? number.ToString() : roads.NameOf(taken.Edge);
        string place = road is null ? position : $"{road} ({position})";
        return new Phrase("case.site-dead-piece", name, metres, place, Math.Round(taken.GapMetres));
    }

    /// <summary>
    /// A site that stands in the sea or beyond every road is a mistake; one far from the road, and a centre that lies
    /// oddly, are worth a warning.
    /// </summary>
    private void CheckPlace(string table, int line, string name, GeoPoint position, bool isSite)
    {
        PlanePoint point = input.ToPlane(position);
        RoadSnap snap = snaps.Snap(point, out RoadSnap? dead);
        if (isSite && dead is { } piece)
            input.Warning(table, line, DeadPiece(name, piece, snap), new Phrase("case.site-dead-piece.remedy"));
        double km = Math.Round(RoadDistance.MetresOf(new SnappedPlace(point, snap), roads) / 1000, 1);
        bool isInSea = water is not null && water.IsSea(point) && snap.GapMetres > input.Settings.Profile.MaximumSeaMetres;
        Phrase? problem =
            isInSea ? new Phrase("case.in-the-sea", name, km)
            : snap.State == SnapState.AcrossWater ? new Phrase("case.across-water", name, km)
            : snap.State == SnapState.TooFar ? new Phrase("case.far-place", name, km)
            : isSite && snap.GapMetres > UsualSiteGapMetres ? new Phrase("case.far-site", name, km)
            : null;
        if (problem is null) return;
        bool isMistake = isSite && ((isInSea && snap.GapMetres > UsualSiteGapMetres) || snap.State == SnapState.TooFar);
        if (isMistake) input.Findings.Error(input.PathOf(table), line, problem, new Phrase("case.far-place.remedy"));
        else input.Warning(table, line, problem, new Phrase("case.far-place.remedy"));
    }
}
