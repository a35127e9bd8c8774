using NavGeo.Data.Roads;
using NavGeo.Routing;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>The links that one batch's ways became.</summary>
internal sealed class OsmLinkBatch
{
    /// <summary>In the order of the ways and along each.</summary>
    public List<OsmCut> Cuts { get; } = [];

    /// <summary>Of the ways turn restrictions ask for: the way, its link (by position in <see cref="Cuts"/>), the places it runs between, the ways it is open.</summary>
    public List<(long Way, int Link, int From, int To, LinkDirections Directions)> Asked { get; } = [];

    /// <summary>Ways or pieces that became none, by reason.</summary>
    public Dictionary<(DropReason Reason, string Value), int> Dropped { get; } = [];
}
