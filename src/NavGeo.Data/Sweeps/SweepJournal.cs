using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Sweeps;

/// <summary>
/// The rows of a sweep while it runs: a file beside the result (<c>FILE.part</c>) that blocks of rows are added to, each with a
/// line after it that says how far it goes and what its bytes sum up to. Who starts the same sweep again goes on after the last
/// whole block, however the run ended; what follows it is cut off. One process at a time.
/// </summary>
public sealed class SweepJournal : IDisposable
{
    private const string Title = "#navgeo-sweep-1";
    private const string End = "#end";

    private readonly SweepHeader header;
    private readonly FileStream stream;
    private readonly List<(long From, long To)> blocks = [];

    private SweepJournal(SweepHeader header, FileStream stream)
    {
        (this.header, this.stream, Next) = (header, stream, header.Share.From);
    }

    /// <summary>The first number that is not in it yet.</summary>
    public int Next { get; private set; }

    /// <summary>Where that of a result lies.</summary>
    public static string PathFor(string file) => file + ".part";

    /// <summary>Goes on with what lies there, or begins.</summary>
    /// <param name="file">The result.</param>
    /// <param name="header">Of which sweep it is to be.</param>
    /// <exception cref="InputException">What lies there is of another sweep or share.</exception>
    /// <exception cref="UnwritableException">It cannot be written, or another process does.</exception>
    public static SweepJournal Open(string file, SweepHeader header)
    {
        string path = PathFor(file);
        FileStream stream;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableException(path, cause);
        }
        var journal = new SweepJournal(header, stream);
        try
        {
            journal.Resume(path);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Adds the rows from <see cref="Next"/> on; they are on the disk when it returns.</summary>
    /// <exception cref="ArgumentException">They are others.</exception>
    public void Add(int first, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (first != Next) throw new ArgumentException("rows come in the order of their numbers", nameof(first));
        ReadOnlySpan<byte> lines = SweepTable.LinesOf(header.Columns, rows, withHeader: false);
        long from = stream.Position;
        stream.Write(lines);
        stream.Write(Encoding.UTF8.GetBytes(EndOf(first + rows.Count, lines)));
        stream.Flush(flushToDisk: true);
        blocks.Add((from, from + lines.Length));
        Next += rows.Count;
    }

    /// <summary>All rows in it.</summary>
    public SweepTable ToTable()
    {
        using var lines = new MemoryStream();
        lines.Write(SweepTable.LinesOf(header.Columns, [], withHeader: true));
        foreach ((long from, long to) in blocks) lines.Write(Bytes(from, to));
        stream.Seek(0, SeekOrigin.End);
        return new SweepTable(header, SweepTable.Parse(lines.ToArray(), stream.Name, header.Columns));
    }

    /// <summary>Takes it away: the result is written.</summary>
    public void Delete()
    {
        File.Delete(stream.Name);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Resume(string path)
    {
        byte[] bytes = Bytes(0, stream.Length);
        string first = TitleOf();
        int at = Array.IndexOf(bytes, (byte)'\n') + 1;
        // Nothing, or a first line that was not written to its end.
        if (at == 0 && Encoding.UTF8.GetBytes(first).AsSpan().StartsWith(bytes))
        {
            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(first));
            stream.Flush(flushToDisk: true);
            return;
        }
        if (Encoding.UTF8.GetString(bytes.AsSpan(0, at)) != first)
            throw new InputException(path, null, new Phrase("sweep.other"), new Phrase("sweep.other.remedy", Path.GetFileName(path)));
        int kept = at;
        while (NextLine(bytes, at) is { } line)
        {
            int end = at + line.Length + 1;
            if (line.StartsWith(End, StringComparison.Ordinal))
            {
                if (line + "\n" != EndOf(NumberOf(line), bytes.AsSpan(kept, at - kept)) || NumberOf(line) <= Next) break;
                blocks.Add((kept, at));
                (Next, kept) = (NumberOf(line), end);
            }
            at = end;
        }
        stream.SetLength(kept);
        stream.Seek(kept, SeekOrigin.Begin);
    }

    private byte[] Bytes(long from, long to)
    {
        var bytes = new byte[to - from];
        stream.Seek(from, SeekOrigin.Begin);
        stream.ReadExactly(bytes);
        return bytes;
    }

    private string TitleOf() => string.Create(CultureInfo.InvariantCulture, $"{Title} {header.Identity} {header.Share.From} {header.Share.To}\n");

    private static string EndOf(int next, ReadOnlySpan<byte> lines)
    {
        string said = string.Create(CultureInfo.InvariantCulture, $"{End} {next}");
        byte[] sum = SHA256.HashData([.. Encoding.UTF8.GetBytes(said), .. lines]);
        return $"{said} {Convert.ToHexStringLower(sum)[..16]}\n";
    }

    private static int NumberOf(string line) => line.Split(' ') is [_, var number, _] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int next) ? next : -1;

    /// <summary>The line from a byte on, as Latin letters so that its length is that in bytes; null where it does not end.</summary>
    private static string? NextLine(byte[] bytes, int at)
    {
        int end = bytes.AsSpan(at).IndexOf((byte)'\n');
        return end < 0 ? null : Encoding.Latin1.GetString(bytes, at, end);
    }
}
