using System.Text;
using NavGeo.Data.Cases;

namespace NavGeo.Tests.Data.Cases;

/// <summary>What a form says is written into the tables; what it does not know stays.</summary>
public sealed class CaseTablesTests
{
    private const string Sites = "site,name,kommunenummer,lon,lat,floor\nbagn,Bagn,3449,9.55,60.81,2\nvang,Vang,3454,8.5,61.1,\n";
    private const string Structures =
        "structure;name_nb;name_en;office;host;municipalities;sites;open_days;kinds;leader\n"
        + "A;I dag;Today;NAV Bagn;3449;3449;bagn;2,5;part-time;Kari\nA;;;NAV Vang;;3454;vang;5;full;Ola\n";

    private static readonly FormOffice Bagn = new("NAV Bagn", "3449", ["3449"], ["bagn"], [2.5]);
    private static readonly FormOffice Vang = new("NAV Vang", null, ["3454"], ["vang"], [5]);
    private static readonly FormSite[] Places = [new("bagn", "Bagn", "3449", 9.55, 60.81, false), new("vang", "Vang", "3454", 8.5, 61.1, false)];

    [Fact]
    public void Columns_the_form_does_not_know_stay_and_a_copy_has_them_too()
    {
        string[] lines = Lines(With(new FormStructure("A", "I dag", [Bagn, Vang]), new FormStructure("B", "Prøve", [Bagn, Vang], "A")).Structures);
        Assert.Equal("A;I dag;Today;NAV Bagn;3449;3449;bagn;2.5;part-time;Kari", lines[1]);
        Assert.Equal("A;;;NAV Vang;;3454;vang;5;full;Ola", lines[2]);
        Assert.Equal("B;Prøve;Prøve;NAV Bagn;3449;3449;bagn;2.5;part-time;Kari", lines[3]);
        Assert.Equal("B;Prøve;Prøve;NAV Vang;;3454;vang;5;full;Ola", lines[4]);
    }

    [Fact]
    public void Kinds_do_not_outlive_the_sites_they_were_told_of()
    {
        FormOffice both = Bagn with { Municipalities = ["3449", "3454"], Sites = ["bagn", "vang"], OpenDays = [2.5, 0] };
        string[] lines = Lines(With(new FormStructure("A", "I dag", [both])).Structures);
        Assert.Equal("A;I dag;Today;NAV Bagn;3449;3449|3454;bagn|vang;2.5|0;;Kari", lines[1]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void Position_that_has_not_moved_stays_as_it_was_written()
    {
        FormSite moved = Places[1] with { Longitude = 8.56, Name = "Grindaheim" };
        FormSite added = new("3449-2", "Hedalen", "3449", 9.7, 60.62, true);
        string[] lines = Lines(Tables.With(new CaseForm([Places[0], moved, added], []), "A").Sites);
        Assert.Equal("site,name,kommunenummer,lon,lat,floor,position_estimated", lines[0]);
        Assert.Equal("bagn,Bagn,3449,9.55,60.81,2,false", lines[1]);
        Assert.Equal("vang,Grindaheim,3454,8.560000,61.1,,false", lines[2]);
        Assert.Equal("3449-2,Hedalen,3449,9.700000,60.620000,,true", lines[3]);
    }

    [Fact]
    public void Office_by_another_name_keeps_its_row_and_what_other_tables_say_of_it()
    {
        const string costs = "structure,office,item,nok\n,NAV Bagn,leie,100000\nA,NAV Bagn,strøm,20000\nB,NAV Bagn,leie,90000\n,NAV Vang,leie,80000\n";
        CaseTables before = Tables with { Others = Tables.Others.SetItem("costs.csv", Encoding.UTF8.GetBytes(costs)) };
        FormOffice renamed = Bagn with { Name = "NAV Sør-Aurdal", Was = "NAV Bagn" };
        FormStructure copy = new("B", "Prøve", [Bagn with { Name = "NAV Valdres", Was = "NAV Bagn" }, Vang], "A");
        CaseTables after = before.With(new CaseForm(Places, [new FormStructure("A", "I dag", [renamed, Vang]), copy]), "A");
        string[] lines = Lines(after.Structures);
        Assert.Equal("A;I dag;Today;NAV Sør-Aurdal;3449;3449;bagn;2.5;part-time;Kari", lines[1]);
        Assert.Equal("B;Prøve;Prøve;NAV Valdres;3449;3449;bagn;2.5;part-time;Kari", lines[3]);
        Assert.Equal([",NAV Sør-Aurdal,leie,100000", "A,NAV Sør-Aurdal,strøm,20000", "B,NAV Valdres,leie,90000", ",NAV Vang,leie,80000"], Lines(after.Others["costs.csv"])[1..]);
    }

    private static CaseTables Tables => new(Encoding.UTF8.GetBytes(Sites), Encoding.UTF8.GetBytes(Structures));

    private static CaseTables With(params FormStructure[] structures) => Tables.With(new CaseForm(Places, structures), "A");

    private static string[] Lines(byte[] table) => Encoding.UTF8.GetString(table).TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
}
