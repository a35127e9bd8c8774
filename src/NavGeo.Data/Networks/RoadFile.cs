using System.Runtime.CompilerServices;
using NavGeo.Data.Dimacs;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Data.Kartverket;
using NavGeo.Data.OpenStreetMap;
using NavGeo.Data.Roads;
using NavGeo.Data.Vegvesen;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Data.Networks;

/// <summary>Opens a network by what its file is: the one place that knows which formats <c>--roads</c> takes.</summary>
public static class RoadFile
{
    /// <summary>
    /// How far from a car road a ferry of a source with junction numbers may end. Such sources draw the quay where it
    /// is; what is missing is the last metres over a quay where the road is not drawn.
    /// </summary>
    private const double NumberedQuayReachMetres = 250;

    /// <summary>Reads a network and its sea, where the file holds one.</summary>
    /// <param name="file">A file of one of the formats in <c>docs/roads.md</c>, or a folder with a hand-made table.</param>
    /// <param name="findings">Takes what the reader has to say.</param>
    /// <param name="run">Progress, cancellation and threads of a long reading.</param>
    /// <exception cref="InputException">The file is missing, damaged or of a kind NavGeo does not read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RoadNetwork Open(InputFile file, Findings findings, ReadingRun? run = null)
    {
        run ??= ReadingRun.Default;
        file = Existing(file);
        if (RoadFormats.Of(file) == RoadFormat.NavNet) return BuiltNetwork.Open(file);
        RoadImport import = Read(file, findings, run);
        WaterMask? water = import.Water ?? SeaOf(file);
        return Built(import, run) with { Water = water };
    }

    /// <summary>Reads one network out of several files, of neighbouring areas and the same publisher.</summary>
    /// <param name="files">One or more.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <param name="run">Progress, cancellation and threads of a long reading.</param>
    /// <exception cref="InputException">A file cannot be used, or they do not go together.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RoadNetwork Open(IReadOnlyList<InputFile> files, Findings findings, ReadingRun? run = null)
    {
        if (files.Count == 1) return Open(files[0], findings, run);
        run ??= ReadingRun.Default;
        files = [.. files.Select(Existing)];
        foreach (InputFile file in files)
        {
            if (RoadFormats.Of(file) == RoadFormat.NavNet)
                throw new InputException(file.Path, null, new Phrase("roads.merge.built"), new Phrase("roads.merge.built.remedy"));
        }
        (string Path, RoadImport Import)[] imports = [.. files.Select(file => (file.Path, Read(file, findings, run)))];
        WaterMask? water = Together([.. imports.Zip(files, (i, file) => i.Import.Epsg == imports[0].Import.Epsg ? i.Import.Water ?? SeaOf(file) : null).OfType<WaterMask>()]);
        return Built(RoadMerge.Of(imports, findings), run) with { Water = water };
    }

    /// <summary>The file itself, or the hand-made table of a folder.</summary>
    private static InputFile Existing(InputFile file)
    {
        if (Directory.Exists(file.Path)) file = Path.Combine(file.Path, RoadTable.Name);
        return file.Exists ? file : throw new InputException(file.Path, null, new Phrase("roads.no-file"), new Phrase("roads.no-file.remedy"));
    }

    private static RoadImport Read(InputFile file, Findings findings, ReadingRun run) => RoadFormats.Of(file) switch
    {
        RoadFormat.GeoPackage => IsRuteplan(file) ? RuteplanReader.ReadGeoPackage(file, findings, run) : N1000RoadReader.Read(file, findings, run: run),
        RoadFormat.OpenStreetMap => OsmRoadReader.Read(file, findings, run),
        RoadFormat.Dimacs => DimacsRoadReader.Read(file, findings),
        RoadFormat.RuteplanTable => RuteplanReader.ReadTable(file, findings, run),
        RoadFormat.CaseTable => RoadTable.ReadFile(file, findings),
        RoadFormat.NvdbSegments => NvdbSegmentReader.Read(file, findings, run),
        _ => throw new InputException(
            file.Path, null, new Phrase("roads.unknown-kind", Path.GetExtension(file.Path)), new Phrase("roads.unknown-kind.remedy")),
    };

    /// <summary>The sea of a GeoPackage; null where it has none.</summary>
    private static WaterMask? SeaOf(InputFile file) =>
        RoadFormats.Of(file) == RoadFormat.GeoPackage && !IsRuteplan(file) && SeaMaskReader.Find(file) is { Rows: > 0 } sea ? sea : null;

    /// <summary>Several seas in one projection: a square is sea where one of them says so.</summary>
    private static WaterMask? Together(WaterMask[] seas)
    {
        if (seas.Length < 2) return seas.FirstOrDefault();
        double side = seas.Min(s => s.SquareMetres);
        var origin = new PlanePoint(seas.Min(s => s.Origin.Easting), seas.Min(s => s.Origin.Northing));
        int columns = (int)Math.Ceiling((seas.Max(s => s.Origin.Easting + s.Columns * s.SquareMetres) - origin.Easting) / side);
        int rows = (int)Math.Ceiling((seas.Max(s => s.Origin.Northing + s.Rows * s.SquareMetres) - origin.Northing) / side);
        return new WaterMask(origin, side, columns, rows, (column, row) =>
        {
            var middle = new PlanePoint(origin.Easting + (column + 0.5) * side, origin.Northing + (row + 0.5) * side);
            return seas.Any(s => s.IsSea(middle));
        });
    }

    private static bool IsRuteplan(InputFile file)
    {
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        return RuteplanReader.FindLayer(reader) is not null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RoadNetwork Built(RoadImport import, ReadingRun run)
    {
        IReadOnlyList<PlaceName> places = import.Places;
        int epsg = import.Epsg;
        Func<IReadOnlyList<FerryService>, IReadOnlyList<string>> namer = ferries => FerryLabels.Of(ferries, places, MapProjection.ForEpsg(epsg));
        RoadGraphBuilder builder = import.MeetsByNumber
            ? new RoadGraphBuilder(import.Epsg)
            {
                SplitToleranceMetres = 0,
                QuayReachMetres = NumberedQuayReachMetres,
                WaysideQuayReachMetres = NumberedQuayReachMetres,
                FerryNamer = namer,
            }
            : new RoadGraphBuilder(import.Epsg) { FerryNamer = namer };
        BuildingRun building = run.ToBuilding();
        import = Poured(builder, import, building);
        foreach (TurnRestriction turn in import.Turns) builder.Restrict(turn);
        foreach (PathRestriction path in import.Paths) builder.Restrict(path);
        RoadGraph graph = builder.Build(building);
        return new RoadNetwork(graph, null, import.Source) { Import = import };
    }

    /// <summary>
    /// Hands the links over to the builder. The import goes on without them: a country's must not stay in memory beside
    /// the graph, so the method is compiled to let go of them at their last use.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RoadImport Poured(RoadGraphBuilder builder, RoadImport import, BuildingRun building)
    {
        builder.AddRange(import.Links, building);
        return import with { Links = [] };
    }
}

/// <summary>A network as it came from a file.</summary>
/// <param name="Graph">The roads and ferries.</param>
/// <param name="Water">The sea; null where the file does not know it.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RoadNetwork(RoadGraph Graph, WaterMask? Water, SourceReference Source)
{
    /// <summary>What was read and dropped on the way; null for a network that was built before.</summary>
    public RoadImport? Import { get; init; }

    /// <summary>The order, where the file holds one; null for raw roads, which are ordered when first needed.</summary>
    public RoadHierarchy? Hierarchy { get; init; }
}
