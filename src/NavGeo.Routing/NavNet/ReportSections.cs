using NavGeo.Routing.Graph;

namespace NavGeo.Routing.NavNet;

/// <summary>The findings of the network's building, in the file with it.</summary>
internal static class ReportSections
{
    public static void Write(SectionWriter sections, RoadGraphReport report)
    {
        sections.Numbers<int>("RCNT", [report.DroppedLinks, report.SplitJunctions, report.RoadParts, report.UnusedRestrictions]);
        WriteGaps(sections, "RQUA", report.QuayLinks);
        WriteGaps(sections, "ROPN", report.OpenQuays);
        double[] parts = [.. report.Parts.SelectMany(p => (double[])[p.Nodes, p.Kilometres, p.Somewhere.Easting, p.Somewhere.Northing, p.HasFerry ? 1 : 0])];
        sections.Numbers<double>("RPRT", parts);
    }

    public static RoadGraphReport Read(SectionReader sections)
    {
        int[] counts = sections.Numbers<int>("RCNT");
        if (counts.Length != 4) throw NavNetFile.Contradiction("RCNT");
        IReadOnlyList<QuayGap> laid = ReadGaps(sections, "RQUA");
        IReadOnlyList<QuayGap> open = ReadGaps(sections, "ROPN");
        return new RoadGraphReport
        {
            DroppedLinks = counts[0],
            SplitJunctions = counts[1],
            RoadParts = counts[2],
            UnusedRestrictions = counts[3],
            QuayLinks = laid,
            OpenQuays = open,
            Parts =
            [
                .. Rows(sections, "RPRT", 5)
                    .Select(p => new NetworkPart(Whole(p[0]), p[1], new PlanePoint(p[2], p[3]), p[4] != 0)),
            ],
        };
    }

    private static void WriteGaps(SectionWriter sections, string tag, IReadOnlyList<QuayGap> gaps)
    {
        double[] rows = [.. gaps.SelectMany(g => (double[])[g.Quay.Easting, g.Quay.Northing, (int)g.Road.Category, g.Road.Number, g.Metres])];
        sections.Numbers<double>(tag, rows);
    }

    private static IReadOnlyList<QuayGap> ReadGaps(SectionReader sections, string tag) =>
    [
        .. Rows(sections, tag, 5).Select(g => new QuayGap(
            new PlanePoint(g[0], g[1]), new RoadNumber((RoadCategory)Whole(g[2]), Whole(g[3])), g[4])),
    ];

    private static int Whole(double value) =>
        value is >= 0 and <= int.MaxValue ? (int)value : throw NavNetFile.Contradiction("report");

    private static IEnumerable<double[]> Rows(SectionReader sections, string tag, int columns)
    {
        double[] values = sections.Numbers<double>(tag);
        return values.Length % columns == 0 ? values.Chunk(columns) : throw NavNetFile.Contradiction(tag);
    }
}
