using NavGeo.Data.Boundaries;
using NavGeo.Planning;
using NavGeo.Planning.Language;
using NavGeo.Planning.Structures;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;

namespace NavGeo.Data.Cases;

/// <summary>What can only be seen with all tables read: whether places lie by the roads, and whether the people add up.</summary>
internal sealed class CaseChecks
{
    /// <summary>A demand within this share of the table's population is of another date, not of other people.</summary>
    private const double UsualDifference = 0.02;

    private readonly CaseInput input;
    private readonly RoadSnapper.Session snaps;
    private readonly WaterMask? water;

    /// <param name="input">The case.</param>
    /// <param name="roads">Its network.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    public CaseChecks(CaseInput input, RoadGraph roads, WaterMask? water)
    {
        this.input = input;
        this.water = water;
        snaps = new RoadSnapper(roads, input.Settings.Profile, water).NewSession();
    }

    /// <summary>Warns of centres that no road reaches.</summary>
    public void CheckMunicipalities(IEnumerable<Located<Municipality>> municipalities)
    {
        foreach (Located<Municipality> at in municipalities)
            CheckPlace(MunicipalityTable.Name, at.Line, at.Value.Name, at.Value.Centre);
    }

    /// <summary>Warns of sites that no road reaches.</summary>
    public void CheckSites(IEnumerable<Located<ServiceSite>> sites)
    {
        foreach (Located<ServiceSite> at in sites) CheckPlace(SiteTable.Name, at.Line, at.Value.Id, at.Value.Position);
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

    private void CheckPlace(string table, int line, string name, GeoPoint position)
    {
        PlanePoint point = input.ToPlane(position);
        RoadSnap snap = snaps.Snap(point);
        double km = Math.Round(snap.GapMetres / 1000, 1);
        if (water is not null && water.IsSea(point) && snap.GapMetres > input.Settings.Profile.MaximumSeaMetres)
            input.Warning(table, line, new Phrase("case.in-the-sea", name, km), new Phrase("case.far-place.remedy"));
        else if (snap.State == SnapState.AcrossWater)
            input.Warning(table, line, new Phrase("case.across-water", name, km), new Phrase("case.far-place.remedy"));
        else if (snap.State == SnapState.TooFar && double.IsFinite(km))
            input.Warning(table, line, new Phrase("case.far-place", name, km), new Phrase("case.far-place.remedy"));
        else if (snap.State == SnapState.TooFar)
            input.Warning(table, line, new Phrase("case.no-road-near", name), new Phrase("case.far-place.remedy"));
    }
}
