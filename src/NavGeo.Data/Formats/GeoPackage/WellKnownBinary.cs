using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Formats.GeoPackage;

/// <summary>
/// Reads well-known binary into flat geometries: all seven kinds, both byte orders, and heights and measures in the
/// ISO way (1000s) and PostGIS' way (high bits), which are skipped. Every count is held against the bytes that are
/// left before anything is allocated, so a damaged file cannot ask for gigabytes.
/// </summary>
internal ref struct WellKnownBinary
{
    private const int MostNesting = 16;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly GeometryFactory factory;
    private int at;

    private WellKnownBinary(ReadOnlySpan<byte> bytes, GeometryFactory factory)
    {
        this.bytes = bytes;
        this.factory = factory;
    }

    /// <exception cref="FormatException">The bytes are no well-known binary, or end too early.</exception>
    public static Geometry Read(ReadOnlySpan<byte> bytes, GeometryFactory factory)
    {
        var reader = new WellKnownBinary(bytes, factory);
        Geometry geometry = reader.ReadGeometry(0);
        return reader.at == bytes.Length
            ? geometry
            : throw new FormatException($"{bytes.Length - reader.at} bytes are left over");
    }

    private Geometry ReadGeometry(int depth)
    {
        if (depth > MostNesting) throw new FormatException("collections lie too deep in each other");
        bool littleEndian = Take(1)[0] switch
        {
            0 => false,
            1 => true,
            byte other => throw new FormatException($"byte order {other} does not exist"),
        };
        uint code = ReadUInt32(littleEndian);
        const uint ZFlag = 0x80000000, MFlag = 0x40000000, SridFlag = 0x20000000;
        uint kind = code & 0x0FFFFFFF;
        int ordinates = 2 + kind switch { < 1000 => 0, < 3000 => 1, _ => 2 };
        if ((code & ZFlag) != 0) ordinates++;
        if ((code & MFlag) != 0) ordinates++;
        if ((code & SridFlag) != 0) ReadUInt32(littleEndian);
        if (kind >= 4000 || ordinates > 4) throw new FormatException($"geometry kind {code} does not exist");
        switch (kind % 1000)
        {
            case 1:
                Coordinate point = ReadCoordinate(littleEndian, ordinates);
                return double.IsNaN(point.X) && double.IsNaN(point.Y) ? factory.CreatePoint() : factory.CreatePoint(Finite(point));
            case 2:
                Coordinate[] line = ReadCoordinates(littleEndian, ordinates);
                if (line.Length == 1) throw new FormatException("a line has one point only");
                return factory.CreateLineString(line);
            case 3:
                return ReadPolygon(littleEndian, ordinates);
            case 4:
                return factory.CreateMultiPoint(ReadParts<Point>(littleEndian, depth));
            case 5:
                return factory.CreateMultiLineString(ReadParts<LineString>(littleEndian, depth));
            case 6:
                return factory.CreateMultiPolygon(ReadParts<Polygon>(littleEndian, depth));
            case 7:
                return factory.CreateGeometryCollection(ReadParts<Geometry>(littleEndian, depth));
            default:
                throw new FormatException($"geometry kind {code} (a curve or unknown) is not read");
        }
    }

    private Polygon ReadPolygon(bool littleEndian, int ordinates)
    {
        int count = ReadCount(littleEndian, 4);
        if (count == 0) return factory.CreatePolygon();
        var rings = new LinearRing[count];
        for (int ring = 0; ring < count; ring++)
        {
            Coordinate[] points = ReadCoordinates(littleEndian, ordinates);
            if (points.Length is > 0 and < 4 || (points.Length > 0 && !points[0].Equals2D(points[^1])))
                throw new FormatException("a ring of a polygon is not closed");
            rings[ring] = factory.CreateLinearRing(points);
        }
        return factory.CreatePolygon(rings[0], rings[1..]);
    }

    private T[] ReadParts<T>(bool littleEndian, int depth)
        where T : Geometry
    {
        const int SmallestPart = 9;
        var parts = new T[ReadCount(littleEndian, SmallestPart)];
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part] = ReadGeometry(depth + 1) as T ?? throw new FormatException("a part is of another kind than its whole");
        }
        return parts;
    }

    private Coordinate[] ReadCoordinates(bool littleEndian, int ordinates)
    {
        var points = new Coordinate[ReadCount(littleEndian, ordinates * sizeof(double))];
        for (int point = 0; point < points.Length; point++) points[point] = Finite(ReadCoordinate(littleEndian, ordinates));
        return points;
    }

    private Coordinate ReadCoordinate(bool littleEndian, int ordinates)
    {
        ReadOnlySpan<byte> raw = Take(ordinates * sizeof(double));
        return littleEndian
            ? new Coordinate(BinaryPrimitives.ReadDoubleLittleEndian(raw), BinaryPrimitives.ReadDoubleLittleEndian(raw[8..]))
            : new Coordinate(BinaryPrimitives.ReadDoubleBigEndian(raw), BinaryPrimitives.ReadDoubleBigEndian(raw[8..]));
    }

    private static Coordinate Finite(Coordinate point) => double.IsFinite(point.X) && double.IsFinite(point.Y)
        ? point
        : throw new FormatException("a coordinate is not a number");

    private int ReadCount(bool littleEndian, int bytesEach)
    {
        uint count = ReadUInt32(littleEndian);
        if ((long)count * bytesEach > bytes.Length - at) throw new FormatException($"{count} parts are promised, but the bytes end before");
        return (int)count;
    }

    private uint ReadUInt32(bool littleEndian) => littleEndian
        ? BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)))
        : BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - at) throw new FormatException("the bytes end too early");
        ReadOnlySpan<byte> taken = bytes.Slice(at, count);
        at += count;
        return taken;
    }
}
