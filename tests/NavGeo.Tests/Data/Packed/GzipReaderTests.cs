using System.IO.Compression;
using System.Text;
using NavGeo.Data.Formats.Packed;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Packed;

public sealed class GzipReaderTests
{
    private static readonly byte[] Rows = Encoding.UTF8.GetBytes(
        "from,to,workers\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{1000 + i},{1060 - i},{i * 7919 % 1000}\n")));

    [Fact]
    public void Plain_bytes_are_left_alone()
    {
        Assert.Same(Rows, GzipReader.Plain(Rows, "x"));
        Assert.Empty(GzipReader.Plain([], "x"));
        Assert.Equal([0x1F], GzipReader.Plain([0x1F], "x"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Members_one_after_the_other_are_one_file(int members)
    {
        byte[] packed = [.. Enumerable.Range(0, members).SelectMany(m => Gzip(Rows[(m * Rows.Length / members)..((m + 1) * Rows.Length / members)]))];
        Assert.Equal(Rows, GzipReader.Plain(packed, "x"));
    }

    [Fact]
    public void Members_of_any_length_are_read_wherever_the_buffers_end()
    {
        // The framework reads 8 KiB at a time: the boundary between the members passes over every place around that.
        var random = new Random(7);
        var noise = new byte[8_400];
        random.NextBytes(noise);
        for (int length = 8_100; length < 8_230; length++)
        {
            byte[] packed = [.. Gzip(noise[..length], CompressionLevel.NoCompression), .. Gzip(Rows)];
            Assert.Equal(length + Rows.Length, GzipReader.Plain(packed, "x").Length);
        }
    }

    [Fact]
    public void Empty_member_is_nothing() => Assert.Empty(GzipReader.Plain(Gzip([]), "x"));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void File_cut_off_at_any_length_is_refused_but_between_members(int members)
    {
        byte[] member = Gzip(Rows);
        byte[] packed = [.. Enumerable.Range(0, members).SelectMany(_ => member)];
        for (int length = 2; length < packed.Length; length++)
        {
            if (length % member.Length == 0) Assert.Equal(length / member.Length * Rows.Length, GzipReader.Plain(packed[..length], "x").Length);
            else AssertDamaged(packed[..length], $"cut at {length}");
        }
    }

    [Fact]
    public void Changed_content_is_refused()
    {
        byte[] packed = Gzip(Rows);
        // The ten bytes of the header hold a date and a system, which nothing vouches for.
        for (int at = 10; at < packed.Length; at++)
        {
            byte[] changed = [.. packed];
            changed[at] ^= 0x10;
            AssertDamaged(changed, $"changed at {at}");
        }
        AssertDamaged([.. packed, 0, 0, 0], "blanks at the end");
    }

    [Fact]
    public void Bomb_is_refused_before_it_fills_the_memory()
    {
        byte[] bomb = Gzip(new byte[70_000_000]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<InputException>(() => GzipReader.Plain(bomb, "x.gz")).Message;
        Assert.Contains("x.gz: the compressed data unpacks to more than any real file does", message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6 * UnpackLimit.AlwaysAllowedBytes);
        Assert.Throws<InputException>(() => GzipReader.Plain(Gzip(Rows), "x", mostBytes: Rows.Length - 1));
        Assert.Equal(Rows, GzipReader.Plain(Gzip(Rows), "x", mostBytes: Rows.Length));
    }

    private static void AssertDamaged(byte[] packed, string how)
    {
        InputException? problem = Record.Exception(() => GzipReader.Plain(packed, "x.gz")) as InputException;
        Assert.True(problem is not null, how);
        Assert.Contains("the compressed data is damaged or cut off", problem.Message, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level)) gzip.Write(content);
        return packed.ToArray();
    }
}
