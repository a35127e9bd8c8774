namespace NavGeo.Data.Packed;

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
