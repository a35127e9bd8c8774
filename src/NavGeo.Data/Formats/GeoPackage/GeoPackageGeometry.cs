using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Data.Formats.GeoPackage;

/// <summary>
/// The geometry blob of a GeoPackage (OGC 12-128r18, clause 2.1.3), read and written by NetTopologySuite in the plane; what
/// that lets pass (other versions, numbers that are none) is refused here.
/// </summary>
public static class GeoPackageGeometry
{
    private const int Header = 8;
    private const byte LittleEndian = 1, Empty = 0x10, Extended = 0x20;

    private static readonly GeoPackageGeoReader Reader = new() { HandleSRID = true, HandleOrdinates = Ordinates.XY };
    private static readonly GeoPackageGeoWriter Writer = new() { HandleOrdinates = Ordinates.XY };

    /// <summary>Reads a blob; heights and measures are passed over.</summary>
    /// <param name="blob">As it stands in the geometry column.</param>
    /// <param name="srsId">The blob's own srs id; 0 and -1 mean that it is undefined.</param>
    /// <returns>Null for an empty geometry.</returns>
    /// <exception cref="FormatException">The blob is damaged; the message says how, in English.</exception>
    public static Geometry? Decode(byte[] blob, out int srsId)
    {
        if (blob.Length < Header || !blob.AsSpan().StartsWith("GP\0"u8)) throw new FormatException("the bytes are no geometry of version 1");
        byte flags = blob[3];
        if ((flags & Extended) != 0) throw new FormatException("the geometry is of an extended kind");
        srsId = (flags & LittleEndian) != 0 ? BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(4)) : BinaryPrimitives.ReadInt32BigEndian(blob.AsSpan(4));
        if ((flags & Empty) != 0) return null;
        CheckKind(blob);
        Geometry geometry;
        try
        {
            geometry = Reader.Read(blob);
        }
        catch (Exception fault) when (fault is ParseException or ArgumentException or IOException)
        {
            throw new FormatException(fault.Message, fault);
        }
        if (geometry.IsEmpty) return null;
        return Array.TrueForAll(geometry.Coordinates, at => double.IsFinite(at.X) && double.IsFinite(at.Y))
            ? geometry
            : throw new FormatException("a coordinate is not a number");
    }

    /// <summary>
    /// Makes a blob: little-endian, outer rings counter-clockwise and holes clockwise, whatever they are in the geometry.
    /// </summary>
    /// <param name="geometry">Not empty; heights and measures are left out.</param>
    /// <param name="srsId">The srs id of the layer.</param>
    public static byte[] Encode(Geometry geometry, int srsId)
    {
        byte[] blob = Writer.Write(geometry is IPolygonal ? geometry.Normalized().Reverse() : geometry);
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srsId);
        return blob;
    }

    /// <exception cref="FormatException">The well-known binary is of a kind that does not exist or is a curve: the library takes 5002 for a line.</exception>
    private static void CheckKind(ReadOnlySpan<byte> blob)
    {
        int start = Header + (blob[3] >> 1 & 7) switch { 0 => 0, 1 => 32, 2 or 3 => 48, _ => 64 };
        if (blob.Length < start + 5) throw new FormatException("the bytes end too early");
        uint code = blob[start] == 0 ? BinaryPrimitives.ReadUInt32BigEndian(blob[(start + 1)..]) : BinaryPrimitives.ReadUInt32LittleEndian(blob[(start + 1)..]);
        // The highest bits say that heights, measures or a code of the projection follow.
        uint kind = code & 0x0FFFFFFF;
        if (kind >= 4000 || kind % 1000 is 0 or > 7) throw new FormatException($"geometry kind {code} is not read");
    }
}
