using System.Globalization;
using System.Text.Json;

namespace NavGeo.EndToEnd;

/// <summary>The standard example of R5's users as a case, by the recipe of docs/transit.md: table, sentence, map, layer and report.</summary>
public sealed class PortoAlegreTests
{
    [Fact]
    public async Task Case_runs_from_the_table_to_the_report()
    {
        using var folder = new WorkFolder();
        string[] withoutCar = [.. (string[])["--timetable", Data("gtfs_porto_alegre_bus.zip"), Data("gtfs_porto_alegre_train.zip"), "--dates", "2019-05-13"]];
        long people = Write(folder.Of("case"));
        CommandRun compared = await CommandRun.Of(["compare", folder.Of("case"), "--mode", "transit", "--json", .. withoutCar]);
        Assert.True(compared.ExitCode == 0, compared.Error);
        using var answer = JsonDocument.Parse(compared.Output);
        JsonElement[] structures = [.. answer.RootElement.GetProperty("structures").EnumerateArray()];
        Assert.All(structures, s => Assert.Equal(people, s.GetProperty("people_with_day").GetInt64() + s.GetProperty("people_without_day").GetInt64()));
        // Who has three sites to choose from is not away longer than who has one of them.
        Assert.True(structures[0].GetProperty("median_away_minutes").GetDouble() < structures[1].GetProperty("median_away_minutes").GetDouble());
        Assert.StartsWith("From Porto Alegre one can visit", structures[0].GetProperty("municipalities")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);

        foreach (string[] command in (string[][])[["map", "--kinds", "visits"], ["export", "--format", "geojson,csv,gpkg,parquet"], ["report", "--format", "html", "--municipalities", "none"]])
        {
            CommandRun run = await CommandRun.Of([command[0], folder.Of("case"), .. command[1..], "-o", folder.Of(command[0]), .. withoutCar]);
            Assert.True(run.ExitCode == 0, run.Error);
        }
        Assert.True(File.Exists(Path.Combine(folder.Of("export"), "A-visits.geojson")) && Directory.GetFiles(folder.Of("map"), "*visits*.svg").Length == 2);
        Assert.Contains("Without a car", await File.ReadAllTextAsync(Directory.GetFiles(folder.Of("report"), "*.html").Single(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Writes the case; the same as the recipe does.</summary>
    /// <returns>Its people.</returns>
    private static long Write(string folder)
    {
        Directory.CreateDirectory(folder);
        string[][] cells = [.. File.ReadLines(Data("porto_alegre/poa_hexgrid.csv")).Skip(1).Select(l => l.Split(',')).Where(c => double.Parse(c[3], CultureInfo.InvariantCulture) >= 1)];
        long[] counts = [.. cells.Select(c => (long)double.Parse(c[3], CultureInfo.InvariantCulture))];
        File.WriteAllLines(Path.Combine(folder, "demand.csv"), ["id,kommunenummer,lon,lat,people", .. cells.Zip(counts, (c, people) => $"{c[0]},4314,{c[1]},{c[2]},{people}")]);
        string[] names = ["iguatemi_shopping_center", "pucrs", "townhall"];
        IEnumerable<string[]> sites = File.ReadLines(Data("porto_alegre/poa_points_of_interest.csv")).Skip(1).Select(l => l.Split(',')).Where(p => names.Contains(p[0]));
        File.WriteAllLines(Path.Combine(folder, "sites.csv"), ["site,name,kommunenummer,lon,lat,position_estimated", .. sites.Select(p => $"{p[0]},{p[0]},4314,{p[2]},{p[1]},false")]);
        File.WriteAllText(Path.Combine(folder, "municipalities.csv"), $"kommunenummer,name,population,centre_lon,centre_lat\n4314,Porto Alegre,{counts.Sum()},-51.2287,-30.0280\n");
        File.WriteAllText(
            Path.Combine(folder, "structures.csv"),
            "structure,name_nb,name_nn,name_en,office,host,municipalities,sites,open_days\nA,Tre steder,Tre stader,Three sites,Porto Alegre,4314,4314,townhall|iguatemi_shopping_center|pucrs,5|5|5\nB,Rådhuset,Rådhuset,The town hall,Porto Alegre,4314,4314,townhall,5\n");
        File.WriteAllText(
            Path.Combine(folder, "case.json"),
            $$"""
            {"id":"porto-alegre","name":"Porto Alegre","language":"en","baseline":"A","crs":"EPSG:32722","date":"2019-05-13","area":[-52,-31,-50,-29],
             "sources":[{"title":"OpenStreetMap contributors; EPTC; Trensurb","licence":"ODbL; open data","date":"2019"}],
             "files":{"roads":{"path":{{JsonSerializer.Serialize(Data("porto_alegre/poa_osm.pbf"))}} } },"travel":{"profile":"car","ferryWait":"none"} }
            """);
        return counts.Sum();
    }

    private static string Data(string name)
    {
        string root = Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? Path.Combine(Checkout.Root, "..", "shared", "data");
        string full = Path.GetFullPath(Path.Combine(root, "transit", name));
        Assert.SkipUnless(File.Exists(full), $"real data not found at {full}; set NAVGEO_DATA");
        return full;
    }
}
