using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>Partners, rounds and weekdays in the case folder.</summary>
public class StaffTableTests
{
    private const string Partners =
        "partner,name,kind,kommunenummer,lon,lat\nhemsedal-school,Hemsedal ungdomsskule,school,0618,8.5526,60.8631\n";

    private const string Rounds =
        "counsellor,base_site,to,trips_per_year,people,structures\nUngdomsteam,gol,hemsedal-school,40,2,A|B\nJobb,aal,gol,12,,\n";

    [Fact]
    public void Partners_and_rounds_are_read()
    {
        using var disk = new CaseOnDisk();
        PlanningCase read = disk.Write("partners.csv", Partners).Write("rounds.csv", Rounds).Check().Case!;
        Assert.Equal(("hemsedal-school", PartnerKind.School, "0618"), (read.Partners[0].Id, read.Partners[0].Kind, read.Partners[0].Municipality));
        Assert.Equal(read.SitePoints[1], read.PartnerPoints[0]);
        Assert.Equal(["A", "B"], read.Rounds[0].Structures);
        Assert.Equal((40, 2), (read.Rounds[0].TripsPerYear, read.Rounds[0].People));
        Assert.Equal(("aal", "gol", 1), (read.Rounds[1].BaseSite, read.Rounds[1].To, read.Rounds[1].People));
        Assert.Contains(read.Sources, s => s.File == "rounds.csv");
    }

    [Theory]
    [InlineData("partners.csv", "school,0618", "schol,0618", "decisions.partner-kind")]
    [InlineData("partners.csv", "hemsedal-school,H", "gol,H", "decisions.partner-is-site")]
    [InlineData("rounds.csv", ",gol,hem", ",goll,hem", "case.unknown-site")]
    [InlineData("rounds.csv", "hemsedal-school", "hemsedal-scool", "decisions.unknown-place")]
    [InlineData("rounds.csv", "A|B", "A|X", "decisions.unknown-structure")]
    public void Mistake_is_found_with_its_line(string file, string right, string wrong, string problem)
    {
        using var disk = new CaseOnDisk();
        disk.Write("partners.csv", Partners).Write("rounds.csv", Rounds).Change(file, right, wrong);
        Finding finding = disk.Check().Findings.First(f => f.Severity == Severity.Error);
        Assert.Equal((problem, "2"), (finding.Problem.Key, finding.Place));
        Assert.EndsWith(file, finding.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Weekdays_are_read_and_give_the_count_of_days()
    {
        using var disk = new CaseOnDisk();
        disk.Change("structures.csv", "sites,open_days", "sites,open_days,weekdays")
            .Change("structures.csv", "gol|hemsedal,5|2.5", "gol|hemsedal,,mo+ti+on+to+fr|ti+fr")
            .Change("structures.csv", "0619,aal,", "0619,aal,,ma+ty")
            .Change("structures.csv", "5|1|0", "5|1|0,");
        PlanningCase read = disk.Check().Case!;
        Office joint = read.GetStructure("A").Offices[0];
        Assert.Equal([5.0, 2.0], joint.OpenDays);
        Assert.Equal(Weekdays.Tuesday | Weekdays.Friday, joint.WeekdaysOf(1));
        Assert.False(joint.AreWeekdaysAssumed);
        Assert.Equal(Weekdays.Monday | Weekdays.Tuesday, read.GetStructure("A").Offices[1].WeekdaysOf(0));
        Assert.True(read.GetStructure("B").Offices[0].AreWeekdaysAssumed);
    }

    [Theory]
    [InlineData("5|2.5,mo+ti+on+to+fr|xx+on+fr", "decisions.weekdays")]
    [InlineData("5|2.5,mo+ti+on+to+fr", "decisions.weekdays-count")]
    [InlineData("5|2.5,mo+ti+on+to+fr|mo+ti", "decisions.weekdays-differ")]
    public void Wrong_weekdays_are_found(string fields, string problem)
    {
        using var disk = new CaseOnDisk();
        disk.Change("structures.csv", "sites,open_days", "sites,open_days,weekdays")
            .Change("structures.csv", "gol|hemsedal,5|2.5", "gol|hemsedal," + fields)
            .Change("structures.csv", "0619,aal,", "0619,aal,,")
            .Change("structures.csv", "5|1|0", "5|1|0,");
        Assert.Equal(problem, disk.Check().Findings.First(f => f.Severity == Severity.Error).Problem.Key);
    }

    [Fact]
    public void Tables_are_described()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "case-format.md"));
        foreach (string column in (Partners.Split('\n')[0] + "," + Rounds.Split('\n')[0] + ",weekdays").Split(','))
            Assert.Contains($"`{column}`", document, StringComparison.Ordinal);
    }
}
