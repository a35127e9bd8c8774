using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>The tables of money, staff, risk and printed figures: what is read, and what is told about mistakes.</summary>
public class FigureMistakeTests
{
    private const string Office = "NAV Gol/Hemsedal";

    /// <summary>A table with one mistake, where the finding stands, and a part of it.</summary>
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "costs.csv", "office,item,nok\nNAV Gol,rent,1", "error: case/costs.csv:2", "office 'NAV Gol'" },
        { "costs.csv", $"office,item,nok\n{Office},rent,-1", "error: case/costs.csv:2", "less than 0" },
        { "costs.csv", $"office,site,item,nok\n{Office},goll,rent,1", "error: case/costs.csv:2", "gol" },
        { "cost_keys.csv", $"office,state_pct,municipal_pct\n{Office},54,47", "error: case/cost_keys.csv:2", "not 100 per cent" },
        { "cost_keys.csv", $"office,state_pct,municipal_pct\n{Office},101,0", "error: case/cost_keys.csv:2", "more than 100" },
        { "base_allocation.csv", $"office,fte\n{Office},\n", "error: case/base_allocation.csv:2", "fte is empty" },
        { "contacts.csv", "month,site,visits\n2017-13,gol,1", "error: case/contacts.csv:2", "2017-04" },
        { "contacts.csv", "month,site,visits\n2017-04,gol,1\n2017-04,gol,2", "error: case/contacts.csv:3", "line 2" },
        { "contacts.csv", "month,site,visits\n2017-04,gol,1\n2017-04,,2", "warning: case/contacts.csv:3", "written as 2, but the sites give 1" },
        { "gathering.csv", "structure,staff,site\nC,state,gol", "error: case/gathering.csv:2", "structure 'C'" },
        { "gathering.csv", "structure,staff,site\nA,some,gol", "error: case/gathering.csv:2", "all, state, municipal" },
        { "risk.csv", "nr,factor,computable\n1,Sårbarhet,maybe", "error: case/risk.csv:2", "no, staffing, partly, yes" },
        { "risk.csv", "nr,factor,computable\n1,,no", "error: case/risk.csv:2", "factor_nb is empty" },
        { "risk_votes.csv", "structure,factor,voter,probability,consequence\nA,1,stat,3,3", "error: case/risk_votes.csv:2", "factor '1'" },
        { "assumptions.csv", "setting,value\nminimum_staff,10", "error: case/assumptions.csv:2", "minimum_employees" },
        { "printed.csv", "figure,subject,value\nfte,all,many", "error: case/printed.csv:2", "not a number" },
        { "trips.csv", "question,from,from_lon,from_lat,to,to_lon,to_lat\nq,a,60.7,8.9,b,8.9,60.7", "error: case/trips.csv:2", "swapped" },
        { "risk_inputs.csv", "structure,measure,value,source\nA,hours,1,x", "error: case/risk_inputs.csv:2", "road_hours" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_is_told_with_file_line_and_remedy(string file, string text, string start, string words)
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Write(file, text + "\n").Check();
        Assert.Equal(start.StartsWith("error", StringComparison.Ordinal), check.Case is null);
        string[] told = [.. check.Findings.Select(f => disk.Told(f, UserLanguage.English))];
        Assert.Contains(told, t => t.StartsWith(start, StringComparison.Ordinal) && t.Contains(words, StringComparison.Ordinal));
        Assert.All(check.Findings, f => Assert.All(Enum.GetValues<UserLanguage>(), language => Assert.NotEmpty(f.In(language))));
    }

    [Theory]
    [InlineData("1,2,2,4")]
    [InlineData("4,3,2,3")]
    public void Limits_must_rise_or_fall(string limits)
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Write("risk.csv", "nr,factor,computable\n1,Veg,yes\n")
            .Write("risk_mapping.csv", $"factor,measure,limit_1,limit_2,limit_3,limit_4,consequence\n1,offices,{limits},3\n").Check();
        Assert.Equal("risk.limits", Assert.Single(check.Findings, f => f.Severity == Severity.Error).Problem.Key);
    }

    [Fact]
    public void Tables_are_read_in_the_dress_of_a_norwegian_spreadsheet()
    {
        using var disk = new CaseOnDisk();
        CaseFigures figures = disk
            .Write("costs.csv", $"office;item;nok\n{Office};husleige;2 710 617,50\nNAV Ål;husleige;1\n")
            .Write("assumptions.csv", "setting;value;given;source\nbase_first_site_fte;2,5;ja;rapporten\n")
            .Write("printed.csv", "figure;subject;value\nbase_change;A;-0,3\n")
            .Check().Case!.Figures;
        Assert.Equal(2710617.50m, figures.Costs[0].Nok);
        Assert.Equal([null, "aal"], figures.Costs.Select(c => c.Site));
        Assert.Equal(2.5m, figures.Assumptions.Get(AssumptionKey.BaseFirstSite).Value);
        Assert.True(figures.Assumptions.Get(AssumptionKey.BaseFirstSite).IsGiven);
        Assert.False(figures.Assumptions.Get(AssumptionKey.MinimumEmployees).IsGiven);
        Assert.Equal(-0.3m, figures.Printed[0].Value);
    }

    [Fact]
    public void Planned_roads_are_open_where_they_are_asked_for()
    {
        using var disk = new CaseOnDisk();
        int today = Workspace.Open(disk.Folder, new Findings()).Case.Roads.EdgeCount;
        Assert.True(Workspace.Open(disk.Folder, new Findings()).Planned!.Roads.EdgeCount > today);
    }

    [Fact]
    public void Every_table_and_setting_is_described()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "case-format.md"));
        Assert.All(Mistakes.Select(m => m.Data.Item1).Append("risk_mapping.csv").Append("counties.csv").Append("cooperations.csv").Append("frame.csv"),
            file => Assert.Contains($"`{file}`", document, StringComparison.Ordinal));
        Assert.All(Assumptions.Names, name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
    }
}
