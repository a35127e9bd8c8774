using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Tests;
using NavGeo.Tests.Data.Cases;

namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>Every file a case may have, each damaged while the rest of its case is sound.</summary>
internal static class FuzzCaseTables
{
    /// <summary>Tables that the small case lacks and the embedded ones have.</summary>
    private static readonly (string Case, string[] Tables)[] Embedded =
    [
        ("hallingdal", ["assumptions.csv", "contacts.csv", "gathering.csv", "printed.csv", "risk.csv", "risk_mapping.csv", "trips.csv"]),
        ("lillehammer", ["base_allocation.csv", "cost_keys.csv", "costs.csv"]),
        ("nordland", ["parts.csv"]),
    ];

    /// <summary>Tables that none of them has, for the small case.</summary>
    private static readonly (string Name, string Text)[] Further =
    [
        ("partners.csv", "partner,name,kind,kommunenummer,lon,lat\nhemsedal-school,Hemsedal ungdomsskule,school,0618,8.5526,60.8631\n"),
        ("rounds.csv", "counsellor,base_site,to,trips_per_year,people,structures\nUngdomsteam,gol,hemsedal,40,2,A|B\nJobb,aal,gol,12,,\n"),
        ("risk_inputs.csv", "structure,measure,value,source\nA,road_hours,12.5,x\n"),
        ("changes.csv", "from_year,from,to_year,to\n2019,0617,2020,3041\n2019,0618,2020,3042\n"),
    ];

    /// <summary>Votes on the factors that Hallingdal's <c>risk.csv</c> has.</summary>
    private const string Votes = "risk_votes.csv", VotesText = "structure,factor,voter,probability,consequence\nA,1,stat,3,3\nE,1,kommune,2,4\n";

    /// <summary>One for each file.</summary>
    public static IEnumerable<FuzzTarget> All()
    {
        using var small = new CaseOnDisk();
        foreach (string name in (string[])["case.json", .. CaseOnDisk.Tables])
            yield return Target(name, File.ReadAllBytes(small.PathOf(name)), path => ReadSmall(path, name));
        foreach ((string name, string text) in Further) yield return Target(name, Encoding.UTF8.GetBytes(text), path => ReadSmall(path, name));
        yield return Target(Votes, Encoding.UTF8.GetBytes(VotesText), path => ReadEmbedded(path, "hallingdal", Votes));
        foreach ((string embedded, string[] tables) in Embedded)
        {
            foreach (string name in tables)
                yield return Target(name, File.ReadAllBytes(Path.Combine(FolderOf(embedded), name)), path => ReadEmbedded(path, embedded, name));
        }
    }

    private static FuzzTarget Target(string name, byte[] sample, Func<string, long> read) =>
        new("case-" + Path.GetFileNameWithoutExtension(name), Path.GetExtension(name), [sample], read, IsText: true);

    private static string FolderOf(string embedded) => Path.Combine(Repository.Root, "data", embedded);

    private static long ReadSmall(string path, string name)
    {
        using var spoilt = new CaseOnDisk();
        File.Copy(path, spoilt.PathOf(name), overwrite: true);
        return Workspace.Open(spoilt.Folder, new Findings()).Case.Structures.Count;
    }

    /// <summary>The case is copied beside the damaged file once; then one table goes in and out.</summary>
    private static long ReadEmbedded(string path, string embedded, string name)
    {
        string folder = Path.Combine(Path.GetDirectoryName(path)!, embedded);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            foreach (string file in Directory.GetFiles(FolderOf(embedded))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        string table = Path.Combine(folder, name);
        File.Copy(path, table, overwrite: true);
        try
        {
            return Workspace.Open(folder, new Findings()).Case.Structures.Count;
        }
        finally
        {
            string sound = Path.Combine(FolderOf(embedded), name);
            if (File.Exists(sound)) File.Copy(sound, table, overwrite: true);
            else File.Delete(table);
        }
    }
}
