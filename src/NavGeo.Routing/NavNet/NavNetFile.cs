using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Order;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;

namespace NavGeo.Routing.NavNet;

/// <summary>
/// The .navnet format: graph, order and sea as raw little-endian columns that are read straight into arrays, so that
/// opening a country takes a fraction of a second. Layout: eight bytes of signature with the version, then sections of
/// a four-letter tag, a 64-bit length and the payload, and last the SHA-256 of everything before it.
/// </summary>
public static class NavNetFile
{
    /// <summary>Version of the layout; to be raised when a section beside those of the edges changes, or one attribute takes the place of another.</summary>
    private const int Layout = 6;

    /// <summary>
    /// The format's version, another one for every attribute that the <see cref="EdgeTable"/> gets; another one is refused,
    /// because a network is built anew in seconds.
    /// </summary>
    public static byte Version => (byte)(Layout * 32 + EdgeTable.All.Count);

    /// <summary>Writes a network; the same network gives the same bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">The network.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">It was stopped; what was written until then is no network.</exception>
    public static void Write(Stream stream, NavNetContent content, BuildingRun? run = null)
    {
        var sections = new SectionWriter(stream, run ?? BuildingRun.Default);
        RoadGraph graph = content.Hierarchy.Roads;
        RoadGraphColumns columns = graph.ToColumns();
        sections.Numbers<int>("EPSG", [columns.Epsg]);
        sections.Text("SRCE", content.Source);
        sections.Numbers<PlanePoint>("NODE", columns.NodePoints);
        foreach (EdgeColumn attribute in EdgeTable.All) sections.Column(attribute, columns.Edges);
        sections.Text("NAMS", string.Join('\n', columns.Names));
        sections.Numbers<int>("TFRM", columns.TurnFrom);
        sections.Numbers<int>("TTO ", columns.TurnTo);
        sections.Numbers<bool>("TONL", columns.TurnIsOnly);
        sections.Numbers<int>("PTHF", columns.PathFirst);
        sections.Numbers<int>("PTHA", columns.PathArcs);
        sections.Numbers<int>("BNDF", columns.BendFirst);
        sections.Numbers<double>("BNDS", Array.ConvertAll(columns.Bends, b => b.Share));
        sections.Numbers<int>("BNDL", Array.ConvertAll(columns.Bends, b => b.LengthMillimetres));
        sections.Numbers<int>("BNDT", [.. columns.Bends.SelectMany(b => (int[])[b.ForwardMilliseconds, b.BackwardMilliseconds])]);
        sections.Numbers<int>("SHPF", columns.ShapeFirst);
        sections.Numbers<PlanePoint>("SHPP", columns.ShapePoints);
        ReportSections.Write(sections, graph.Report);
        sections.Numbers<int>("ORDR", content.Hierarchy.Chordal.Nodes);
        if (content.Water is { } water)
        {
            sections.Numbers<double>("WATE", [water.Origin.Easting, water.Origin.Northing, water.SquareMetres, water.Columns, water.Rows]);
            sections.Numbers("WATB", water.Bits);
        }
        sections.End();
    }

