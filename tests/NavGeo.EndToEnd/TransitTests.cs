using System.Text.Json;

namespace NavGeo.EndToEnd;

/// <summary>The two commands for who has no car, as they are typed.</summary>
public sealed class TransitTests
{
    private const string Islands = "id,lon,lat\nvaroy,12.725542,67.654802\nrost,12.105705,67.527447\nbergen,5.2,60.4\n";
    private const string Bodo = "id,lon,lat\nbodo,14.367505,67.272513\n";

    [Fact]
    public async Task Visit_tells_the_days_on_which_one_comes_home_from_Bodo()
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of([.. await Visit(folder), "--lang", "nn", "-o", folder.Of("visit.csv")]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("frå varoy kan ein vitje bodo og kome heim same dag 49 av 121 dagar", run.Error, StringComparison.Ordinal);
        Assert.Contains("utan --roads går folk i rett linje", run.Error, StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(folder.Of("visit.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("from,to,date,possible,leave,home,away_minutes,stay_minutes", lines[0]);
        Assert.Equal(1 + 3 * 121, lines.Length);
        Assert.Contains("varoy,bodo,2025-03-04,1,09:15,16:55,460.00,320.00", lines);
        Assert.Contains("rost,bodo,2025-03-04,1,08:55,21:25,750.00,300.00", lines);
        Assert.Contains("bergen,bodo,2025-03-04,0,,,,", lines);
    }

    [Fact]
    public async Task Visit_tells_the_same_to_programs()
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of([.. await Visit(folder), "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal("straight_lines", answer.RootElement.GetProperty("walking").GetString());
        Assert.Equal([49, 85, 0], answer.RootElement.GetProperty("pairs").EnumerateArray().Select(p => p.GetProperty("possible_days").GetInt32()));
    }

    [Fact]
    public async Task Packed_timetable_gives_the_same_answer()
    {
        using var folder = new WorkFolder();
        string[] command = await Visit(folder);
        CommandRun packed = await CommandRun.Of("timetable", Data("transit/gtfs_domestic_air_2025.zip"), "-o", folder.Of("air.navtime"), "--json");
        Assert.True(packed.ExitCode == 0, packed.Error);
        using var info = JsonDocument.Parse(packed.Output);
        Assert.Equal((121, "2025-01-21", "2025-05-21"), (info.RootElement.GetProperty("days").GetInt32(), info.RootElement.GetProperty("first_date").GetString(), info.RootElement.GetProperty("last_date").GetString()));
        CommandRun plain = await CommandRun.Of(command);
        command[Array.IndexOf(command, "--timetable") + 1] = folder.Of("air.navtime");
        Assert.Equal(plain.Output, (await CommandRun.Of(command)).Output);
    }

    [Fact]
    public async Task Times_give_a_row_for_each_pair_with_a_status()
    {
        using var folder = new WorkFolder();
        await Visit(folder);
        string[] command = ["times", "--mode", "transit", "--timetable", Data("transit/gtfs_domestic_air_2025.zip"), "--date", "2025-03-04", "--from", folder.Of("from.csv"), "--to", folder.Of("to.csv")];
        CommandRun run = await CommandRun.Of([.. command, "--window", "09:00-09:15"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            [
                "from,to,date,depart,arrive,minutes,transfers,walk_minutes,status",
                "varoy,bodo,2025-03-04,09:15,09:40,25.00,0,0.00,ok",
                "rost,bodo,2025-03-04,,,,,,no_departure_in_window",
                "bergen,bodo,2025-03-04,,,,,,from_too_far_from_stop",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        CommandRun all = await CommandRun.Of([.. command, "--window", "06:00-23:00", "--choose", "all"]);
        Assert.Equal(2, all.Output.Split('\n').Count(l => l.StartsWith("varoy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Walks_along_roads_are_longer_than_straight_lines()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("from.csv"), "id,lon,lat\npublic_market,-51.227811,-30.027565\nufrgs,-51.231450,-30.033402\n", TestContext.Current.CancellationToken);
        string[] command =
        [
            "times", "--mode", "transit", "--timetable", Data("transit/gtfs_porto_alegre_bus.zip"), Data("transit/gtfs_porto_alegre_train.zip"),
            "--date", "2019-05-13", "--window", "03:00-03:05", "--from", folder.Of("from.csv"), "--to", folder.Of("from.csv"), "--json",
        ];
        double[] seconds = new double[2];
        foreach ((int i, string[] roads) in ((string[][])[[], ["--roads", Data("transit/porto_alegre/poa_osm.pbf")]]).Index())
        {
            CommandRun run = await CommandRun.Of([.. command, .. roads]);
            Assert.True(run.ExitCode == 0, run.Error);
            using var answer = JsonDocument.Parse(run.Output);
            Assert.Equal(i == 0 ? "straight_lines" : "roads", answer.RootElement.GetProperty("walking").GetString());
            seconds[i] = answer.RootElement.GetProperty("times")[1].GetProperty("seconds").GetInt32();
        }
        Assert.InRange(seconds[1], seconds[0] * 1.05, seconds[0] * 2);
    }

    [Fact]
    public async Task Compare_counts_who_comes_to_an_office_and_home_by_boat()
    {
        string nordland = Path.Combine(Checkout.Root, "data", "nordland");
        string[] command = ["compare", nordland, "--mode", "transit", "--timetable", Path.Combine(nordland, "boats"), "--dates", "2018-03-05..2018-03-11"];
        CommandRun run = await CommandRun.Of([.. command, "--lang", "nn"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Frå Moskenes ferjekai (Moskenes) kan ein vitje NAV Bodø og kome heim same dag 5 av 5 kvardagar; borte frå 05.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Folk er samla i punkt som ligg om lag 5 km frå kvarandre", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        CommandRun json = await CommandRun.Of([.. command, "--json", "--structures", "TO-senter"]);
        using var answer = JsonDocument.Parse(json.Output);
        JsonElement[] structures = [.. answer.RootElement.GetProperty("structures").EnumerateArray()];
        Assert.Equal(["A", "TO-senter"], structures.Select(s => s.GetProperty("structure").GetString()));
        long[] people = [.. structures.Select(s => s.GetProperty("people_with_day").GetInt64() + s.GetProperty("people_without_day").GetInt64())];
        Assert.Equal(people[0], people[1]);
        Assert.True(structures[1].GetProperty("people_with_day").GetInt64() < structures[0].GetProperty("people_with_day").GetInt64());
    }

    [Fact]
    public async Task Who_walks_takes_longer_than_who_cycles_and_both_longer_than_by_car()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("p.csv"), "id,lon,lat\ngol,8.95,60.70\nal,8.56,60.63\n", TestContext.Current.CancellationToken);
        var minutes = new List<double>();
        foreach (string mode in (string[])["car", "bike", "walk"])
        {
            CommandRun run = await CommandRun.Of("times", "--mode", mode, "--roads", "norway:roads.navnet", "--from", folder.Of("p.csv"), "--to", folder.Of("p.csv"));
            Assert.True(run.ExitCode == 0, run.Error);
            minutes.Add(double.Parse(run.Output.Split('\n')[2].Split(',')[2], System.Globalization.CultureInfo.InvariantCulture));
        }
        Assert.True(minutes[0] * 2 < minutes[1] && minutes[1] * 2.5 < minutes[2], string.Join(", ", minutes));
    }

    [Theory]
    [InlineData("--timetable", "times", "--mode", "transit", "--date", "2025-03-04", "--from", "x.csv", "--to", "x.csv")]
    [InlineData("--date", "times", "--mode", "transit", "--timetable", "x.zip", "--from", "x.csv", "--to", "x.csv")]
    [InlineData("--roads", "times", "--from", "x.csv", "--to", "x.csv")]
    [InlineData("--dates", "compare", "x", "--mode", "transit", "--timetable", "x.zip")]
    [InlineData("--dates", "visit", "--timetable", "x.zip", "--from", "x.csv", "--to", "x.csv")]
    public async Task What_is_missing_on_the_command_line_is_named(string missing, params string[] command)
    {
        CommandRun run = await CommandRun.Of(command);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(missing, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dates", "2025-03-32")]
    [InlineData("--dates", "2025-03-04..2025-03-01")]
    [InlineData("--open", "15:00-09:00")]
    [InlineData("--open", "nine")]
    [InlineData("--stay", "-1")]
    [InlineData("--walk-kmh", "0")]
    [InlineData("--transfers", "99")]
    public async Task What_cannot_be_is_told_with_a_remedy(string option, string value)
    {
        using var folder = new WorkFolder();
        string[] command = await Visit(folder);
        int at = Array.IndexOf(command, option);
        CommandRun run = await CommandRun.Of(at < 0 ? [.. command, option, value] : [.. command[..(at + 1)], value, .. command[(at + 2)..]]);
        Assert.True(run.ExitCode == 1 && run.Error.Contains(option, StringComparison.Ordinal), $"{run.ExitCode}: {run.Error}");
    }

    private static async Task<string[]> Visit(WorkFolder folder)
    {
        await File.WriteAllTextAsync(folder.Of("from.csv"), Islands, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("to.csv"), Bodo, TestContext.Current.CancellationToken);
        return ["visit", "--timetable", Data("transit/gtfs_domestic_air_2025.zip"), "--dates", "2025-01-21..2025-05-21", "--open", "09:00-15:00", "--stay", "45", "--from", folder.Of("from.csv"), "--to", folder.Of("to.csv")];
    }

    private static string Data(string relative)
    {
        string folder = Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? Path.Combine(Checkout.Root, "..", "shared", "data");
        string full = Path.Combine(folder, relative);
        Assert.SkipUnless(File.Exists(full), $"real data not found at {full}; set NAVGEO_DATA");
        return full;
    }
}
