using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Planning.Edits;

/// <summary>What is offered as a closure between two places can be made, and closes what it says.</summary>
public sealed class ClosedStretchTests : IDisposable
{
    /// <summary>What a closure closes may differ by so much, beside twice the straight lines to the road, from the road between its points nearest to the two places: a junction may lie before or beyond the nearest point.</summary>
    private const double ToleranceKilometres = 2;

    private readonly ScratchFolder scratch = new();

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    [InlineData("Gran, Lunner, Jevnaker")]
    public void Every_offered_closure_closes_the_road_it_names_from_place_to_place(string name)
    {
        PlanningCase read = Case(name);
        RoadMetric plain = RoadMetric.Of(read.Roads, read.Profile);
        int offered = 0;
        foreach (RoadNumber road in OfferedRoads.Of(read).Near)
        {
            HashSet<int> edges = [.. EdgeSelection.ByRoad(read.Roads, road)];
            var search = new DijkstraSearch(plain, within: edges);
            foreach (PlaceAlong place in PlaceAlong.Of(read, road.ToString()))
            {
                RoadSnap from = OnRoad(read, edges, place.Site);
                search.Run(from, SearchDirection.FromStart);
                foreach (PlaceAlong.Other other in place.To)
                {
                    string what = $"{road} {place.Site}–{other.Site} ({other.Kilometres} km)";
                    var draft = new EditDraft(read);
                    var edit = new CloseStretch(road.ToString(), place.Site, other.Site);
                    draft.Add(edit);
                    RoadScenario closed = draft.ToRoads();
                    int[] shut = [.. closed.ChangedEdges.Where(e => closed.Metric.Forward[e] == RoadMetric.Closed)];
                    Assert.NotEmpty(shut);
                    Assert.All(shut, e => Assert.True(read.Roads.EdgeRoads[e] == road, what));
                    Phrase told = edit.Describe(read);
                    double kilometres = (double)told.Values[3];
                    Assert.Equal(other.Kilometres, kilometres, 0.06);
                    // What it says it closes, it closes; on two carriageways twice that.
                    double shutKilometres = shut.Sum(e => read.Roads.EdgeLengths[e] * Share(closed.Metric.SpanOf(e))) / 1e6;
                    Assert.True(shutKilometres > kilometres - 0.1 && shutKilometres < 2 * kilometres + ToleranceKilometres, $"{what}: {shutKilometres}");
                    RoadSnap to = OnRoad(read, edges, other.Site);
                    (TravelTime time, long along) = search.At(to);
                    if (time.IsReachable && !told.Key.Contains("Part", StringComparison.Ordinal))
                        Assert.True(Math.Abs(kilometres - along / 1e6) <= ToleranceKilometres + 2 * (from.GapMetres + to.GapMetres) / 1000, $"{what}: {along / 1e6:0.0} km of road between them");
                    offered++;
                }
            }
        }
        Assert.True(offered > 0);
    }

    [Fact]
    public void Stretch_is_the_same_from_either_end()
    {
        PlanningCase hallingdal = EmbeddedCase.Hallingdal;
        Assert.Equal(Shut("gol", "al"), Shut("al", "gol"));

        IReadOnlyList<int> Shut(string from, string to)
        {
            var draft = new EditDraft(hallingdal);
            draft.Add(new CloseStretch("rv 7", from, to));
            return draft.ToRoads().ChangedEdges;
        }
    }

    [Fact]
    public void Places_are_written_by_their_names()
    {
        PlanningCase read = EmbeddedCase.Hallingdal;
        Phrase byId = Edit.Parse("--close", "rv 7 gol al").Describe(read);
        Assert.Equal(byId, Edit.Parse("--close", "rv 7 Gol – Ål").Describe(read), (a, b) => a!.ToString() == b!.ToString());
        Assert.Equal(byId, Edit.Parse("--close", "Rv7 GOL Ål").Describe(read), (a, b) => a!.ToString() == b!.ToString());
        Assert.Matches(@"Rv 7 mellom Gol og Ål, 2\d(,\d)? km, for gjennomkjøring", byId.In(UserLanguage.Bokmaal));
    }

    [Fact]
    public void Road_that_does_not_go_there_is_refused_with_the_places_it_goes_by()
    {
        PlanningCase read = EmbeddedCase.Hallingdal;
        InputException wrong = Assert.Throws<InputException>(() => new EditDraft(read).Add(new CloseStretch("rv 52", "gol", "fla")));
        string told = wrong.Findings[0].In(UserLanguage.Bokmaal);
        Assert.Contains("Rv 52 går ikke fra Gol til Flå; velg to av stedene som ligger ved Rv 52: Gol, Hemsedal", told, StringComparison.Ordinal);
        wrong = Assert.Throws<InputException>(() => new EditDraft(read).Add(new CloseStretch("rv 7", "gol", "Atlantis")));
        Assert.Contains("skriv et av disse: ", wrong.Findings[0].In(UserLanguage.Bokmaal), StringComparison.Ordinal);
    }

    [Fact]
    public void Roads_far_away_are_not_offered_but_found()
    {
        OfferedRoads roads = OfferedRoads.Of(Case("Gran, Lunner, Jevnaker"));
        string[] near = [.. roads.Near.Select(r => r.ToString())];
        string[] others = [.. roads.Others.Select(r => r.ToString())];
        Assert.Equal(["E 16", "Rv 4"], near[..2]);
        Assert.True(near.Length < 80, $"{near.Length}");
        Assert.DoesNotContain("E 18", near);
        Assert.Contains("E 18", others);
        Assert.Contains("Fv 34", near[..30]);
        Assert.Empty(near.Intersect(others));
    }

    private static double Share(ClosedSpan? span) => span is { } part ? part.To - part.From : 1;

    private static RoadSnap OnRoad(PlanningCase read, HashSet<int> edges, string site) =>
        edges.Select(e => RoadSnapper.ToEdge(read.Roads, e, read.SitePoints[read.Sites.Index().First(s => s.Item.Id == site).Index])).MinBy(s => s.GapMetres);

    private PlanningCase Case(string name)
    {
        switch (name)
        {
            case "hallingdal": return EmbeddedCase.Hallingdal;
            case "lillehammer": return EmbeddedCase.Lillehammer;
            case "nordland": return EmbeddedCase.Nordland;
        }
        new CaseStarter(2024) { Only = NavGeo.Data.Boundaries.MunicipalityChoice.WordsOf(name) }.Write(scratch.File("case"), new Findings());
        return Workspace.Open(scratch.File("case"), new Findings()).Case;
    }
}
