using NavGeo.Planning.Cases;

namespace NavGeo.Web.Tiles;

/// <summary>
/// The places of a case for the map: as they are where one looks closely, in squares of one, five and twenty kilometres from
/// farther off, where a square of 250 metres would be less than a pixel. Immutable.
/// </summary>
internal sealed class SurfaceGrid
{
    private const int Kilometre = 1000;
    private const int FromKilometreZoom = 6;
    private const int FromFiveZoom = 5;
    private const int OwnZoom = 9;

    private readonly SurfaceLevel own;
    private readonly SurfaceLevel middle;
    private readonly SurfaceLevel coarse;
    private readonly SurfaceLevel far;
    private readonly int cellMetres;

    /// <param name="planningCase">The case.</param>
    /// <param name="lattice">From metres to the map.</param>
    public SurfaceGrid(PlanningCase planningCase, MapLattice lattice)
    {
        Demand = planningCase.Demand;
        cellMetres = Demand.CellMetres;
        own = new SurfaceLevel(Demand, lattice, cellMetres, 0);
        middle = cellMetres is > 0 and < Kilometre ? new SurfaceLevel(Demand, lattice, Kilometre, own.Members.Count) : own;
        coarse = cellMetres is > 0 and < 5 * Kilometre
            ? new SurfaceLevel(Demand, lattice, 5 * Kilometre, middle.FirstId + middle.Members.Count) : own;
        far = cellMetres is > 0 and < 20 * Kilometre
            ? new SurfaceLevel(Demand, lattice, 20 * Kilometre, coarse.FirstId + coarse.Members.Count) : own;
    }

    /// <summary>The places.</summary>
    public Demand Demand { get; }

    /// <summary>The squares a zoom is drawn with.</summary>
    public SurfaceLevel At(int zoom) => zoom >= OwnZoom ? own : zoom >= FromKilometreZoom ? middle : zoom >= FromFiveZoom ? coarse : far;
}
