using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>The tables a case may have besides, as forms: what is shown is what stands, what is saved is what was written, and undone it is as before.</summary>
public sealed class TableFormTests : IDisposable
{
    private readonly CaseOnDisk disk = new();

    [Fact]
    public void Form_shows_the_rows_that_stand_and_saves_them_as_they_were()
    {
        var tables = CaseTables.Of(disk.Folder);
        foreach (TableForm form in tables.Forms(UserLanguage.English).Where(f => f.Rows.Count > 0))
            Assert.Equal(Encoding.UTF8.GetString(tables.Others[form.Table + ".csv"]).TrimEnd(), Encoding.UTF8.GetString(tables.With(form.Table, form.Rows).Others[form.Table + ".csv"]).TrimEnd());
        TableForm staff = Form(tables, "staff");
        Assert.Equal(["unit", "municipalities", "employees", "fte", "fte_state", "fte_municipal"], staff.Fields.Select(f => f.Name));
        Assert.Equal("NAV Gol/Hemsedal", staff.Rows[0][0]);
    }

    [Fact]
    public void New_table_is_read_by_the_case_with_a_decimal_comma_and_taken_away_again()
    {
        var before = CaseTables.Of(disk.Folder);
        string[] row = [.. Form(before, "costs").Fields.Select(f => f.Name switch { "office" => "NAV Ål", "site" => "aal", "item" => "husleie", "nok" => "1250000,50", _ => "" })];
        CaseTables after = before.With("costs", [row, [.. row.Select(_ => " ")]]);
        CaseCheck check = after.Check(disk.Folder);
        Assert.True(check.Case is not null, string.Join('\n', check.Findings.Select(f => f.In(UserLanguage.English))));
        Assert.Equal(1_250_000.50m, Assert.Single(check.Case.Figures.Costs).Nok);
        Assert.False(File.Exists(disk.PathOf("costs.csv")));
        after.Write(disk.Folder);
        Assert.Equal(["office", "site", "item", "nok"], Form(CaseTables.Of(disk.Folder), "costs").Fields.Take(4).Select(f => f.Name));
        Assert.True(CaseTables.Of(disk.Folder).IsSameAs(after));
        before.Write(disk.Folder);
        Assert.False(File.Exists(disk.PathOf("costs.csv")));
        Assert.True(CaseTables.Of(disk.Folder).IsSameAs(before));
    }

    [Fact]
    public void Finding_names_the_row_and_the_field_it_is_about()
    {
        var tables = CaseTables.Of(disk.Folder);
        TableForm staff = Form(tables, "staff");
        string[][] rows = [.. staff.Rows.Select(r => r.ToArray())];
        rows[1][3] = "fem";
        CaseTables changed = tables.With("staff", rows);
        Finding error = Assert.Single(changed.Check(disk.Folder).Findings, f => f.Severity == Severity.Error);
        Assert.Equal(new FormRow(Table: "staff", Index: 1, Field: "fte"), changed.RowOf(error));
    }

    [Fact]
    public void What_is_picked_from_is_what_the_case_has()
    {
        TableForm costs = Form(CaseTables.Of(disk.Folder), "costs");
        Assert.Equal(["NAV Gol/Hemsedal", "NAV Ål", "NAV Tre daler"], costs.Fields.Single(f => f.Name == "office").Choices.Select(c => c.Value));
        Assert.Contains(costs.Fields.Single(f => f.Name == "site").Choices, c => c is { Value: "aal", Label: "NAV Ål" });
        Assert.Contains(Form(CaseTables.Of(disk.Folder), "risk_inputs").Fields.Single(f => f.Name == "measure").Choices, c => c.Value == "offices");
        Assert.Throws<InputException>(() => CaseTables.Of(disk.Folder).With("../roads", []));
        Assert.Throws<InputException>(() => CaseTables.Of(disk.Folder).With("staff", [["one field"]]));
    }

    public void Dispose() => disk.Dispose();

    private static TableForm Form(CaseTables tables, string name) => tables.Forms(UserLanguage.Bokmaal).Single(f => f.Table == name);
}
