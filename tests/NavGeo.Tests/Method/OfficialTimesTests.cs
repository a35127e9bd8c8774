using System.Globalization;
using System.Text;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Calibration;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.Regions;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Access;
using NavGeo.Planning.Calibration;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Regions;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Method;

/// <summary>
/// The 60 official car times between municipalities of 2020 that NavGeo may see, held against its own on N1000; the table in
/// docs/method.md is written by this test.
/// </summary>
public sealed class OfficialTimesTests
{
    /// <summary>Less is driven through to a quay and back: a pair counts as one with a ferry above it.</summary>
    private const double FerryMinutes = 3;

    private static readonly Lazy<Pair[]> Pairs = new(Measure);

    [Fact]
    public void Times_between_municipalities_are_near_the_official_ones()
    {
        MinuteErrors all = MinuteErrors.Of(Pairs.Value.Select(p => p.Nearer - p.Official));
        MinuteErrors byFerry = MinuteErrors.Of(Pairs.Value.Where(p => p.Ferry > FerryMinutes).Select(p => p.Nearer - p.Official));
        Assert.Equal(
            (MinutesError.Times, MinutesError.Mean, MinutesError.Median, MinutesError.P90, MinutesError.FerryMean),
            (all.Count, Math.Round(all.Mean, 1), Math.Round(all.Median, 1), Math.Round(all.P90, 1), Math.Round(byFerry.Mean, 1)));
        Assert.Equal(60, all.Count);
        Assert.True(all is { Mean: <= 2.5, Median: <= 1.7, P90: <= 5.5 }, all.ToString());
        Assert.True(byFerry.Mean <= 6, byFerry.ToString());
    }

    [Fact]
    public void Method_page_shows_the_errors_as_measured()
    {
        var table = new StringBuilder("| pairs | number | mean error | median | P90 | mean difference |\n| --- | --: | --: | --: | --: | --: |\n");
        Pair[] all = Pairs.Value;
        Row("all, to the nearer of two centres", all, p => p.Nearer);
        Row("all, to both of two centres as one", all, p => p.Joint);
        Row("to one centre", [.. all.Where(p => !p.IsTwin)], p => p.Nearer);
        Row("with a ferry", [.. all.Where(p => p.Ferry > FerryMinutes)], p => p.Nearer);
        Pair worst = all.MaxBy(p => Math.Abs(p.Joint - p.Official))!;
        table.Append(CultureInfo.InvariantCulture, $"\nMinutes. The largest error is {worst.Name}: {worst.Official:0.0} officially, {worst.Joint:0.0} measured.\n");
        Golden.AssertSection("docs/method.md", "official-times", table.ToString());

        void Row(string name, Pair[] pairs, Func<Pair, double> measured)
        {
            MinuteErrors errors = MinuteErrors.Of(pairs.Select(p => measured(p) - p.Official));
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {errors.Count} | {errors.Mean:0.0} | {errors.Median:0.0} | {errors.P90:0.0} | {errors.Difference:+0.0;-0.0;0.0} |\n");
        }
    }

