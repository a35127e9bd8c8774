using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.GeoPackage;

/// <summary>
/// The geometry blob of a GeoPackage (OGC 12-128r18, clause 2.1.3): "GP", version, flags, srs id, an envelope that
/// is skipped, and well-known binary.
/// </summary>
public static class GeoPackageGeometry
{
    private const int FixedHeader = 8;

    /// <summary>Reads a blob.</summary>
    /// <param name="blob">As it stands in the geometry column.</param>
    /// <param name="factory">Makes the geometry; its SRID is the caller's.</param>
    /// <param name="srsId">The blob's own srs id; 0 and -1 mean that it is undefined.</param>
    /// <returns>Null for an empty geometry.</returns>
    /// <exception cref="FormatException">The blob is damaged; the message says how, in English.</exception>
    public static Geometry? Decode(ReadOnlySpan<byte> blob, GeometryFactory factory, out int srsId)
    {
        if (blob.Length < FixedHeader || blob[0] != 'G' || blob[1] != 'P') throw new FormatException("the bytes GP do not come first");
        if (blob[2] != 0) throw new FormatException($"geometry version {blob[2]} is not known");
        byte flags = blob[3];
        if ((flags & 0x20) != 0) throw new FormatException("the geometry is of an extended kind");
        srsId = (flags & 1) != 0 ? BinaryPrimitives.ReadInt32LittleEndian(blob[4..]) : BinaryPrimitives.ReadInt32BigEndian(blob[4..]);
        int envelopeDoubles = (flags >> 1 & 7) switch
        {
            0 => 0,
            1 => 4,
            2 or 3 => 6,
            4 => 8,
            int kind => throw new FormatException($"envelope kind {kind} does not exist"),
        };
        int start = FixedHeader + envelopeDoubles * sizeof(double);
        if (start > blob.Length) throw new FormatException("the bytes end within the envelope");
        bool empty = (flags & 0x10) != 0;
        if (empty) return null;
        Geometry geometry = WellKnownBinary.Read(blob[start..], factory);
        return geometry.IsEmpty ? null : geometry;
    }
}
