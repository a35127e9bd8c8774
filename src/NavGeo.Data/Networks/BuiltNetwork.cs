using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Building;
using NavGeo.Routing.NavNet;
using NavGeo.Routing.Times;

namespace NavGeo.Data.Networks;

/// <summary>Networks that were built once and are opened many times: <c>.navnet</c> files with where they come from.</summary>
public static class BuiltNetwork
{
    /// <summary>How their names end.</summary>
    public const string Extension = ".navnet";

    /// <summary>Writes a network, ordering it if it is not yet; the file is whole or not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network.</param>
    /// <param name="run">Progress, cancellation and threads.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is left behind.</exception>
    public static void Write(string path, RoadNetwork network, ReadingRun? run = null)
    {
        AtomicFile.Write(path, stream => Write(stream, network, run));
    }

    /// <summary>The same into a stream.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static void Write(Stream stream, RoadNetwork network, ReadingRun? run = null)
    {
        BuildingRun building = (run ?? ReadingRun.Default).ToBuilding();
        SourceReference source = network.Source;
        var content = new NavNetContent(
            network.Hierarchy ?? RoadHierarchy.Of(network.Graph, building),
            network.Water,
            string.Join('\n', source.Title, source.Licence, source.Date, source.File, source.Sha256));
        NavNetFile.Write(stream, content, building);
    }

    /// <summary>Opens one.</summary>
    /// <exception cref="InputException">It is foreign, of another version, cut off or damaged.</exception>
    public static RoadNetwork Open(InputFile file)
    {
        try
        {
            using Stream stream = file.OpenRead();
            NavNetContent content = NavNetFile.Read(stream);
            string[] source = [.. content.Source.Split('\n'), "", "", "", "", ""];
            return new RoadNetwork(
                content.Hierarchy.Roads,
                content.Water,
                new SourceReference(source[0], source[1], source[2], Empty(source[3]), Empty(source[4])))
            {
                Hierarchy = content.Hierarchy,
            };
        }
        catch (NavNetException problem)
        {
            string key = problem.Fault switch
            {
                NavNetFault.Foreign => "roads.navnet.foreign",
                NavNetFault.OtherVersion => "roads.navnet.version",
                NavNetFault.Truncated => "roads.navnet.truncated",
                NavNetFault.Damaged => "roads.navnet.damaged",
                _ => "roads.navnet.inconsistent",
            };
            throw new InputException(file.Path, null, new Phrase(key), new Phrase("roads.navnet.remedy"));
        }
    }

    private static string? Empty(string text) => text.Length == 0 ? null : text;
}
