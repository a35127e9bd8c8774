using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Routing;

namespace NavGeo.Transit.Timetables;

/// <summary>
/// A timetable as one file, read at the speed of the disk: signature and version, the columns as they lie in memory
/// (little-endian), and the SHA-256 of all that. What contradicts itself is refused even where the checksum is right.
/// </summary>
public static class TimetablePack
{
    private const byte Version = 1;
    private const int LongestSeconds = 10 * 86_400;

    /// <summary>What such files begin with, and the version.</summary>
    private static readonly byte[] Signature = [.. "NAVTIME"u8, 0x1A, Version];

    /// <summary>Whether bytes are the beginning of such a file, of whatever version.</summary>
    public static bool Is(ReadOnlySpan<byte> begin) => begin.StartsWith(Signature.AsSpan(0, 8));

    /// <summary>Writes a timetable.</summary>
    public static void Write(Stream stream, Timetable timetable)
    {
        TimetableColumns columns = timetable.Columns;
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Signature);
        writer.Write(timetable.Zone.Id);
        foreach (string[] texts in (string[][])[columns.StopIds, columns.StopNames, columns.StopAreas, columns.LineNames, columns.TripIds])
        {
            writer.Write(texts.Length);
            foreach (string text in texts) writer.Write(text);
        }
        Put(writer, columns.StopPoints);
        foreach (int[] numbers in (int[][])[columns.PatternFirst, columns.PatternStops, columns.TripPatterns, columns.TripFirst, columns.TripLines, columns.TripCalendars, columns.Arrivals, columns.Departures])
            Put(writer, numbers);
        Put(writer, columns.PatternMarks);
        Put(writer, columns.TripMarks);
        Put(writer, columns.Changes);
        writer.Write(columns.Calendars.Length);
        foreach (DateSet dates in columns.Calendars) Put(writer, dates.Dates.Select(d => d.DayNumber).ToArray());
        writer.Flush();
        stream.Write(content.GetBuffer(), 0, (int)content.Length);
        stream.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">It is of another version, damaged, or contradicts itself.</exception>
    public static Timetable Read(byte[] bytes)
    {
        int length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < Signature.Length || !bytes.AsSpan(0, Signature.Length).SequenceEqual(Signature)) throw new InvalidDataException("signature or version");
        if (!SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length))) throw new InvalidDataException("checksum");
        using var reader = new BinaryReader(new MemoryStream(bytes, Signature.Length, length - Signature.Length), Encoding.UTF8);
        try
        {
            string zone = reader.ReadString();
            string[][] texts = [.. Enumerable.Range(0, 5).Select(_ => Texts(reader))];
            GeoPoint[] points = Take<GeoPoint>(reader);
            int[][] numbers = [.. Enumerable.Range(0, 8).Select(_ => Take<int>(reader))];
            var columns = new TimetableColumns
            {
                StopIds = texts[0],
                StopNames = texts[1],
                StopAreas = texts[2],
                LineNames = texts[3],
                TripIds = texts[4],
                StopPoints = points,
                PatternFirst = numbers[0],
                PatternStops = numbers[1],
                TripPatterns = numbers[2],
                TripFirst = numbers[3],
                TripLines = numbers[4],
                TripCalendars = numbers[5],
                Arrivals = numbers[6],
                Departures = numbers[7],
                PatternMarks = Take<CallMarks>(reader),
                TripMarks = Take<TripMarks>(reader),
                Changes = Take<StopChange>(reader),
                Calendars = Calendars(reader),
            };
            Require(reader.BaseStream.Position == reader.BaseStream.Length && IsSound(columns));
            return new Timetable(columns, TimeZoneInfo.FindSystemTimeZoneById(zone));
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or DecoderFallbackException or ArgumentException or OverflowException or TimeZoneNotFoundException or InvalidTimeZoneException or IOException)
        {
            throw new InvalidDataException("content", fault);
        }
    }

    private static void Put<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] Take<T>(BinaryReader reader)
        where T : unmanaged
    {
        int count = reader.ReadInt32();
        Require(count >= 0 && (long)count * Unsafe.SizeOf<T>() <= reader.BaseStream.Length - reader.BaseStream.Position);
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static string[] Texts(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        Require(count >= 0 && count <= reader.BaseStream.Length);
        var texts = new string[count];
        for (int i = 0; i < count; i++) texts[i] = reader.ReadString();
        return texts;
    }

    private static DateSet[] Calendars(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        Require(count >= 0 && count <= reader.BaseStream.Length);
        var calendars = new DateSet[count];
        for (int i = 0; i < count; i++)
        {
            int[] days = Take<int>(reader);
            Require(Array.TrueForAll(days, d => d >= DateOnly.MinValue.DayNumber + 366 && d <= new DateOnly(2300, 1, 1).DayNumber));
            calendars[i] = new DateSet(days.Select(DateOnly.FromDayNumber));
        }
        return calendars;
    }

    private static void Require(bool isSound)
    {
        if (!isSound) throw new InvalidDataException("content");
    }

    private static bool IsSound(TimetableColumns c)
    {
        (int stops, int patterns, int trips) = (c.StopIds.Length, c.PatternFirst.Length - 1, c.TripIds.Length);
        if (c.StopNames.Length != stops || c.StopAreas.Length != stops || c.StopPoints.Length != stops || c.PatternMarks.Length != c.PatternStops.Length) return false;
        if (patterns < 0 || c.PatternFirst[0] != 0 || c.PatternFirst[^1] != c.PatternStops.Length || c.Arrivals.Length != c.Departures.Length) return false;
        if (new[] { c.TripPatterns, c.TripFirst, c.TripLines, c.TripCalendars }.Any(t => t.Length != trips) || c.TripMarks.Length != trips) return false;
        for (int pattern = 0; pattern < patterns; pattern++)
        {
            if (c.PatternFirst[pattern + 1] - (long)c.PatternFirst[pattern] < 2) return false;
        }
        if (!Within(c.PatternStops, stops) || !Within(c.TripPatterns, patterns) || !Within(c.TripLines, c.LineNames.Length) || !Within(c.TripCalendars, c.Calendars.Length)) return false;
        if (!c.StopPoints.All(p => double.IsNaN(p.Longitude) || (p.Longitude is >= -180 and <= 180 && p.Latitude is >= -90 and <= 90))) return false;
        if (!c.Changes.All(x => (uint)x.From < stops && (uint)x.To < stops && x.Seconds is >= StopChange.Forbidden and <= LongestSeconds)) return false;
        return Enumerable.Range(0, trips).All(t => IsTripSound(c, t));
    }

    private static bool IsTripSound(TimetableColumns c, int trip)
    {
        int count = c.PatternFirst[c.TripPatterns[trip] + 1] - c.PatternFirst[c.TripPatterns[trip]];
        if (c.TripFirst[trip] < 0 || c.TripFirst[trip] > c.Arrivals.Length - count) return false;
        int before = -LongestSeconds;
        for (int call = c.TripFirst[trip]; call < c.TripFirst[trip] + count; call++)
        {
            if (c.Arrivals[call] < before || c.Departures[call] < c.Arrivals[call] || c.Departures[call] > LongestSeconds) return false;
            before = c.Departures[call];
        }
        return true;
    }

    private static bool Within(int[] indices, int count) => Array.TrueForAll(indices, i => (uint)i < (uint)count);
}