    /// <summary>Reads a network.</summary>
    /// <exception cref="NavNetException">The file is foreign, of another version, cut off, damaged or inconsistent.</exception>
    public static NavNetContent Read(Stream stream)
    {
        var sections = new SectionReader(stream);
        int[] epsg = sections.Numbers<int>("EPSG");
        string source = sections.Text("SRCE");
        PlanePoint[] nodes = sections.Numbers<PlanePoint>("NODE");
        EdgeColumns edges = EdgeColumns.Read([.. EdgeTable.All.Select(sections.Column)]) ?? throw Contradiction("edge columns");
        string names = sections.Text("NAMS");
        var columns = new RoadGraphColumns
        {
            Epsg = epsg.Length == 1 ? epsg[0] : throw Contradiction("EPSG"),
            NodePoints = nodes,
            Edges = edges,
            Names = names.Length == 0 ? [] : names.Split('\n'),
            TurnFrom = sections.Numbers<int>("TFRM"),
            TurnTo = sections.Numbers<int>("TTO "),
            TurnIsOnly = sections.Flags("TONL"),
            PathFirst = sections.Numbers<int>("PTHF"),
            PathArcs = sections.Numbers<int>("PTHA"),
            BendFirst = sections.Numbers<int>("BNDF"),
            Bends = Bends(sections),
            ShapeFirst = sections.Numbers<int>("SHPF"),
            ShapePoints = sections.Numbers<PlanePoint>("SHPP"),
        };
        RoadGraphReport report = ReportSections.Read(sections);
        int[] order = sections.Numbers<int>("ORDR");
        WaterMask? water = sections.Next == "WATE" ? ReadWater(sections) : null;
        sections.End();
        ColumnCheck.Verify(columns);
        if (!IsPermutation(order)) throw Contradiction("ORDR");
        var graph = new RoadGraph(columns, report, new NodeOrder(order));
        if (order.Length != graph.Walk.NodeCount) throw Contradiction("ORDR");
        // Independent of each other; whoever opens a network is about to ask both.
        Parallel.Invoke(() => RoadHierarchy.Of(graph), () => RoadSnapper.Prepare(graph));
        return new NavNetContent(RoadHierarchy.Of(graph), water, source);
    }

    /// <summary>The section's figures cannot be true.</summary>
    internal static NavNetException Contradiction(string tag) =>
        new(NavNetFault.Inconsistent, $"section {tag} contradicts the others");

    private static EdgeBend[] Bends(SectionReader sections)
    {
        double[] shares = sections.Numbers<double>("BNDS");
        int[] lengths = sections.Numbers<int>("BNDL"), times = sections.Numbers<int>("BNDT");
        if (lengths.Length != shares.Length || times.Length != 2L * shares.Length) throw Contradiction("BNDS");
        var bends = new EdgeBend[shares.Length];
        for (int i = 0; i < bends.Length; i++) bends[i] = new EdgeBend(shares[i], lengths[i], times[2 * i], times[2 * i + 1]);
        return bends;
    }

    private static WaterMask ReadWater(SectionReader sections)
    {
        double[] frame = sections.Numbers<double>("WATE");
        ulong[] bits = sections.Numbers<ulong>("WATB");
        bool isFrame = frame.Length == 5 && double.IsFinite(frame[0]) && double.IsFinite(frame[1]) && frame[2] > 0
            && frame[3] is >= 0 and <= int.MaxValue && frame[4] is >= 0 and <= int.MaxValue;
        if (!isFrame || ((long)frame[3] + 63) / 64 * (long)frame[4] != bits.Length) throw Contradiction("WATE");
        return new WaterMask(new PlanePoint(frame[0], frame[1]), frame[2], (int)frame[3], (int)frame[4], bits);
    }

    private static bool IsPermutation(int[] order)
    {
        var isSeen = new bool[order.Length];
        foreach (int node in order)
        {
            if (node < 0 || node >= order.Length || isSeen[node]) return false;
            isSeen[node] = true;
        }
        return true;
    }
}

/// <summary>What a .navnet file holds: a network ready to be asked.</summary>
/// <param name="Hierarchy">The roads and their order.</param>
/// <param name="Water">The sea; null where the source did not know it.</param>
/// <param name="Source">Where the roads come from, as the writer gave it: lines of text, not read here.</param>
public sealed record NavNetContent(RoadHierarchy Hierarchy, WaterMask? Water, string Source);

/// <summary>A .navnet file cannot be used, and why.</summary>
public sealed class NavNetException : Exception
{
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="message">The same in words, for logs.</param>
    public NavNetException(NavNetFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>What is wrong with it.</summary>
    public NavNetFault Fault { get; }
}

/// <summary>Why a .navnet file is refused.</summary>
public enum NavNetFault
{
    /// <summary>It does not begin as a .navnet file does.</summary>
    Foreign = 0,

    /// <summary>It was written by another version of NavGeo.</summary>
    OtherVersion,

    /// <summary>It ends before it should.</summary>
    Truncated,

    /// <summary>Its bytes are not those that were written.</summary>
    Damaged,

    /// <summary>Its checksum is right but its figures contradict each other.</summary>
    Inconsistent,
}
