using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Planning.Cases;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Kept;

/// <summary>
/// What took long to make of a user's files, kept between runs. A part is called after the hashes of all that it was made of,
/// so that a changed file is another part, and after the build of the program, so that no version reads what another has
/// written. A part ends with the hash of its bytes: one that is cut off or damaged counts as not there. No answer depends on
/// what is kept: where the folder cannot be read or written, everything is made each time. Any number of processes and threads.
/// </summary>
public sealed class KeptFolder
{
    /// <summary>A country's raw roads, built, are 60 MB; the parts of a part of the country 3 MB.</summary>
    private const long OwnMostBytes = 1L << 29;

    /// <summary>What another process has not finished writing after so long, it will not.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(6);

    private static readonly string Build = string.Join(' ', new[] { typeof(KeptFolder), typeof(PlanningCase), typeof(RoadGraph) }.Select(t => t.Module.ModuleVersionId));

    private static int Written;

    private readonly string? folder;
    private readonly long mostBytes;

    /// <param name="folder">Where; made when first written to. Nothing is kept where null.</param>
    /// <param name="mostBytes">How much is kept; beyond that the parts go that were asked for longest ago.</param>
    public KeptFolder(string? folder, long mostBytes = OwnMostBytes)
    {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /// <summary>That of this user of the machine.</summary>
    public static KeptFolder Own { get; } = new(OwnFolder.Find() is { } own ? Path.Combine(own, "kept") : null);

    /// <summary>What a part is called.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="madeOf">Everything that it depends on: hashes of files, settings as text.</param>
    public static string NameOf(string kind, params ReadOnlySpan<string> madeOf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string each in (ReadOnlySpan<string>)[Build, .. madeOf])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(each);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return $"{kind}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..40]}";
    }

    /// <summary>What a column of values is known by.</summary>
    public static string HashOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)));

    /// <summary>The part as it was kept; made, and kept for the next time, where it is not there.</summary>
    /// <param name="name">By <see cref="NameOf"/>.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="make">Makes it; what it throws is thrown.</param>
    /// <param name="write">Writes it; false for what is not to be kept.</param>
    public T Get<T>(string name, Func<KeptReader, T> read, Func<T> make, Func<T, KeptWriter, bool> write)
    {
        if (Find(name) is { } kept) return read(new KeptReader(kept));
        T made = make();
        var writer = new KeptWriter();
        if (write(made, writer)) Put(name, writer.ToBytes());
        return made;
    }

    /// <summary>The bytes of a part; null where it is not there, or is not what was written.</summary>
    public ReadOnlyMemory<byte>? Find(string name)
    {
        if (folder is null) return null;
        string path = Path.Combine(folder, name);
        try
        {
            if (!File.Exists(path)) return null;
            byte[] bytes = File.ReadAllBytes(path);
            int length = bytes.Length - SHA256.HashSizeInBytes;
            if (length < 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length))) return null;
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return bytes.AsMemory(0, length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a part, if that can be done: it is whole under its name or not there.</summary>
    public void Put(string name, ReadOnlySpan<byte> bytes)
    {
        if (folder is null || bytes.Length > mostBytes) return;
        string temporary = Path.Combine(folder, FormattableString.Invariant($"{name}.{Environment.ProcessId}-{Interlocked.Increment(ref Written)}.tmp"));
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Write(SHA256.HashData(bytes));
            }
            File.Move(temporary, Path.Combine(folder, name), overwrite: true);
            Tidy(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Remove(temporary);
        }
    }

    private void Tidy(string folder)
    {
        DateTime old = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        FileInfo[] all = [.. new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(f => f.LastWriteTimeUtc)];
        long bytes = 0;
        foreach (FileInfo file in all)
        {
            bool isUnfinished = file.Extension == ".tmp";
            if (!isUnfinished) bytes += file.Length;
            if (isUnfinished ? file.LastWriteTimeUtc < old : bytes > mostBytes) Remove(file.FullName);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it, or it is not ours: it is in nobody's way.
        }
    }
}
