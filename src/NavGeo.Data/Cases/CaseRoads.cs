using System.Globalization;
using NavGeo.Data.Folders;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Cases;

/// <summary>The roads of a case, from the one of the two places they can stand in, and the sea where the file knows it.</summary>
internal sealed class CaseRoads
{
    private CaseRoads(RoadGraph graph, WaterMask? water, string? sha256)
    {
        Graph = graph;
        Water = water;
        Sha256 = sha256;
    }

    /// <summary>The network.</summary>
    public RoadGraph Graph { get; }

    /// <summary>Null where nothing is known of the sea.</summary>
    public WaterMask? Water { get; }

    /// <summary>The hash of the file that they are all in; null for a table with its places.</summary>
    public string? Sha256 { get; }

    /// <summary>
    /// Reads <c>roads.csv</c> with <c>places.csv</c>, or the file that <c>case.json</c> names; null, with a finding,
    /// where they cannot be read.
    /// </summary>
    public static CaseRoads? Read(CaseFolder input)
    {
        CaseFile? outside = input.Settings.Files.GetValueOrDefault("roads");
        bool hasTable = input.Has(RoadTable.Name);
        if (hasTable && outside is not null)
        {
            input.Findings.Error(input.PathOf("case.json"), outside.Place,
                new Phrase("case.two-networks", outside.Path), new Phrase("case.two-networks.remedy"));
            return null;
        }
        if (outside is not null) return ReadOutside(input, outside);
        if (hasTable)
        {
            if (RoadTable.Read(input) is not var (links, places)) return null;
            var builder = new RoadGraphBuilder(input.Settings.Epsg) { FerryNamer = ferries => FerryLabels.Of(ferries, places, input.Projection) };
            return new CaseRoads(builder.AddRange(links).Build(), null, null);
        }
        // A reference that is wrong has been reported as what it is.
        if (!input.Settings.NamesRoads)
            input.Findings.Error(input.PathOf("case.json"), null, new Phrase("case.no-roads"), new Phrase("case.no-roads.remedy"));
        return null;
    }

    private static CaseRoads? ReadOutside(CaseFolder input, CaseFile file)
    {
        if (input.Outside(() => KeptRoads.Open(file.File, input.Findings, input.Run)) is not { } network) return null;
        if (network.Graph.Epsg != input.Settings.Epsg)
        {
            input.Findings.Error(input.PathOf("case.json"), file.Place,
                new Phrase("case.other-crs", file.Path, $"EPSG:{network.Graph.Epsg}", $"EPSG:{input.Settings.Epsg}"),
                new Phrase("case.other-crs.remedy"));
            return null;
        }
        input.AddSource(network.Source);
        CheckYear(input, file, network.Source.Date);
        return new CaseRoads(network.Graph, network.Water, file.File.Exists ? file.File.Sha256() : null);
    }

    /// <summary>Says so where roads and case are of different years: what was built in between is in the travel times, or missing.</summary>
    private static void CheckYear(CaseFolder input, CaseFile file, string roadsDate)
    {
        if (YearOf(roadsDate) is not { } roads || YearOf(input.Settings.Date) is not { } year || roads == year) return;
        input.Findings.Warning(
            input.PathOf("case.json"), file.Place,
            new Phrase(roads > year ? "case.roads-later" : "case.roads-earlier", file.Path, Plain(roads), Plain(year)), new Phrase("case.roads-year.remedy", Plain(year)));

        static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The year a date begins with; null where it is no date.</summary>
    private static int? YearOf(string date) =>
        date.Length >= 4 && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
