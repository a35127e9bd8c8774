using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.Norway;
using NavGeo.Data.Places;
using NavGeo.Data.Regions;
using NavGeo.Planning.Calibration;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Regions;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Data.Calibration;

/// <summary>The files a network is held against known times from.</summary>
public sealed record CalibrationFiles
{
    /// <summary>The known times.</summary>
    public required InputFile Times { get; init; }

    /// <summary>The roads.</summary>
    public required InputFile Roads { get; init; }

    /// <summary>Places that times name by id; null for none.</summary>
    public InputFile? Places { get; init; }

    /// <summary>Boundaries; null for those NavGeo carries in whose numbers the times are.</summary>
    public InputFile? Municipalities { get; init; }

    /// <summary>Population grid.</summary>
    public required InputFile Population { get; init; }

    /// <summary>Whether counties are asked for.</summary>
    public bool IsByCounty { get; init; }

    /// <summary>What is different on the roads, and how fast one travels, once they are known; the profile is the usual one for such times.</summary>
    public Func<RoadGraph, TravelProfile, EditDraft> Edits { get; init; } = (roads, profile) => new EditDraft(roads, profile);

    /// <summary>Reads everything and holds the network against the times.</summary>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public LoadedCalibration Read(Findings findings, ReadingRun? run = null)
    {
        IReadOnlyList<NamedPlace> places = Places is null ? [] : PlaceFile.Read(Places, findings);
        IReadOnlyList<KnownRow> rows = KnownTimesFile.Read(Times, places.ToDictionary(p => p.Id, p => p.Position, StringComparer.Ordinal), findings);
        bool isOfficial = rows.All(r => r.IsBetweenMunicipalities);
        InputFile? boundaries = isOfficial || IsByCounty || rows.Any(r => r.IsBetweenMunicipalities) ? Municipalities ?? Carried(rows) : null;
        RoadNetwork network = RoadFile.Open(Roads, findings, run);
        // Official times between municipalities are by the signs.
        EditDraft draft = Edits(network.Graph, isOfficial ? TravelProfile.Signposted : TravelProfile.Car);
        var measures = new List<(int[] Rows, Func<TravelProfile, double?[]> Minutes)>();
        var ends = new (PlanePoint From, PlanePoint To)[rows.Count];
        MapProjection projection = MapProjection.ForEpsg(network.Graph.Epsg);
        int[] official = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].IsBetweenMunicipalities)];
        int[] points = [.. Enumerable.Range(0, rows.Count).Except(official)];
        if (official.Length > 0)
        {
            (Municipality[] known, Demand demand) = new MarketFiles { Municipalities = boundaries, Population = Population }.ReadPeople(findings);
            var means = new OfficialMeans(known, rows, official, Times.Path);
            foreach (int row in official) ends[row] = means.EndsOf(rows[row], projection);
            MunicipalityTravel travel = draft.Explained(() => new MunicipalityTravel(network.Graph, draft.Profile, network.Water, draft.AllOnRoads));
            measures.Add((official, means.Measure(travel, demand)));
        }
        if (points.Length > 0)
        {
            foreach (int row in points) ends[row] = (projection.ToPlane(rows[row].From.Position!.Value), projection.ToPlane(rows[row].To.Position!.Value));
            measures.Add((points, BetweenPoints(network, draft, [.. points.Select(p => ends[p])])));
        }
        string[] counties = IsByCounty ? Counties(rows, ends, boundaries!, network.Graph.Epsg, findings) : [];
        KnownTime[] times = [.. rows.Select((r, i) => new KnownTime(r.From.Text, r.To.Text, r.Minutes, IsByCounty ? counties[i] : ""))];
        var calibration = NetworkCalibration.Of(times, draft.Profile, profile => Merged(measures, profile, rows.Count));
        return new LoadedCalibration(calibration, ends, network, [.. draft.AllOnRoads.Select(e => e.ToString())]);
    }

    private static double?[] Merged(List<(int[] Rows, Func<TravelProfile, double?[]> Minutes)> measures, TravelProfile profile, int count)
    {
        var all = new double?[count];
        foreach ((int[] rows, Func<TravelProfile, double?[]> minutes) in measures)
        {
            foreach ((int row, double? time) in rows.Zip(minutes(profile))) all[row] = time;
        }
        return all;
    }

    /// <summary>The boundaries that know most of the numbers, the newest of them; the odd number is told later.</summary>
    private static InputFile Carried(IReadOnlyList<KnownRow> rows)
    {
        string[] wanted = [.. rows.SelectMany(r => r.Municipalities).Distinct()];
        return NorwayBase.CodeYears.OrderDescending().Select(year => new InputFile(NorwayBase.Boundaries(year)!))
            .MinBy(file => wanted.Except(BoundaryReader.Read(file, new Findings()).Select(b => b.Number)).Count())!;
    }

    private static Func<TravelProfile, double?[]> BetweenPoints(RoadNetwork network, EditDraft draft, (PlanePoint From, PlanePoint To)[] ends)
    {
        RoadScenario first = draft.ToRoads();
        var snapper = new RoadSnapper(first.Graph, draft.Profile, network.Water);
        SnappedPlace[] from = snapper.SnapAll([.. ends.Select(e => e.From)]);
        SnappedPlace[] to = snapper.SnapAll([.. ends.Select(e => e.To)]);
        return profile =>
        {
            RoadScenario scenario = RoadScenario.Of(network.Graph, profile, draft.AllOnRoads);
            TravelTimeMatrix times = new RoadTimes(RoadHierarchy.Of(scenario.Graph), profile, network.Water, from, to).Measure(scenario.Metric, scenario.Open);
            return [.. ends.Select((_, i) => times[i, i].IsReachable ? times[i, i].Minutes : (double?)null)];
        };
    }

    private static string[] Counties(
        IReadOnlyList<KnownRow> rows, (PlanePoint From, PlanePoint To)[] ends, InputFile boundaries, int epsg, Findings findings)
    {
        if (rows.All(r => r.IsBetweenMunicipalities)) return [.. rows.Select(r => CountyOf(r.From.Municipalities[0]))];
        IReadOnlyList<MunicipalityBoundary> all = BoundaryReader.Read(boundaries, findings);
        MapProjection projection = MapProjection.ForEpsg(epsg);
        LocatedPoints located = new MunicipalityLocator(all).LocateAll([.. ends.Select(e => MapProjection.Norway.ToPlane(projection.ToGeo(e.From)))]);
        return [.. rows.Select((row, i) => CountyOf(row.IsBetweenMunicipalities ? row.From.Municipalities[0] : located.Municipalities[i] is >= 0 and var m ? all[m].Number : ""))];
    }

    private static string CountyOf(string number) => number.Length >= 2 ? number[..2] : "";
}

