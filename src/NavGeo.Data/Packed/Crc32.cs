namespace NavGeo.Data.Packed;

/// <summary>The checksum of zip archives and PNG chunks (ISO 3309, polynomial 0xEDB88320).</summary>
public struct Crc32()
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];
    private uint state = uint.MaxValue;

    /// <summary>The checksum of what was taken.</summary>
    public readonly uint Value => ~state;

    /// <summary>Takes more bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (byte each in bytes) state = Table[(state ^ each) & 255] ^ state >> 8;
    }

    private static uint Entry(int index)
    {
        uint value = (uint)index;
        for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320 ^ value >> 1 : value >> 1;
        return value;
    }
}
