using NavGeo.Data.Boundaries;
using NavGeo.Planning.Cases;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>What any map of a case can show: its people and sites with room around them for every paper.</summary>
/// <param name="Extent">Metres in the case's projection.</param>
/// <param name="ToleranceMetres">Less than this is not seen on a sheet that fills A4.</param>
public sealed record MapWindow(Envelope Extent, double ToleranceMetres)
{
    /// <summary>What boundaries are in.</summary>
    private const int NorwayEpsg = 25833;

    private const double PaperPoints = 900;
    private const double LeastRoomMetres = 10_000;
    private const double Room = 0.12;
    private const double WidestShape = 3.3;
    private const double HighestShape = 1.1;

    /// <summary>A map's scale is rounded down, and it has a margin.</summary>
    private const double Rounding = 1.3;

    /// <summary>The window of a case: wide or high enough for the flat windows of many maps on one sheet and for upright paper.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="boundaries">Its boundaries where they are known: its municipalities are shown whole.</param>
    public static MapWindow Of(PlanningCase planningCase, IReadOnlyList<MunicipalityBoundary>? boundaries = null)
    {
        Envelope extent = CaseExtent.Of(planningCase);
        var numbers = planningCase.Municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
        if (planningCase.Epsg == NorwayEpsg)
        {
            foreach (MunicipalityBoundary own in (boundaries ?? []).Where(b => numbers.Contains(b.Number))) extent.ExpandToInclude(own.Extent);
        }
        double side = Math.Max(extent.Width, extent.Height);
        double room = Math.Max(LeastRoomMetres, side * Room);
        double wide = Math.Max(extent.Width * Rounding, extent.Height * WidestShape) / 2 + room;
        double high = Math.Max(extent.Height * Rounding, extent.Width * HighestShape) / 2 + room;
        Coordinate middle = extent.Centre;
        return new MapWindow(new Envelope(middle.X - wide, middle.X + wide, middle.Y - high, middle.Y + high), side / PaperPoints);
    }
}