/// <summary>Times between municipalities: means over the people at both ends, of several municipalities over all their people.</summary>
internal sealed class OfficialMeans
{
    private readonly Municipality[] known;
    private readonly Dictionary<string, int> indexOf;
    private readonly List<(int From, int To)> pairs = [];
    private readonly List<(int First, int Count)> pairsOf = [];

    /// <exception cref="InputException">A number is unknown.</exception>
    public OfficialMeans(Municipality[] known, IReadOnlyList<KnownRow> rows, int[] chosen, string file)
    {
        this.known = known;
        indexOf = known.Select((m, i) => (m.Number, i)).ToDictionary(m => m.Number, m => m.i, StringComparer.Ordinal);
        var findings = new Findings();
        foreach (int row in chosen)
        {
            foreach (string number in rows[row].Municipalities.Where(n => !indexOf.ContainsKey(n)))
                findings.Error(file, rows[row].Line, new Phrase("calibrate.unknown-number", number), new Phrase("calibrate.unknown-number.remedy"));
            foreach (string same in rows[row].From.Municipalities.Intersect(rows[row].To.Municipalities))
                findings.Error(file, rows[row].Line, new Phrase("calibrate.same", same), new Phrase("calibrate.same.remedy"));
        }
        findings.ThrowIfErrors();
        foreach (KnownRow row in chosen.Select(r => rows[r]))
        {
            int first = pairs.Count;
            pairs.AddRange(row.From.Municipalities.SelectMany(_ => row.To.Municipalities, (f, t) => (indexOf[f], indexOf[t])));
            pairsOf.Add((first, pairs.Count - first));
        }
    }

    /// <summary>Where most people live, for the map.</summary>
    public (PlanePoint From, PlanePoint To) EndsOf(KnownRow row, MapProjection projection) =>
        (projection.ToPlane(known[indexOf[row.From.Municipalities[0]]].Centre), projection.ToPlane(known[indexOf[row.To.Municipalities[0]]].Centre));

    /// <summary>The minutes of each row under a profile; null where a pair has no way.</summary>
    public Func<TravelProfile, double?[]> Measure(MunicipalityTravel travel, Demand demand)
    {
        Func<TravelProfile, TravelTime[]> between = travel.Between(demand, known.Length, pairs);
        return profile =>
        {
            TravelTime[] times = between(profile);
            return [.. pairsOf.Select(p => Mean(p.First, p.Count, times))];
        };
    }

    private double? Mean(int first, int count, TravelTime[] times)
    {
        int[] own = [.. Enumerable.Range(first, count)];
        if (own.Any(p => !times[p].IsReachable)) return null;
        double people = own.Sum(Weight);
        return own.Sum(p => Weight(p) * times[p].Minutes) / people;

        double Weight(int pair) => (double)known[pairs[pair].From].Population * known[pairs[pair].To].Population;
    }
}

/// <summary>A network held against times, with what is needed to show it on a map.</summary>
/// <param name="Calibration">The answer.</param>
/// <param name="Ends">Where each time of the file starts and leads, in the network's coordinates.</param>
/// <param name="Network">The roads.</param>
/// <param name="Edits">What is different on them.</param>
public sealed record LoadedCalibration(
    NetworkCalibration Calibration, IReadOnlyList<(PlanePoint From, PlanePoint To)> Ends, RoadNetwork Network, IReadOnlyList<string> Edits);
