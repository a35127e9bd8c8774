using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Dimacs;

/// <summary>
/// A DIMACS graph as roads: its weights are taken as travel times in tenths of a second, its lengths are the straight
/// lines between its places, which stand in the coordinate file beside it.
/// </summary>
internal static class DimacsRoadReader
{
    private const int MillisecondsPerUnit = 100;
    private const int NodesAlwaysAllowed = 1_000_000;

    /// <summary>Reads a graph and the coordinates beside it: <c>x-t.gr.gz</c> with <c>x-d.co.gz</c> or <c>x-t.co.gz</c>.</summary>
    /// <exception cref="InputException">Either is unusable, or there are no coordinates.</exception>
    public static RoadImport Read(InputFile file, Findings findings)
    {
        string path = file.Path;
        DimacsGraph graph = DimacsReader.ReadGraph(file);
        // The count of nodes is the file's word only; a road network has more arcs than nodes.
        if (graph.NodeCount > 2L * graph.ArcCount + NodesAlwaysAllowed)
            throw new InputException(path, null, new Phrase("dimacs.too-many-nodes", graph.NodeCount, graph.ArcCount), new Phrase("dimacs.count.remedy"));
        (int[] east, int[] north) = DimacsReader.ReadCoordinates(CoordinatesBeside(path), graph.NodeCount);
        for (int node = 0; node < east.Length; node++)
        {
            if (Math.Abs(east[node]) > 180_000_000 || Math.Abs(north[node]) > 90_000_000)
                throw new InputException(path, null, new Phrase("dimacs.bad-coordinate"), new Phrase("dimacs.bad-coordinates.remedy"));
            // Millionths of a degree there, tenths of a millionth here.
            (east[node], north[node]) = (east[node] * 10, north[node] * 10);
        }
        OsmProjection projection = OsmProjection.For(east, north);
        var links = new List<RoadLink>(graph.ArcCount / 2);
        var dropped = new DropCounter();
        int read = 0;
        for (int arc = 0; arc < graph.ArcCount; arc++)
        {
            read++;
            (int tail, int head) = (graph.Tails[arc], graph.Heads[arc]);
            int forward = Time(path, graph.Weights[arc]);
            int? backward = null;
            // The way back follows its arc in these files.
            if (arc + 1 < graph.ArcCount && graph.Tails[arc + 1] == head && graph.Heads[arc + 1] == tail) backward = Time(path, graph.Weights[++arc]);
            if (tail == head)
            {
                dropped.Count(DropReason.ZeroLength, "");
                continue;
            }
            double metres = GroundLength.Metres(east[tail], north[tail], east[head], north[head]);
            if (metres > 2_000_000 || !projection.Reaches(east[tail], north[tail]) || !projection.Reaches(east[head], north[head]))
            {
                dropped.Count(DropReason.TooFar, "");
                continue;
            }
            links.Add(new RoadLink
            {
                Shape = (PlanePoint[])[projection.Project(east[tail], north[tail]), projection.Project(east[head], north[head])],
                Directions = backward is null ? LinkDirections.Forward : LinkDirections.Both,
                LengthMillimetres = (int)Math.Round(metres * 1000),
                ForwardMilliseconds = forward,
                BackwardMilliseconds = backward,
                FromJunction = tail,
                ToJunction = head,
            });
        }
        dropped.Say(path, null, findings);
        if (links.Count == 0) throw new InputException(path, null, new Phrase("geo.roads.none"), new Phrase("geo.roads.none.remedy"));
        var source = new SourceReference("9th DIMACS Implementation Challenge", "", "", file.Name, file.Sha256());
        return new RoadImport(links, dropped.All, read, projection.Epsg, source) { MeetsByNumber = true };
    }

    private static int Time(string path, int weight) => weight <= int.MaxValue / 2 / MillisecondsPerUnit
        ? weight * MillisecondsPerUnit
        : throw new InputException(path, null, new Phrase("dimacs.too-long", weight), new Phrase("dimacs.too-long.remedy"));

    private static string CoordinatesBeside(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string name = Path.GetFileName(path);
        string[] names =
        [
            .. new[] { name, name.Replace("-t.", "-d.", StringComparison.OrdinalIgnoreCase) }
                .SelectMany(n => (string[])
                [
                    n.Replace(".gr", ".co", StringComparison.OrdinalIgnoreCase),
                    n.Replace(".gr.gz", ".co", StringComparison.OrdinalIgnoreCase),
                    n.Replace(".gr", ".co", StringComparison.OrdinalIgnoreCase) + ".gz",
                ]),
        ];
        return names.Where(n => n != name).Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists)
            ?? throw new InputException(path, null, new Phrase("dimacs.no-coordinates"), new Phrase("dimacs.no-coordinates.remedy", names[0]));
    }
}
