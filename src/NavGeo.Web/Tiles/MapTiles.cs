using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing.Graph;

namespace NavGeo.Web.Tiles;

/// <summary>
/// The vector tiles of a meeting. Where things lie is worked out once; what an edit changes is the times in them. Kept as
/// long as what it was made of. Any number of threads.
/// </summary>
internal sealed class MapTiles
{
    private const int KeyBytes = 8;

    private readonly StructureAccess today;
    private readonly MapLattice lattice;
    private readonly Lazy<SurfaceGrid> grid;
    private readonly ConditionalWeakTable<StructureAccess, Surface> surfaces = [];
    private readonly ConditionalWeakTable<StructureAccess, ConditionalWeakTable<StructureAccess, SurfaceChanges>> changes = [];
    private readonly ConditionalWeakTable<RoadGraph, RoadTiles> roads = [];
    private readonly ConditionalWeakTable<StructureAccess, string> keys = [];
    private readonly Lazy<byte[]> still;
    private readonly MadeOnce<AccessStudy, string, StructureAccess> alone = new();

    /// <param name="original">The case as it was read.</param>
    /// <param name="today">Its baseline before any edit.</param>
    public MapTiles(PlanningCase original, StructureAccess today)
    {
        this.today = today;
        lattice = new MapLattice(original.Epsg);
        still = new(() => StillOf(original, today));
        grid = new(() => new SurfaceGrid(original, lattice));
    }

    /// <summary>Works out where things lie before anybody asks.</summary>
    public void Prepare(RoadGraph graph)
    {
        _ = grid.Value;
        RoadsOf(graph);
    }

    /// <summary>The ways to one site as if it were the only one; null where the case has none of that id.</summary>
    public StructureAccess? Alone(AccessStudy study, string site)
    {
        if (study.Case.Sites.All(s => s.Id != site)) return null;
        return alone.Of(study, site, () => study.Access(Only(study.Case, site)));
    }

    /// <summary>The same of a site that may not have been there yet: then nobody has a way to it.</summary>
    public StructureAccess AloneBefore(AccessStudy study, string site) =>
        Alone(study, site) ?? alone.Of(study, "", () => study.Access(Only(study.Case)));

    private static Structure Only(PlanningCase planningCase, params string[] sites) => new(
        string.Concat(sites), planningCase.Name, [new Office(string.Concat(sites), null, [], sites)]);

    /// <summary>Stands for a structure's times on the map: another one as soon as the time of one place is.</summary>
    public string KeyOf(StructureAccess access) => keys.GetValue(access, a =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(still.Value);
        hash.AppendData(MemoryMarshal.AsBytes(a.Assignment.Milliseconds));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, KeyBytes));
    });

    /// <summary>A tile of a structure's travel times.</summary>
    public byte[] Surface(StructureAccess access, TileNumber tile) =>
        surfaces.GetValue(access, a => new Surface(grid.Value, a, today)).Tile(tile);

    /// <summary>The squares of a structure that are not as on the tiles of today, or not as before; see <see cref="SurfaceChanges.At"/>.</summary>
    public byte[] Changes(StructureAccess access, StructureAccess before, int zoom, TileRange? range) =>
        changes.GetValue(access, _ => []).GetValue(before, b => new SurfaceChanges(grid.Value, access, today, b)).At(zoom, range);

    /// <summary>A tile of a network.</summary>
    public byte[] Roads(RoadGraph graph, TileNumber tile) => RoadsOf(graph).Tile(tile);

    /// <summary>What a surface shows besides its times: today's, and people.</summary>
    private static byte[] StillOf(PlanningCase original, StructureAccess today)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(today.Assignment.Milliseconds));
        hash.AppendData(MemoryMarshal.AsBytes(original.Demand.People));
        hash.AppendData(MemoryMarshal.AsBytes(original.Demand.Points));
        return hash.GetHashAndReset();
    }

    private RoadTiles RoadsOf(RoadGraph graph) => roads.GetValue(graph, g => new RoadTiles(g, lattice));
}
