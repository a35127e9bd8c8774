using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>A small valid case of three municipalities in a folder of its own, to be spoilt one thing at a time.</summary>
internal sealed class CaseOnDisk : IDisposable
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["case.json"] = """
            {
              "id": "three-valleys",
              "name": { "nb": "Tre daler", "nn": "Tre dalar", "en": "Three valleys" },
              "language": "nn",
              "baseline": "A",
              "crs": "EPSG:25833",
              "date": "2018-01-01",
              "sources": [
                { "title": "Written for a test", "licence": "CC0", "date": "2018-01-01" }
              ],
              "travel": {
                "profile": "car",
                "ferryWait": "fixed(10)",
                "season": "summer",
                "countyKmh": 60
              }
            }

            """,
        ["municipalities.csv"] = """
            kommunenummer,name,population,centre_lon,centre_lat
            0617,Gol,4600,8.9461,60.7001
            0618,Hemsedal,2400,8.5526,60.8631
            0619,Ål,4700,8.5614,60.6286

            """,
        ["sites.csv"] = """
            site,name,kommunenummer,lon,lat,position_estimated
            gol,NAV Gol,0617,8.9461,60.7001,0
            hemsedal,NAV Hemsedal,0618,8.5526,60.8631,1
            aal,NAV Ål,0619,8.5614,60.6286,

            """,
        ["structures.csv"] = """
            structure,name_nb,name_nn,name_en,office,host,municipalities,sites,open_days
            A,I dag,I dag,Today,NAV Gol/Hemsedal,0617,0617|0618,gol|hemsedal,5|2.5
            A,,,,NAV Ål,,0619,aal,
            B,Ett kontor,Eitt kontor,One office,NAV Tre daler,0617,0617|0618|0619,gol|hemsedal|aal,5|1|0

            """,
        ["places.csv"] = """
            place,lon,lat
            Gol,8.9461,60.7001
            Hemsedal,8.5526,60.8631
            Ål,8.5614,60.6286

            """,
        ["roads.csv"] = """
            from,to,road,km,minutes,kind,name,headway_minutes,status,oneway
            Gol,Hemsedal,Rv 52,31.5,27.2,road,,,,
            Gol,Ål,Rv 7,24.5,22.3,,,,open,
            Ål,Hemsedal,,45,,ferry,Over fjellet,60,,yes
            Ål,Hemsedal,Fv 50,45,40,road,,,planned,

            """,
        ["demand.csv"] = """
            id,name,kommunenummer,lon,lat,people
            1,Gol,0617,8.9461,60.7001,4600
            2,Hemsedal,0618,8.5526,60.8631,2400
            3,Ål,0619,8.5614,60.6286,4700
            4,Hytta,,8.7,60.7,3

            """,
        ["staff.csv"] = """
            unit,municipalities,employees,fte,fte_state,fte_municipal
            NAV Gol/Hemsedal,0617|0618,12,11.5,6,5.5
            NAV Ål,0619,,5.8,,
            Ressurseining,,6,6,,

            """,
    };

    public CaseOnDisk()
    {
        Folder = Directory.CreateTempSubdirectory("navgeo-case-").FullName;
        foreach ((string name, string text) in Files) Write(name, text);
    }

    public string Folder { get; }

    public static IEnumerable<string> Tables => Files.Keys.Where(name => name.EndsWith(".csv", StringComparison.Ordinal));

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Text(string name) => File.ReadAllText(PathOf(name));

    public CaseOnDisk Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text.ReplaceLineEndings("\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    public CaseOnDisk Delete(string name)
    {
        File.Delete(PathOf(name));
        return this;
    }

    /// <summary>Changes the first place where a text stands.</summary>
    public CaseOnDisk Change(string name, string from, string to)
    {
        string text = Text(name);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException($"'{from}' does not stand in {name}", nameof(from));
        return Write(name, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    public CaseCheck Check() => CaseCheck.Of(Folder);

    /// <summary>A finding with its severity, the folder written as <c>case</c>.</summary>
    public string Told(Finding finding, UserLanguage language) =>
        $"{finding.Severity.ToString().ToLowerInvariant()}: {finding.In(language).Replace(Folder, "case", StringComparison.Ordinal).Replace('\\', '/')}";

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
