using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Input;

/// <summary>
/// A file that a run reads. It is opened once, when its content is first asked for, and read once: whoever comes after
/// that (its format, its hash, a second layer, a map) finds the bytes in memory. One of more than
/// <see cref="MostHeldBytes"/> is not held but stays open, and is gone through again where a reader must. Safe for
/// several threads.
/// </summary>
public sealed class InputFile
{
    /// <summary>A country's roads in OpenStreetMap are more, and are read a piece at a time.</summary>
    public const long MostHeldBytes = 1L << 28;

    private const int PieceBytes = 1 << 18;

    private readonly Lock opening = new();
    private readonly long mostHeldBytes;
    private readonly bool isPart;
    private byte[]? held;
    private FileStream? large;
    private string? sha256;

    /// <summary>Names a file; nothing is opened yet.</summary>
    /// <param name="path">As the user wrote it.</param>
    public InputFile(string path)
        : this(path, MostHeldBytes)
    {
    }

    internal InputFile(string path, long mostHeldBytes)
    {
        Path = path;
        this.mostHeldBytes = mostHeldBytes;
    }

    /// <summary>A part of another file, which is read as if it were one of its own.</summary>
    /// <param name="name">What findings call it.</param>
    /// <param name="content">Its bytes.</param>
    internal InputFile(string name, byte[] content)
        : this(name, MostHeldBytes)
    {
        held = content;
        isPart = true;
    }

    /// <summary>As the user wrote it: findings call the file so.</summary>
    public string Path { get; }

    /// <summary>Without its folder.</summary>
    public string Name => CarriedFile.IsPath(Path) ? Path[CarriedFile.Scheme.Length..] : System.IO.Path.GetFileName(Path);

    /// <summary>Whether there is such a file.</summary>
    public bool Exists => isPart || File.Exists(Path) || CarriedFile.Exists(Path);

    /// <summary>Whether the bytes are in memory once the file is opened.</summary>
    public bool IsHeld => Opened is null;

    /// <summary>Bytes of the file.</summary>
    public long Length => Opened?.Length ?? held!.Length;

    /// <summary>The whole content, which nobody may change.</summary>
    /// <exception cref="InputException">The file is missing or cannot be read.</exception>
    public byte[] Bytes
    {
        get
        {
            if (Opened is null) return held!;
            using Stream all = OpenRead();
            var bytes = new byte[all.Length];
            all.ReadExactly(bytes);
            return bytes;
        }
    }

    private FileStream? Opened
    {
        get
        {
            lock (opening)
            {
                if (held is null && large is null) Open();
                return large;
            }
        }
    }

    /// <summary>A path is a file that nobody has opened yet.</summary>
    public static implicit operator InputFile(string path) => new(path);

    /// <summary>The first bytes; fewer where the file has no more.</summary>
    /// <exception cref="InputException">The file is missing or cannot be read.</exception>
    public ReadOnlySpan<byte> Begin(int count)
    {
        if (Opened is null) return held.AsSpan(0, Math.Min(count, held!.Length));
        using Stream stream = OpenRead();
        var first = new byte[count];
        return first.AsSpan(0, stream.ReadAtLeast(first, count, throwOnEndOfStream: false));
    }

    /// <summary>Refuses a workbook where text is read.</summary>
    /// <exception cref="InputException">It is one, be it of the old form.</exception>
    public void RequireText()
    {
        ReadOnlySpan<byte> begin = Begin(8);
        if (begin.StartsWith("PK\u0003\u0004"u8) || begin.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new InputException(Path, null, new Phrase("table.workbook"), new Phrase("table.workbook.remedy"));
    }

    /// <summary>The content from its beginning; may be gone through again and by several at a time.</summary>
    /// <exception cref="InputException">The file is missing or cannot be read.</exception>
    public Stream OpenRead() => Opened is { } open ? new Pass(this, open.SafeFileHandle) : new MemoryStream(held!, writable: false);

    /// <summary>What the file is known by in exports: the SHA-256 of its bytes in lower-case hexadecimal.</summary>
    /// <param name="stop">To give up on a large one.</param>
    /// <exception cref="InputException">The file is missing or cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public string Sha256(CancellationToken stop = default)
    {
        if (sha256 is not null) return sha256;
        if (CarriedFile.Sha256(Path) is { } listed) return sha256 = listed;
        using Stream stream = OpenRead();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceBytes];
        int read;
        while ((read = stream.Read(piece)) > 0)
        {
            stop.ThrowIfCancellationRequested();
            hash.AppendData(piece, 0, read);
        }
        return sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Open()
    {
        if (CarriedFile.Exists(Path))
        {
            held = CarriedFile.Unpack(Path);
            return;
        }
        if (!Exists && !Directory.Exists(Path)) throw new InputException(Path, null, new Phrase("geo.file-missing"), new Phrase("geo.file-missing.remedy"));
        try
        {
            var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (stream.CanSeek && stream.Length > mostHeldBytes)
            {
                large = stream;
                return;
            }
            using (stream) held = All(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Path, null, new Phrase("geo.file-unreadable"), new Phrase("geo.file-unreadable.remedy"));
        }
    }

    /// <summary>A pipe does not say beforehand how long it is.</summary>
    private static byte[] All(FileStream stream)
    {
        if (stream.CanSeek && stream.Length > 0)
        {
            var bytes = new byte[stream.Length];
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    /// <summary>One more way through a large file by the handle it is open with, which <see cref="Owner"/> keeps from being closed.</summary>
    private sealed class Pass(InputFile owner, SafeFileHandle handle)
        : FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, PieceBytes)
    {
        public InputFile Owner { get; } = owner;
    }
}

/// <summary>The files of one run, so that a path is opened once whoever asks for it. Safe for several threads.</summary>
public sealed class InputFiles
{
    private readonly ConcurrentDictionary<string, InputFile> byPath = new(StringComparer.Ordinal);

    /// <param name="known">Files that somebody may have opened already.</param>
    public InputFiles(params IEnumerable<InputFile> known)
    {
        foreach (InputFile file in known) byPath[KeyOf(file.Path)] = file;
    }

    /// <summary>The file at a path; findings call it as it was first named.</summary>
    public InputFile At(string path) => byPath.GetOrAdd(KeyOf(path), _ => new InputFile(path));

    /// <summary>What the run has read so far, in one hash: of the name and content of every file, wherever it lies and in whatever order it was read.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(
        '\n', byPath.Values.Where(f => f.Exists).Select(f => $"{f.Sha256()} {f.Name}").Order(StringComparer.Ordinal)))));

    private static string KeyOf(string path) => CarriedFile.IsPath(path) ? path : Path.GetFullPath(path);
}
