using NavGeo.Data.Boundaries;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Data.Regions;

/// <summary>Who is whose neighbour in a market, from what there is to know it by.</summary>
internal static class MarketNeighbours
{
    /// <summary>By borders, roads and ferries; everybody's neighbour is everybody where there are no boundaries, and a finding says so.</summary>
    public static Contiguity Of(
        IReadOnlyList<MunicipalityBoundary> boundaries, int count, RoadNetwork? network, MunicipalityTimes times, string file, Findings findings)
    {
        if (boundaries.Count != count)
        {
            findings.Warning(file, null, new Phrase("regions.no-boundaries"), new Phrase("regions.no-boundaries.remedy"));
            return Contiguity.Everywhere(count);
        }
        IEnumerable<ContiguityLink> links = NeighbourFinder.Borders(boundaries);
        if (network is not null) links = links.Concat(NeighbourFinder.Roads(network.Graph, new MunicipalityLocator(boundaries)));
        return Contiguity.Of(count, links, times);
    }
}
