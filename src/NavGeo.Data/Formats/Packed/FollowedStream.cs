
namespace NavGeo.Data.Formats.Packed;

/// <summary>A stream that has some bytes more at its end. Disposes the stream.</summary>
/// <param name="file">What comes first.</param>
/// <param name="follow">What comes then.</param>
internal sealed class FollowedStream(Stream file, byte[] follow) : ForwardStream
{
    private int followed = -1;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (followed < 0)
        {
            int read = file.Read(buffer);
            if (read > 0) return read;
            followed = 0;
        }
        int given = Math.Min(buffer.Length, follow.Length - followed);
        follow.AsSpan(followed, given).CopyTo(buffer);
        followed += given;
        return given;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A stream that is read from its beginning to its end and does nothing else.</summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

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