    /// <summary>Factors fitted on the 60 times, and on all counties but one and held against that one.</summary>
    [Fact]
    public void Method_page_shows_the_factors_and_each_county_left_out()
    {
        NetworkCalibration held = new CalibrationFiles
        {
            Times = new InputFile(RealData.Path("reference/municipality_times_2020_sample.csv")),
            Roads = new InputFile(RealData.Path("roads/n1000.gpkg")),
            Population = new InputFile(RealData.Path("population/ru250m_2015.csv")),
            IsByCounty = true,
        }.Read(new Findings()).Calibration;
        var table = new StringBuilder("| minutes on | factor | standard error | times with it |\n| --- | --: | --: | --: |\n");
        foreach (ClassFactor factor in held.Factors)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{string.Join("`, `", factor.Classes.Select(TimeClasses.SettingOf))}` | {factor.Factor:0.000} | {factor.StandardError:0.000} | {factor.Times} |\n");
        }
        table.Append("\n| county left out | times | mean error as it is | factors of the others | mean error with them |\n| --- | --: | --: | --: | --: |\n");
        foreach (CountyLeftOut county in held.Counties)
        {
            string factors = string.Join(", ", county.Factors.Select(f => f.ToString("0.000", CultureInfo.InvariantCulture)));
            table.Append(CultureInfo.InvariantCulture, $"| {county.County} | {county.Before.Count} | {county.Before.Mean:0.0} | {factors} | {county.After.Mean:0.0} |\n");
        }
        double before = held.Counties.Sum(c => c.Before.Mean * c.Before.Count) / held.Times.Count;
        double after = held.Counties.Sum(c => c.After.Mean * c.After.Count) / held.Times.Count;
        table.Append(CultureInfo.InvariantCulture, $"| all | {held.Times.Count} | {before:0.0} | | {after:0.0} |\n");
        Golden.AssertSection("docs/method.md", "county-left-out", table.ToString());
        Assert.Equal(60, held.Times.Count);
        // The weights of the signposted standard were fitted so that nothing is left for factors: none is surely other than 1.
        Assert.All(held.Factors, f => Assert.InRange(1, f.Lowest, f.Highest));
        Assert.True(after < before + 0.2, $"{before} {after}");
    }

    /// <summary>Means over everybody in Helgeland to its four towns, which a study of 2015 has (ferry queues left out).</summary>
    [Fact]
    public void Method_page_shows_Helgeland_as_measured()
    {
        (string Town, GeoPoint Place, double Published)[] towns =
        [
            ("Mosjøen", new(13.1913, 65.8370), 73), ("Mo i Rana", new(14.1428, 66.3128), 78),
            ("Sandnessjøen", new(12.6316, 66.0216), 91), ("Brønnøysund", new(12.2118, 65.4747), 166),
        ];
        string[] helgeland = [.. "11 12 13 15 16 18 20 22 24 25 26 27 28 32 33 34 35 36".Split(' ').Select(n => "18" + n)];
        IReadOnlyList<MunicipalityBoundary> boundaries = BoundaryReader.Read(RealData.Path("municipalities/kommune_2018.geojson"), new Findings());
        PopulationGrid grid = PopulationGridReader.Parse(File.ReadAllBytes(RealData.Path("population/ru250m_2015.csv")), "ru250m_2015.csv", new Findings());
        LocatedPoints located = new MunicipalityLocator(boundaries).LocateAll(grid.Middles);
        int[] cells = [.. Enumerable.Range(0, grid.Count).Where(c => located.Municipalities[c] is >= 0 and var m && helgeland.Contains(boundaries[m].Number))];
        RoadNetwork network = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings());
        double[][] means = [.. new[] { TravelProfile.Signposted, TravelProfile.Car }.Select(profile =>
        {
            var snapper = new RoadSnapper(network.Graph, profile, network.Water);
            RoadMetric metric = RoadMetric.Of(network.Graph, profile);
            TravelTimeMatrix times = new RoadTimes(
                RoadHierarchy.Of(network.Graph), profile, network.Water,
                snapper.SnapAll([.. cells.Select(c => grid.Middles[c])]),
                snapper.SnapAll([.. towns.Select(t => MapProjection.Norway.ToPlane(t.Place))])).Measure(metric, metric);
            return (double[])[.. towns.Select((_, town) =>
            {
                int[] reached = [.. Enumerable.Range(0, cells.Length).Where(row => times[row, town].IsReachable)];
                return reached.Sum(row => times[row, town].Minutes * grid.People[cells[row]]) / reached.Sum(row => (double)grid.People[cells[row]]);
            })];
        })];
        var table = new StringBuilder("| to | published 2015 | signposted | driven |\n| --- | --: | --: | --: |\n");
        foreach ((int i, (string town, _, double published)) in towns.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"| {town} | {published:0} | {means[0][i]:0.0} | {means[1][i]:0.0} |\n");
            Assert.InRange(means[1][i], published * 0.92, published * 1.08);
        }
        Golden.AssertSection("docs/method.md", "helgeland", table.ToString());
    }

    private static Pair[] Measure()
    {
        var files = new MarketFiles
        {
            Roads = RealData.Path("roads/n1000.gpkg"),
            Municipalities = RealData.Path("municipalities/kommune_2020.geojson"),
            Population = RealData.Path("population/ru250m_2015.csv"),
        };
        (Municipality[] known, IReadOnlyList<MunicipalityTrip> trips) = files.ReadTrips(120, new Findings());
        Dictionary<string, Municipality> byNumber = known.ToDictionary(m => m.Number);
        Dictionary<(string, string), MunicipalityTrip> byPair = trips.Where(t => t.Mode == MunicipalityTravel.Car).ToDictionary(t => (known[t.From].Number, known[t.To].Number));
        return
        [
            .. File.ReadLines(RealData.Path("reference/municipality_times_2020_sample.csv")).Skip(1).Select(line =>
            {
                string[] fields = line.Split(',');
                string[] centres = fields[1].Split('|');
                MunicipalityTrip[] ways = [.. centres.Select(c => byPair[(fields[0], c)])];
                double people = centres.Sum(c => byNumber[c].Population);
                return new Pair(
                    $"{byNumber[fields[0]].Name}–{string.Join('/', centres.Select(c => byNumber[c].Name))}",
                    double.Parse(fields[2], CultureInfo.InvariantCulture),
                    ways.Min(w => w.Time.Minutes),
                    ways.Zip(centres).Sum(w => w.First.Time.Minutes * byNumber[w.Second].Population) / people,
                    ways.MinBy(w => w.Time)!.FerryMinutes,
                    centres.Length > 1);
            }),
        ];
    }

    private sealed record Pair(string Name, double Official, double Nearer, double Joint, double Ferry, bool IsTwin);
}
