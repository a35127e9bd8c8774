using System.Security.Cryptography;
using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Data.Cases;

public class CaseFolderTests
{
    [Fact]
    public void Valid_case_is_read_with_one_note()
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Check();
        Assert.Equal("note: case/roads.csv: 1 planned road is left out; write open in status when the road opens",
            disk.Told(Assert.Single(check.Findings), UserLanguage.English));

        PlanningCase read = check.Case!;
        Assert.Equal(("three-valleys", "A", 25833, "2018-01-01", 2018),
            (read.Id, read.Baseline, read.Epsg, read.Date, read.CodeYear));
        Assert.Equal(("Tre daler", "Tre dalar", "Three valleys"),
            (read.Name.In(UserLanguage.Bokmaal), read.Name.In(UserLanguage.Nynorsk), read.Name.In(UserLanguage.English)));
        Assert.Equal(UserLanguage.Nynorsk, read.Language);
        Assert.Equal(["0617", "0618", "0619"], read.Municipalities.Select(m => m.Number));
        Assert.Equal([false, true, false], read.Sites.Select(s => s.IsPositionEstimated));
        Assert.Equal(["Eitt kontor"], read.Structures.Where(s => s.Id == "B").Select(s => s.Name.In(UserLanguage.Nynorsk)));
        Assert.Equal(["gol", "hemsedal"], read.GetStructure("B").OpenSites);
        Office joint = read.GetStructure("A").Offices[0];
        Assert.Equal([5, 2.5], joint.OpenDays);
        Assert.Equal("0617", joint.Host);
        Assert.Equal([5], read.GetStructure("A").Offices[1].OpenDays);
        Assert.Equal(11_703, read.Demand.TotalPeople);
        Assert.Equal([0, 1, 2, -1], read.Demand.Municipalities.ToArray());
        Assert.Equal(60, read.Profile.CountyKmh);
        Assert.Equal("fixed(10)", read.Profile.FerryWait.Name);
        Assert.Equal([12, null, 6], read.Staffing.Select(s => s.Employees));
        Assert.Equal(5.5m, read.Staffing[0].MunicipalEquivalents);
        Assert.Equal(3, read.SitePoints.Count);
        Assert.Contains(Enumerable.Range(0, read.Roads.EdgeCount), edge => read.Roads.EdgeKinds[edge] == LinkKind.CarFerry);
    }

    [Fact]
    public void Every_file_that_was_read_is_a_source_with_its_hash()
    {
        using var disk = new CaseOnDisk();
        PlanningCase read = disk.Check().Case!;
        Assert.Equal("Written for a test", read.Sources[0].Title);
        Assert.Equal(CaseOnDisk.Tables.Append("case.json").Order(StringComparer.Ordinal),
            read.Sources.Skip(1).Select(s => s.File!).Order(StringComparer.Ordinal));
        Assert.All(read.Sources.Skip(1), source =>
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(disk.PathOf(source.File!)))), source.Sha256));
    }

    [Fact]
    public void Norwegian_excel_dress_reads_as_the_same_case()
    {
        using var international = new CaseOnDisk();
        using var norwegian = new CaseOnDisk();
        foreach (string name in CaseOnDisk.Tables) Redress(norwegian.PathOf(name));
        PlanningCase one = international.Check().Case!;
        PlanningCase other = norwegian.Check().Case!;
        Assert.Equal(one.Municipalities, other.Municipalities);
        Assert.Equal(one.Sites, other.Sites);
        Assert.Equal(one.Structures.SelectMany(s => s.Offices).SelectMany(o => o.OpenDays),
            other.Structures.SelectMany(s => s.Offices).SelectMany(o => o.OpenDays));
        Assert.Equal(one.Demand.Points.ToArray(), other.Demand.Points.ToArray());
        Assert.Equal(one.Demand.People.ToArray(), other.Demand.People.ToArray());
        Assert.Equal(one.Staffing.Select(s => s.FullTimeEquivalents), other.Staffing.Select(s => s.FullTimeEquivalents));
        Assert.Equal(one.Roads.EdgeCount, other.Roads.EdgeCount);
        Assert.Equal(one.Sources[0], other.Sources[0]);
    }

    [Fact]
    public void Case_without_demand_has_its_people_at_the_centres()
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Delete("demand.csv").Delete("staff.csv").Check();
        Assert.Equal(11_700, check.Case!.Demand.TotalPeople);
        Assert.Empty(check.Case.Staffing);
        Assert.Contains(check.Findings, f => f.Problem.Key == "case.people-at-centres");
    }

    [Fact]
    public void File_outside_the_folder_is_found_by_variable_and_held_against_its_hash()
    {
        using var disk = new CaseOnDisk();
        using var outside = new CaseOnDisk();
        string commuting = outside.PathOf("commuting.csv");
        outside.Write("commuting.csv", "a,b\n");
        Environment.SetEnvironmentVariable("NAVGEO_TEST_OUTSIDE", outside.Folder);
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(commuting)));
        disk.Change("case.json", "\"travel\"",
            $"\"files\": {{ \"commuting\": {{ \"path\": \"${{NAVGEO_TEST_OUTSIDE}}/commuting.csv\", \"sha256\": \"{hash}\" }} }}, \"travel\"");
        CaseFile file = Workspace.Open(disk.Folder, new Findings()).Settings.Files["commuting"];
        Assert.Equal((Path.GetFullPath(commuting), hash), (file.File.Path, file.File.Sha256()));

        outside.Write("commuting.csv", "a,b,c\n");
        Finding changed = Assert.Single(Assert.Throws<InputException>(() => Workspace.Open(disk.Folder, new Findings()).Case).Findings, f => f.Severity == Severity.Error);
        Assert.Equal("case.changed-file", changed.Problem.Key);
        Assert.StartsWith("11:", changed.Place, StringComparison.Ordinal);
    }

    /// <summary>A new NavGeo brings a new Norway; the cases of its users must outlive that.</summary>
    [Fact]
    public void Another_edition_of_what_NavGeo_carries_is_told_and_used()
    {
        using var disk = new CaseOnDisk();
        disk.Change("case.json", "\"travel\"", "\"files\": { \"commuting\": { \"path\": \"norway:commuting-2020.csv\", \"sha256\": \"" + new string('0', 64) + "\" } }, \"travel\"");
        var findings = new Findings();
        Assert.NotNull(Workspace.Open(disk.Folder, findings).Case);
        Assert.Equal("case.other-edition", Assert.Single(findings.All, f => f.Severity == Severity.Warning).Problem.Key);
    }

    [Fact]
    public void Travel_numbers_are_all_the_numbers_of_the_profile()
    {
        string[] numbers = [.. typeof(TravelProfile).GetProperties()
            .Where(p => p.PropertyType == typeof(double))
            .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])];
        using var disk = new CaseOnDisk();
        foreach (string key in numbers)
        {
            disk.Change("case.json", "\"season\": \"summer\",", $"\"season\": \"summer\", \"{key}\": 37,");
            if (key == "countyKmh") disk.Change("case.json", "\"countyKmh\": 60", "\"motorwayKmh\": 37");
        }
        disk.Change("case.json", ", \"motorwayKmh\": 37", "");
        CaseCheck check = disk.Check();
        Assert.DoesNotContain(check.Findings, f => f.File.EndsWith("case.json", StringComparison.Ordinal));
        Assert.All(typeof(TravelProfile).GetProperties().Where(p => p.PropertyType == typeof(double)),
            p => Assert.Equal(37.0, p.GetValue(check.Case!.Profile)));
    }

    [Fact]
    public void Travel_takes_the_factors_that_calibrate_offers()
    {
        using var disk = new CaseOnDisk();
        disk.Change("case.json", "\"season\": \"summer\",", "\"season\": \"summer\", \"trunkFactor\": 1.5, \"countyFactor\": 0.5, \"otherRoadsFactor\": 2, \"ferryFactor\": 3,");
        Assert.Equal(new TimeFactors(1.5, 0.5, 2, 3), disk.Check().Case!.Profile.Factors);
    }

    /// <summary>Writes a table the way a Norwegian Excel does.</summary>
    private static void Redress(string path)
    {
        string[][] rows = [.. File.ReadAllLines(path).Select(line => line.Split(','))];
        var writer = new DelimitedWriter(TableDress.NorwegianExcel, rows[0]);
        foreach (string[] row in rows.Skip(1))
        {
            foreach (string field in row)
            {
                bool hasDecimals = Array.TrueForAll(field.Split('|'), part => double.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out _));
                writer.Text(hasDecimals ? field.Replace('.', ',').Replace('|', ';') : field.Replace('|', ';'));
            }
            writer.EndRow();
        }
        File.WriteAllBytes(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(writer.ToBytes()[3..]).ReplaceLineEndings("\r\n"))]);
    }
}
