using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Building;

namespace NavGeo.Data.Cases;

/// <summary>The roads of a case, from the one of the two places they can stand in, and the sea where the file knows it.</summary>
internal sealed class CaseRoads
{
    private readonly int epsg;
    private readonly IReadOnlyList<RoadLink> links;

    private CaseRoads(int epsg, IReadOnlyList<RoadLink> links, WaterMask? water)
    {
        this.epsg = epsg;
        this.links = links;
        Water = water;
    }

    /// <summary>Null where nothing is known of the sea.</summary>
    public WaterMask? Water { get; }

    /// <summary>Reads <c>roads.csv</c> with <c>places.csv</c>, or the file that <c>case.json</c> names.</summary>
    public static CaseRoads Read(CaseInput input)
    {
        CaseFile? outside = input.Settings.Files.GetValueOrDefault("roads");
        bool hasTable = input.Has(RoadTable.Name);
        if (hasTable && outside is not null)
        {
            input.Findings.Error(input.PathOf("case.json"), outside.Place,
                new Phrase("case.two-networks", outside.Path), new Phrase("case.two-networks.remedy"));
        }
        else if (hasTable)
        {
            if (RoadTable.Read(input) is { } links) return new CaseRoads(input.Settings.Epsg, links, null);
        }
        else if (outside is not null)
        {
            return ReadOutside(input, outside);
        }
        else
        {
            input.Findings.Error(input.PathOf("case.json"), null, new Phrase("case.no-roads"), new Phrase("case.no-roads.remedy"));
        }
        return new CaseRoads(input.Settings.Epsg, [], null);
    }

    /// <summary>The network.</summary>
    public RoadGraph Build() => new RoadGraphBuilder(epsg).AddRange(links).Build();

    private static CaseRoads ReadOutside(CaseInput input, CaseFile file)
    {
        int epsg = input.Settings.Epsg;
        if (Path.GetExtension(file.FullPath).Equals(".gpkg", StringComparison.OrdinalIgnoreCase))
        {
            RoadImport roads = N1000RoadReader.Read(file.FullPath, input.Findings, epsg);
            input.AddSource(roads.Source);
            return new CaseRoads(epsg, roads.Links, null);
        }
        input.Findings.Error(input.PathOf("case.json"), file.Place,
            new Phrase("case.unknown-roads", file.Path), new Phrase("case.unknown-roads.remedy"));
        return new CaseRoads(epsg, [], null);
    }
}
