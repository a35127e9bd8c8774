namespace NavGeo.Data.Packed;

/// <summary>
/// How much compressed data may become: what is published as text or tables shrinks to a third or a hundredth, a file
/// that grows beyond that was made to fill the memory or the disk.
/// </summary>
/// <param name="packedBytes">Bytes of the compressed data.</param>
/// <param name="mostBytes">More is never taken, whatever the compressed data's size.</param>
internal sealed class UnpackLimit(long packedBytes, long mostBytes = long.MaxValue)
{
    /// <summary>Times its size that a file may unpack to. Deflate cannot do more than 1032.</summary>
    public const int MostTimes = 200;

    /// <summary>A small file may grow beyond that: this much harms nobody.</summary>
    public const long AlwaysAllowedBytes = 64 << 20;

    private readonly long most = Math.Min(mostBytes, Math.Max(AlwaysAllowedBytes, MostTimes * packedBytes));
    private long unpacked;

    /// <summary>Counts what was unpacked; false once it is too much.</summary>
    public bool Allows(int bytes) => (unpacked += bytes) <= most;
}
