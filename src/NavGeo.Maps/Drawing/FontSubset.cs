using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// The part of a TrueType font that one PDF needs, where Skia would put in the whole: the outlines of the glyphs that are
/// drawn, numbered as before, and no tables for setting text, which is set already. A sheet is a third as large.
/// </summary>
/// <remarks>OpenType 1.9: the tables <c>glyf</c>, <c>loca</c> and <c>head</c>.</remarks>
internal sealed class FontSubset
{
    private const int DirectoryStart = 12;
    private const int EntryBytes = 16;
    private const int LocationFormat = 50;
    private const int FirstPart = 10;
    private const int HasWideArguments = 1;
    private const int HasScale = 8;
    private const int HasMoreParts = 0x20;
    private const int HasTwoScales = 0x40;
    private const int HasMatrix = 0x80;

    /// <summary>In the order of their tags, as a font must have them.</summary>
    private static readonly string[] Kept = ["OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"];

    private readonly SKTypeface font;
    private readonly byte[] outlines;
    private readonly byte[] locations;
    private readonly bool isLong;

    private FontSubset(SKTypeface font)
    {
        this.font = font;
        outlines = Table("glyf");
        locations = Table("loca");
        isLong = Table("head")[LocationFormat + 1] != 0;
    }

    /// <summary>The font with the outlines of these glyphs and of glyph 0 only; the caller disposes of it.</summary>
    public static SKTypeface Of(SKTypeface font, IEnumerable<ushort> glyphs) => new FontSubset(font).With(glyphs);

    private SKTypeface With(IEnumerable<ushort> glyphs)
    {
        var needed = new SortedSet<int> { 0 };
        foreach (ushort glyph in glyphs) Add(glyph, needed);
        (byte[] outlinesKept, byte[] locationsKept) = Outlines(needed);
        byte[][] tables = [.. Kept.Select(tag => tag switch { "glyf" => outlinesKept, "loca" => locationsKept, _ => Table(tag) })];
        tables[Array.IndexOf(Kept, "head")][LocationFormat + 1] = 1;
        using SKData file = SKData.CreateCopy(File(tables));
        return SKTypeface.FromData(file);
    }

    /// <summary>A glyph and those it is put together of, as Å is of A and a ring.</summary>
    private void Add(int glyph, SortedSet<int> needed)
    {
        needed.Add(glyph);
        ReadOnlySpan<byte> outline = Outline(glyph);
        if (outline.Length < FirstPart || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return;
        int at = FirstPart, flags = HasMoreParts;
        while ((flags & HasMoreParts) != 0)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]), needed);
            at += (flags & HasWideArguments) != 0 ? 8 : 6;
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
    }

    private (byte[] Outlines, byte[] Locations) Outlines(SortedSet<int> needed)
    {
        var kept = new List<byte>();
        byte[] places = new byte[4 * (locations.Length / (isLong ? 4 : 2))];
        for (int glyph = 0; glyph < places.Length / 4; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * glyph), kept.Count);
            if (!needed.Contains(glyph)) continue;
            kept.AddRange(Outline(glyph));
            while (kept.Count % 4 != 0) kept.Add(0);
        }
        return ([.. kept], places);
    }

    private ReadOnlySpan<byte> Outline(int glyph) => outlines.AsSpan(Location(glyph)..Location(glyph + 1));

    private int Location(int glyph) => isLong
        ? BinaryPrimitives.ReadInt32BigEndian(locations.AsSpan(4 * glyph))
        : 2 * BinaryPrimitives.ReadUInt16BigEndian(locations.AsSpan(2 * glyph));

    private byte[] Table(string tag) => font.GetTableData(BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(tag)));

    private static byte[] File(byte[][] tables)
    {
        int start = DirectoryStart + EntryBytes * tables.Length;
        byte[] file = new byte[start + tables.Sum(t => Padded(t.Length))];
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(4), (short)tables.Length);
        // For a search by halves: the greatest power of two not above the number of tables, its logarithm, the rest.
        int log = int.Log2(tables.Length);
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(6), (short)(EntryBytes << log));
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(8), (short)log);
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(10), (short)(EntryBytes * (tables.Length - (1 << log))));
        for (int i = 0; i < tables.Length; i++)
        {
            Span<byte> entry = file.AsSpan(DirectoryStart + EntryBytes * i);
            Encoding.ASCII.GetBytes(Kept[i], entry);
            tables[i].CopyTo(file, start);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(start, Padded(tables[i].Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], start);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], tables[i].Length);
            start += Padded(tables[i].Length);
        }
        return file;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        for (int i = 0; i < table.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(table[i..]));
        return sum;
    }
}
