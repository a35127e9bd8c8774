using System.IO.Compression;
using NavGeo.Data.Formats.Packed;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>Takes the files that NavGeo reads out of a zip archive, each whole or not at all.</summary>
internal static class ArchiveFiles
{
    /// <summary>More than this does no published data set unpack to.</summary>
    private const long MostBytes = 40_000_000_000;

    private static readonly string[] Endings = [".gpkg", ".geojson", ".json", ".csv", ".gml", ".pbf"];

    /// <summary>Unpacks beside the archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>The names of the files; none where there is nothing that NavGeo reads.</returns>
    /// <exception cref="InputException">The archive is broken, or unpacks to more than anything published.</exception>
    public static IReadOnlyList<string> Unpack(string archive, CancellationToken stop)
    {
        var names = new List<string>();
        string folder = Path.GetDirectoryName(Path.GetFullPath(archive))!;
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            ZipArchiveEntry[] wanted = [.. zip.Entries.Where(e => Endings.Contains(Path.GetExtension(e.Name), StringComparer.OrdinalIgnoreCase))
                .OrderBy(e => e.FullName, StringComparer.Ordinal)];
            var limit = new UnpackLimit(new FileInfo(archive).Length, MostBytes);
            foreach (ZipArchiveEntry entry in wanted)
            {
                // Only the last part of the name counts, so that nothing lands outside the folder.
                string name = Path.GetFileName(entry.Name.Replace('\\', '/'));
                if (name == CacheManifest.Name || names.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
                AtomicFile.Write(Path.Combine(folder, name), target => Copy(archive, entry, target, limit, stop));
                names.Add(name);
            }
        }
        catch (InvalidDataException)
        {
            throw new InputException(archive, null, new Phrase("packed.damaged"), new Phrase("fetch.again.remedy"));
        }
        return names;
    }

    /// <summary>The framework's own stream looks neither at the checksum nor at the length.</summary>
    private static void Copy(string archive, ZipArchiveEntry entry, Stream target, UnpackLimit limit, CancellationToken stop)
    {
        using Stream source = entry.Open();
        var piece = new byte[1 << 16];
        var crc = new Crc32();
        long length = 0;
        for (int read = source.Read(piece); read > 0; read = source.Read(piece))
        {
            stop.ThrowIfCancellationRequested();
            if (!limit.Allows(read)) throw new InputException(archive, entry.Name, new Phrase("packed.too-large"), new Phrase("fetch.refused.remedy"));
            crc.Take(piece.AsSpan(0, read));
            length += read;
            target.Write(piece, 0, read);
        }
        if (crc.Value != entry.Crc32 || length != entry.Length) throw new InvalidDataException(entry.Name);
    }
}
