using System.Buffers.Binary;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Data.Formats.GeoPackage;

/// <summary>
/// The geometry blob of a GeoPackage (OGC 12-128r18, clause 2.1.3): "GP", version, flags, srs id, an envelope (written
/// for all but points, skipped when read), and well-known binary.
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

    /// <summary>
    /// Makes a blob: little-endian, outer rings counter-clockwise and holes clockwise, whatever they are in the geometry.
    /// </summary>
    /// <param name="geometry">Not empty; heights and measures are left out.</param>
    /// <param name="srsId">The srs id of the layer.</param>
    public static byte[] Encode(Geometry geometry, int srsId)
    {
        byte[] binary = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false, emitM: false).Write(Turned(geometry));
        bool hasEnvelope = geometry is not Point;
        int start = FixedHeader + (hasEnvelope ? 4 * sizeof(double) : 0);
        byte[] blob = new byte[start + binary.Length];
        (blob[0], blob[1], blob[2], blob[3]) = ((byte)'G', (byte)'P', 0, (byte)(hasEnvelope ? 0b11 : 0b1));
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srsId);
        if (hasEnvelope)
        {
            Envelope box = geometry.EnvelopeInternal;
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(8), box.MinX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(16), box.MaxX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(24), box.MinY);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(32), box.MaxY);
        }
        binary.CopyTo(blob, start);
        return blob;
    }

    private static Geometry Turned(Geometry geometry) => geometry switch
    {
        Polygon polygon => Turned(polygon),
        MultiPolygon areas => areas.Factory.CreateMultiPolygon([.. areas.Geometries.Cast<Polygon>().Select(Turned)]),
        _ => geometry,
    };

    private static Polygon Turned(Polygon polygon) => polygon.Factory.CreatePolygon(
        Turned(polygon.Shell, isCounterClockwise: true), [.. polygon.Holes.Select(hole => Turned(hole, isCounterClockwise: false))]);

    private static LinearRing Turned(LinearRing ring, bool isCounterClockwise) =>
        Orientation.IsCCW(ring.CoordinateSequence) == isCounterClockwise ? ring : (LinearRing)ring.Reverse();
}
