using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;

namespace NavGeo.Tests.Data.Cases;

public class PartTableTests
{
    private const string Header = "part,kommunenummer,name,population,lon,lat\n";
    private const string Rows = "0617-a,0617,Gol aust,4000,8.95,60.70\n0617-b,0617,Gol vest,600,8.70,60.70\n";
    private const string Divided =
        "structure,office,host,municipalities,sites,kinds\nA,NAV Gol,0617,0617-a|0618,gol|hemsedal,full|meeting_room\nA,NAV Ål,,0619|0617-b,aal,\n";

    [Fact]
    public void Parts_are_read_with_the_people_in_them()
    {
        using var disk = new CaseOnDisk();
        disk.Write("parts.csv", Header + Rows).Write("structures.csv", Divided);
        disk.Write("demand.csv", "id,kommunenummer,lon,lat,people,part\n1,0617,8.94,60.70,4000,\n2,0617,8.93,60.70,600,0617-b\n3,0618,8.55,60.86,2400,\n");
        var findings = new Findings();
        PlanningCase read = Workspace.Open(disk.Folder, findings).Case;
        Assert.Equal(["0617-a", "0617-b"], read.Parts.Select(p => p.Number));
        Assert.Equal([(0, 0), (1, 1)], read.Demand.Parts.Select(p => (p.Key, p.Value)).Order());
        Assert.Equal([SiteKind.Full, SiteKind.MeetingRoom], read.Structures[0].Offices[0].GivenKinds!);
        Assert.Equal(["gol", "aal"], read.Structures[0].OpenSites);
        Assert.Contains(findings.All, f => f.Severity == Severity.Note && f.File.EndsWith("parts.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("parts.csv", "600,8.70", "700,8.70", "parts.csv")]
    [InlineData("parts.csv", "0617-b,0617,Gol vest", "0617-b,0618,Gol vest", "parts.csv")]
    [InlineData("parts.csv", "0617-b,", "0618,", "parts.csv:3")]
    [InlineData("structures.csv", "0619|0617-b", "0619", "structures.csv:2")]
    [InlineData("structures.csv", "0619|0617-b", "0619|0617", "structures.csv")]
    [InlineData("structures.csv", "meeting_room", "kiosk", "structures.csv:2")]
    [InlineData("structures.csv", "full|meeting_room", "full", "structures.csv:2")]
    public void Mistake_is_an_error_where_it_stands(string file, string from, string to, string at)
    {
        using var disk = new CaseOnDisk();
        disk.Write("parts.csv", Header + Rows).Write("structures.csv", Divided);
        disk.Write(file, disk.Text(file).Replace(from, to, StringComparison.Ordinal));
        var findings = new Findings();
        Assert.Throws<InputException>(() => Workspace.Open(disk.Folder, findings).Case);
        Assert.Contains(findings.All, f => f.Severity == Severity.Error && At(f).StartsWith(at, StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_part_of_a_place_is_an_error()
    {
        using var disk = new CaseOnDisk();
        disk.Write("parts.csv", Header + Rows).Write("structures.csv", Divided);
        disk.Write("demand.csv", "id,kommunenummer,lon,lat,people,part\n1,0617,8.94,60.70,4600,0617-c\n");
        var findings = new Findings();
        Assert.Throws<InputException>(() => Workspace.Open(disk.Folder, findings).Case);
        Assert.Contains(findings.All, f => At(f) == "demand.csv:2");
    }

    private static string At(Finding finding) => $"{Path.GetFileName(finding.File)}:{finding.Place}";
}
