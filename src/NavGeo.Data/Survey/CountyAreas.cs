using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Survey;

/// <summary>
/// The counties as they were until 2018, put together from municipal boundaries of 2018 or before: the first two digits of
/// a number are the county's, and the numbers of 2018 in Trøndelag are taken back to those of 2017. A municipality that
/// came about across a county border goes with the first of its parts.
/// </summary>
public static class CountyAreas
{
    private const int LastYear = 2017;

    private static readonly Dictionary<string, string> Counties = new(StringComparer.Ordinal)
    {
        ["01"] = "Østfold",
        ["02"] = "Akershus",
        ["03"] = "Oslo",
        ["04"] = "Hedmark",
        ["05"] = "Oppland",
        ["06"] = "Buskerud",
        ["07"] = "Vestfold",
        ["08"] = "Telemark",
        ["09"] = "Aust-Agder",
        ["10"] = "Vest-Agder",
        ["11"] = "Rogaland",
        ["12"] = "Hordaland",
        ["14"] = "Sogn og Fjordane",
        ["15"] = "Møre og Romsdal",
        ["16"] = "Sør-Trøndelag",
        ["17"] = "Nord-Trøndelag",
        ["18"] = "Nordland",
        ["19"] = "Troms",
        ["20"] = "Finnmark",
    };

    /// <summary>Reads municipal boundaries and joins them.</summary>
    /// <returns>Area by the county's name, metres in EPSG:25833.</returns>
    /// <exception cref="InputException">The file cannot be read, or its numbers are of a later year.</exception>
    public static IReadOnlyDictionary<string, Geometry> Read(InputFile file, Findings findings)
    {
        CodeMapping back = CodeChangeTable.General.Between(LastYear + 1, LastYear);
        var parts = new SortedDictionary<string, List<Geometry>>(StringComparer.Ordinal);
        foreach (MunicipalityBoundary each in BoundaryReader.Read(file, findings))
        {
            string number = back.FindSplit(each.Number)?.Targets[0].Number ?? back.FindSuccessor(each.Number) ?? each.Number;
            if (!Counties.TryGetValue(number[..2], out string? county))
                throw new InputException(file.Path, each.Number, new Phrase("survey.later-boundaries", each.Number, each.Name), new Phrase("survey.later-boundaries.remedy"));
            if (!parts.TryGetValue(county, out List<Geometry>? areas)) parts.Add(county, areas = []);
            areas.Add(each.Area);
        }
        return parts.ToDictionary(p => p.Key, p => Outline.Dissolved(p.Value), StringComparer.Ordinal);
    }
}
