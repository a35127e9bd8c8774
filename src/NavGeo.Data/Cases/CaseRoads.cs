using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Building;

namespace NavGeo.Data.Cases;

/// <summary>The roads of a case, from the one of the two places they can stand in, and the sea where the file knows it.</summary>
internal sealed class CaseRoads
{
    private CaseRoads(RoadGraph graph, WaterMask? water)
    {
        Graph = graph;
        Water = water;
    }

    /// <summary>The network.</summary>
    public RoadGraph Graph { get; }

    /// <summary>Null where nothing is known of the sea.</summary>
    public WaterMask? Water { get; }

    /// <summary>
    /// Reads <c>roads.csv</c> with <c>places.csv</c>, or the file that <c>case.json</c> names; null, with a finding,
    /// where they cannot be read.
    /// </summary>
    public static CaseRoads? Read(CaseInput input)
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
            return RoadTable.Read(input) is { } links
                ? new CaseRoads(new RoadGraphBuilder(input.Settings.Epsg).AddRange(links).Build(), null)
                : null;
        }
        // A reference that is wrong has been reported as what it is.
        if (!input.Settings.NamesRoads)
            input.Findings.Error(input.PathOf("case.json"), null, new Phrase("case.no-roads"), new Phrase("case.no-roads.remedy"));
        return null;
    }

    private static CaseRoads? ReadOutside(CaseInput input, CaseFile file)
    {
        RoadNetwork network = RoadFile.Open(file.FullPath, input.Findings);
        if (network.Graph.Epsg != input.Settings.Epsg)
        {
            input.Findings.Error(input.PathOf("case.json"), file.Place,
                new Phrase("case.other-crs", file.Path, $"EPSG:{network.Graph.Epsg}", $"EPSG:{input.Settings.Epsg}"),
                new Phrase("case.other-crs.remedy"));
            return null;
        }
        input.AddSource(network.Source);
        return new CaseRoads(network.Graph, network.Water);
    }
}
