using NavGeo.Data.Boundaries;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Data.Vegvesen;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// Gives the links of a Kartverket file, which knows no speeds, the limits of Statens vegvesen: each its municipality (by
/// its middle), its road and the share of it that lies in a settlement.
/// </summary>
internal sealed class N1000Speeds
{
    private const double SettlementSquareMetres = 100;

    /// <summary>A line is asked so often whether it is in a settlement.</summary>
    private const double SampleMetres = 200;

    private readonly MunicipalityLocator? municipalities;
    private readonly WaterMask settlements;
    private readonly SpeedLimitTable limits;

    private N1000Speeds(MunicipalityLocator? municipalities, WaterMask settlements, SpeedLimitTable limits)
    {
        this.municipalities = municipalities;
        this.settlements = settlements;
        this.limits = limits;
    }

    /// <summary>What the file says of municipalities and settlements; where it says nothing, roads are known by their number only.</summary>
    public static N1000Speeds Of(InputFile file)
    {
        var unheard = new Findings();
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        Geometry[] built = reader.FindLayer("Tettbebyggelse", "BymessigBebyggelse") is { } layer
            ? [.. reader.Read(layer, [], unheard).Select(row => row.Geometry).Where(area => area is IPolygonal).OfType<Geometry>()]
            : [];
        IReadOnlyList<MunicipalityBoundary> boundaries = reader.FindLayer("Kommune") is not null ? GeoPackageBoundaryReader.Read(file, unheard) : [];
        return new N1000Speeds(
            boundaries.Count > 0 ? new MunicipalityLocator(boundaries) : null, SeaMaskReader.Draw(built, SettlementSquareMetres), SpeedLimitTable.Norway);
    }

    /// <summary>A link with its limit, and what is driven; no other speed where it has one or the table knows none.</summary>
    /// <param name="link">The link.</param>
    /// <param name="isGeneralised">Whether the road is longer than its line, as N1000's are.</param>
    public RoadLink With(RoadLink link, bool isGeneralised)
    {
        if (!link.Kind.IsRoad()) return link;
        if (isGeneralised) link = link with { LengthMillimetres = (int)Math.Round(PlaneLine.Metres(link.Shape) * TravelStandards.GeneralisedLength * 1000) };
        if (link.SpeedKmh is not null) return link;
        string? municipality = municipalities is null ? null : NumberAt(Middle(link.Shape));
        if (limits.Find(municipality, link.Road, link.Kind) is not var (limit, basis)) return link;
        return link with
        {
            SpeedKmh = TravelStandards.SignpostedKmh(link.Category, limit.HighestKmh, limit.LowestKmh),
            DrivenKmh = TravelStandards.DrivenKmh(link.Category, limit.HighestKmh, limit.LowestKmh, SettlementShare(link.Shape)),
            Flags = link.Flags | basis,
        };
    }

    private string? NumberAt(PlanePoint point)
    {
        int found = municipalities!.Locate(point);
        return found < 0 ? null : municipalities.Boundaries[found].Number;
    }

    private double SettlementShare(IReadOnlyList<PlanePoint> shape)
    {
        int inside = 0, all = 0;
        double next = SampleMetres / 2;
        for (int i = 1; i < shape.Count; i++)
        {
            double metres = shape[i - 1].DistanceTo(shape[i]);
            for (; next < metres; next += SampleMetres)
            {
                all++;
                if (settlements.IsSea(shape[i - 1].Towards(shape[i], next / metres))) inside++;
            }
            next -= metres;
        }
        if (all == 0) return settlements.IsSea(Middle(shape)) ? 1 : 0;
        return (double)inside / all;
    }

    private static PlanePoint Middle(IReadOnlyList<PlanePoint> shape)
    {
        double half = PlaneLine.Metres(shape) / 2;
        for (int i = 1; i < shape.Count; i++)
        {
            double metres = shape[i - 1].DistanceTo(shape[i]);
            if (metres > 0 && half <= metres) return shape[i - 1].Towards(shape[i], half / metres);
            half -= metres;
        }
        return shape[^1];
    }
}
