using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace NavGeo.Data;

/// <summary>
/// Writes a zip archive anew without the time of its making, so that the same content is the same bytes. Word and Excel
/// files are such archives.
/// </summary>
public static class FixedArchive
{
    /// <summary>The earliest time the format knows.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies all entries in their order of names, <c>[Content_Types].xml</c> first.</summary>
    /// <param name="source">An archive; read from its beginning.</param>
    /// <param name="target">Takes the copy; stays open.</param>
    public static void Copy(Stream source, Stream target)
    {
        source.Position = 0;
        using var from = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Time;
            using Stream read = entry.Open();
            using Stream write = copy.Open();
            if (entry.FullName == "_rels/.rels") CopyRelations(read, write);
            else read.CopyTo(write);
        }
    }

    /// <summary>The parts' relations to the file have ids nothing else names, drawn anew each time: numbers stand in their place.</summary>
    private static void CopyRelations(Stream read, Stream write)
    {
        var relations = XDocument.Load(read);
        XElement[] ordered = [.. relations.Root!.Elements().OrderBy(r => (string?)r.Attribute("Target"), StringComparer.Ordinal)];
        relations.Root.RemoveNodes();
        for (int i = 0; i < ordered.Length; i++)
        {
            ordered[i].SetAttributeValue("Id", string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            relations.Root.Add(ordered[i]);
        }
        relations.Save(write, SaveOptions.DisableFormatting);
    }
}
