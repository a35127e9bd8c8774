using System.IO.Compression;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Formats.Packed;

/// <summary>
/// Files that belong together: an archive (ZIP), a folder, or one file alone. An archive is read entry by entry and never
/// unpacked; one that unfolds beyond all measure is refused. Not safe for several threads.
/// </summary>
internal sealed class ZipFolder : IDisposable
{
    /// <summary>More no set of files has.</summary>
    private const int MostEntries = 100_000;

    private readonly ZipArchive? archive;
    private readonly UnpackLimit? limit;
    private readonly Dictionary<string, Func<Stream>> files = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="file">The archive, folder or file.</param>
    /// <exception cref="InputException">It is not there, or is damaged.</exception>
    public ZipFolder(InputFile file)
    {
        Path = file.Path;
        if (Directory.Exists(file.Path))
        {
            foreach (string path in Directory.GetFiles(file.Path).Order(StringComparer.Ordinal)) files[System.IO.Path.GetFileName(path)] = new InputFile(path).OpenRead;
        }
        else if (file.Begin(4).StartsWith("PK"u8))
        {
            archive = Opened(file);
            limit = new UnpackLimit(file.Length);
            foreach (ZipArchiveEntry entry in archive.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)))
                files.TryAdd(entry.Name, () => Read(entry));
        }
        else
        {
            files[file.Name] = file.OpenRead;
        }
    }

    /// <summary>As the user named it.</summary>
    public string Path { get; }

    /// <summary>Names of the files without their folders, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Names => [.. files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether there is a file of this name.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>What findings call a file.</summary>
    public string NameOf(string name) => files.Count == 1 && archive is null && !Directory.Exists(Path) ? Path : $"{Path}/{name}";

    /// <summary>Opens a file for reading from its beginning to its end.</summary>
    /// <exception cref="InputException">It is damaged.</exception>
    public Stream OpenRead(string name) => files[name]();

    /// <inheritdoc/>
    public void Dispose() => archive?.Dispose();

    private static ZipArchive Opened(InputFile file)
    {
        try
        {
            var archive = new ZipArchive(file.OpenRead(), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries) throw new InputException(file.Path, null, new Phrase("packed.too-large"), new Phrase("packed.remedy"));
            return archive;
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new InputException(file.Path, null, new Phrase("packed.damaged"), new Phrase("packed.remedy"));
        }
    }

    private static bool IsDamage(Exception fault) => fault is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or IOException or OverflowException;

    private EntryStream Read(ZipArchiveEntry entry)
    {
        try
        {
            return new EntryStream(entry.Open(), limit!, NameOf(entry.Name));
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new InputException(NameOf(entry.Name), null, new Phrase("packed.damaged"), new Phrase("packed.remedy"));
        }
    }

    /// <summary>An entry as it unfolds; all entries of an archive together may become so much.</summary>
    private sealed class EntryStream(Stream entry, UnpackLimit limit, string name) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            int read;
            try
            {
                read = entry.Read(buffer);
            }
            catch (Exception fault) when (IsDamage(fault))
            {
                throw new InputException(name, null, new Phrase("packed.damaged"), new Phrase("packed.remedy"));
            }
            if (!limit.Allows(read)) throw new InputException(name, null, new Phrase("packed.too-large"), new Phrase("packed.remedy"));
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) entry.Dispose();
            base.Dispose(disposing);
        }
    }
}
