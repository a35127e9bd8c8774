using System.Runtime.CompilerServices;
using NavGeo.Data.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Data.Nvdb;
using NavGeo.Data.OpenStreetMap;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Building;

namespace NavGeo.Data.Roads;

/// <summary>Opens a network by what its file is: the one place that knows which formats <c>--roads</c> takes.</summary>
public static class RoadFile
{
    /// <summary>
    /// How far from a car road a ferry of a source with junction numbers may end. Such sources draw the quay where it
    /// is; what is missing is the last metres over a quay where the road is not drawn.
    /// </summary>
    private const double NumberedQuayReachMetres = 250;

    /// <summary>Reads a network and its sea, where the file holds one.</summary>
    /// <param name="path">A file of one of the formats in <c>docs/roads.md</c>.</param>
    /// <param name="findings">Takes what the reader has to say.</param>
    /// <param name="run">Progress, cancellation and threads of a long reading.</param>
    /// <exception cref="InputException">The file is missing, damaged or of a kind NavGeo does not read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RoadNetwork Open(string path, Findings findings, ReadingRun? run = null)
    {
        run ??= ReadingRun.Default;
        if (!File.Exists(path))
            throw new InputException(path, null, new Phrase("roads.no-file"), new Phrase("roads.no-file.remedy"));
        switch (RoadFormats.Of(path))
        {
            case RoadFormat.NavNet:
                return BuiltNetwork.Open(path);
            case RoadFormat.GeoPackage:
                return IsRuteplan(path)
                    ? Built(RuteplanReader.ReadGeoPackage(path, findings, run), run)
                    : Built(N1000RoadReader.Read(path, findings, run: run), run) with { Water = SeaMaskReader.Find(path) };
            case RoadFormat.OpenStreetMap:
                return Built(OsmRoadReader.Read(path, findings, run), run);
            case RoadFormat.Dimacs:
                return Built(DimacsRoadReader.Read(path, findings), run);
            case RoadFormat.RuteplanTable:
                return Built(RuteplanReader.ReadTable(path, findings, run), run);
            case RoadFormat.NvdbSegments:
                return Built(NvdbSegmentReader.Read(path, findings, run), run);
            default:
                throw new InputException(
                    path, null, new Phrase("roads.unknown-kind", Path.GetExtension(path)), new Phrase("roads.unknown-kind.remedy"));
        }
    }

    private static bool IsRuteplan(string path)
    {
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        return RuteplanReader.FindLayer(reader) is not null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RoadNetwork Built(RoadImport import, ReadingRun run)
    {
        RoadGraphBuilder builder = import.MeetsByNumber
            ? new RoadGraphBuilder(import.Epsg)
            {
                SplitToleranceMetres = 0, QuayReachMetres = NumberedQuayReachMetres, WaysideQuayReachMetres = NumberedQuayReachMetres,
            }
            : new RoadGraphBuilder(import.Epsg);
        import = Poured(builder, import);
        foreach (TurnRestriction turn in import.Turns) builder.Restrict(turn);
        run.Cancellation.ThrowIfCancellationRequested();
        RoadGraph graph = builder.Build();
        run.Cancellation.ThrowIfCancellationRequested();
        return new RoadNetwork(graph, null, import.Source) { Import = import };
    }

    /// <summary>
    /// Hands the links over to the builder. The import goes on without them: a country's must not stay in memory beside
    /// the graph, so the method is compiled to let go of them at their last use.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RoadImport Poured(RoadGraphBuilder builder, RoadImport import)
    {
        builder.AddRange(import.Links);
        return import with { Links = [] };
    }
}
