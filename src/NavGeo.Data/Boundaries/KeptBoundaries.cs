using NavGeo.Data.Input;
using NavGeo.Data.Kept;
using NavGeo.Planning.Language;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Data.Boundaries;

/// <summary>
/// Boundaries between two runs: reading a country's takes two seconds, nearly all of it for finding out which of them cross
/// themselves. Kept, a municipality becomes a polygon when somebody asks for it.
/// </summary>
internal static class KeptBoundaries
{
    /// <summary>A smaller file is read as fast as what is kept of it.</summary>
    private const int LeastBytes = 200_000;

    /// <summary>What is kept of a file; read and kept where nothing is.</summary>
    public static JoinedBoundaries Read(InputFile file, Findings findings, Func<JoinedBoundaries> read)
    {
        if (!file.Exists || (!CarriedFile.IsPath(file.Path) && file.Length < LeastBytes)) return read();
        int before = findings.All.Count;
        return KeptFolder.Own.Get(
            KeptFolder.NameOf("boundaries", file.Sha256()), Read, read,
            // What a reader had to say beside this is not kept, and must be said again.
            (joined, writer) => findings.All.Count == before && Write(joined, writer));
    }

    private static bool Write(JoinedBoundaries joined, KeptWriter writer)
    {
        var wkb = new WKBWriter();
        writer.Each(joined.Names, name =>
        {
            writer.Text(name.Number);
            writer.Text(name.Name);
        });
        writer.Each(joined.All, each =>
        {
            Envelope extent = each.Boundary.Extent;
            writer.Text(each.Boundary.Number);
            writer.Text(each.Boundary.Name);
            writer.Text(each.Place);
            writer.Whole(each.Parts);
            writer.Each(each.Repaired, writer.Text);
            writer.Column<double>([extent.MinX, extent.MaxX, extent.MinY, extent.MaxY]);
            writer.Column<byte>(wkb.Write(each.Boundary.Area));
        });
        return true;
    }

    private static JoinedBoundaries Read(KeptReader reader)
    {
        var geometry = new NtsGeometryServices(new PrecisionModel(), 25833);
        return new JoinedBoundaries(reader.Each(() => new MunicipalityName(reader.Word(), reader.Word())), reader.Each(Boundary));

        JoinedBoundary Boundary()
        {
            (string number, string name, string place) = (reader.Word(), reader.Word(), reader.Word());
            int parts = (int)reader.Whole();
            string[] repaired = reader.Each(reader.Word);
            double[] box = reader.Column<double>();
            ReadOnlyMemory<byte> wkb = reader.Bytes();
            var extent = new Envelope(box[0], box[1], box[2], box[3]);
            return new JoinedBoundary(new MunicipalityBoundary(number, name, extent, () => new WKBReader(geometry).Read(wkb.ToArray())), place, parts, repaired);
        }
    }
}
