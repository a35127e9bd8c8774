using System.Text;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;

namespace NavGeo.Data.Networks;

/// <summary>
/// Tells a road file's format by its first bytes; its name decides where those say nothing. So a file that was renamed
/// is read all the same, and a damaged one is refused by the reader of its own kind.
/// </summary>
internal static class RoadFormats
{
    private const int BytesLookedAt = 512;

    public static RoadFormat Of(InputFile file)
    {
        string name = file.Name.ToLowerInvariant();
        if (CaseWorkbook.Is(file.Path)) return RoadFormat.CaseTable;
        ReadOnlySpan<byte> bytes = file.Begin(BytesLookedAt);
        if (bytes.StartsWith("NAVNET"u8)) return RoadFormat.NavNet;
        if (bytes.StartsWith("SQLite format 3"u8)) return RoadFormat.GeoPackage;
        // The first block of an .osm.pbf is a BlobHeader of this type.
        if (bytes.Length > 15 && bytes[4] == 0x0A && bytes[6..15].SequenceEqual("OSMHeader"u8)) return RoadFormat.OpenStreetMap;
        ReadOnlySpan<byte> text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("<?xml"u8) || text.StartsWith("<osm"u8)) return RoadFormat.OpenStreetMap;
        return name == RoadTable.Name && File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file.Path))!, PlaceTable.Name))
            ? RoadFormat.CaseTable
            : ByName(name);
    }

    private static RoadFormat ByName(string name)
    {
        if (name.EndsWith(BuiltNetwork.Extension, StringComparison.Ordinal)) return RoadFormat.NavNet;
        if (name.EndsWith(".gpkg", StringComparison.Ordinal)) return RoadFormat.GeoPackage;
        if (name.EndsWith(".pbf", StringComparison.Ordinal) || name.EndsWith(".osm", StringComparison.Ordinal)) return RoadFormat.OpenStreetMap;
        if (name.EndsWith(".gr", StringComparison.Ordinal) || name.EndsWith(".gr.gz", StringComparison.Ordinal)) return RoadFormat.Dimacs;
        if (name.EndsWith(".csv", StringComparison.Ordinal)) return RoadFormat.RuteplanTable;
        if (name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".geojson", StringComparison.Ordinal)) return RoadFormat.NvdbSegments;
        return RoadFormat.Unknown;
    }
}

/// <summary>The kinds of road file.</summary>
internal enum RoadFormat
{
    /// <summary>None that NavGeo reads.</summary>
    Unknown = 0,

    /// <summary>A network NavGeo built.</summary>
    NavNet,

    /// <summary>A GeoPackage of Kartverket's or Statens vegvesen's roads.</summary>
    GeoPackage,

    /// <summary>OpenStreetMap, pbf or xml.</summary>
    OpenStreetMap,

    /// <summary>A graph of the 9th DIMACS challenge.</summary>
    Dimacs,

    /// <summary>The Ruteplan network of NVDB as a table.</summary>
    RuteplanTable,

    /// <summary>A hand-made table between places, as in a case folder.</summary>
    CaseTable,

    /// <summary>Road segments as NVDB's API gives them.</summary>
    NvdbSegments,
}
