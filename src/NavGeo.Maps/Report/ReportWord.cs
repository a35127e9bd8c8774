using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NavGeo.Data;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Report;

/// <summary>
/// A report as a Word document: real headings, lists, tables with repeated heads, captions that number themselves, alternative
/// text, the language of every word. Pictures need libcairo (<see cref="CairoRenderer"/>). The same report gives the
/// same bytes.
/// </summary>
public static class ReportWord
{
    /// <summary>How the name of the part with the record for making the report again begins.</summary>
    private const string RecordPart = "customXml/item";

    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="Data.Input.InputException">The pictures need libcairo and it is not installed.</exception>
    public static void Write(string path, CaseReport report) => AtomicFile.Write(path, stream => Write(stream, report));

    /// <summary>Writes the document to a stream that stays open.</summary>
    public static void Write(Stream stream, CaseReport report)
    {
        CairoRenderer.RequireLibrary("docx");
        using var draft = new MemoryStream();
        using (var package = WordprocessingDocument.Create(draft, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Of(LanguageCode.Of(report.Document.Language));
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = WordStyles.Bullets();
            FooterPart footer = main.AddNewPart<FooterPart>("rIdFooter");
            footer.Footer = WordStyles.PageNumber(report.Document.Title);
            main.AddCustomXmlPart(CustomXmlPartType.CustomXml, "rIdRecord").FeedData(new MemoryStream(Record(report)));
            CoreFilePropertiesPart properties = package.AddCoreFilePropertiesPart();
            using (Stream core = properties.GetStream(FileMode.Create)) core.Write(Core(report));
            var body = new Body();
            var writer = new WordBody(main, body, report);
            foreach (Data.Pages.PageBlock block in report.Document.Blocks) writer.Add(block);
            body.Append(WordStyles.Section("rIdFooter"));
            main.Document = new Document(body);
        }
        Repack(draft, stream);
    }

    /// <summary>The record inside a document.</summary>
    /// <returns>Null where the file is no report.</returns>
    public static ReportRecord? FindRecord(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.FirstOrDefault(e => e.FullName.StartsWith(RecordPart, StringComparison.Ordinal)) is not { Length: < 200_000_000 } entry) return null;
            using Stream part = entry.Open();
            return ReportRecord.Parse(System.Xml.Linq.XDocument.Load(part).Root?.Value ?? "");
        }
        catch (Exception problem) when (problem is InvalidDataException or System.Xml.XmlException)
        {
            return null;
        }
    }

    private static byte[] Record(CaseReport report) => Encoding.UTF8.GetBytes(
        new System.Xml.Linq.XElement("report", report.Record.ToJson()).ToString(System.Xml.Linq.SaveOptions.DisableFormatting));

    private static byte[] Core(CaseReport report)
    {
        System.Xml.Linq.XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        System.Xml.Linq.XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var core = new System.Xml.Linq.XElement(
            cp + "coreProperties",
            new System.Xml.Linq.XElement(dc + "title", report.Document.Title),
            new System.Xml.Linq.XElement(dc + "creator", "NavGeo " + Provenance.Version),
            new System.Xml.Linq.XElement(dc + "language", LanguageCode.Of(report.Document.Language)));
        return Encoding.UTF8.GetBytes(core.ToString(System.Xml.Linq.SaveOptions.DisableFormatting));
    }

    /// <summary>The same parts in a fixed order with a fixed time, and ids of the package's own relations by their order.</summary>
    private static void Repack(MemoryStream draft, Stream target)
    {
        using var from = new ZipArchive(draft, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        // The list of content types must come first for readers that do not seek.
        foreach (ZipArchiveEntry entry in from.Entries
            .OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            using Stream source = entry.Open();
            using var bytes = new MemoryStream();
            source.CopyTo(bytes);
            byte[] content = bytes.ToArray();
            if (entry.FullName is "_rels/.rels") content = WithPlainIds(content);
            ZipArchiveEntry copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Epoch;
            using Stream written = copy.Open();
            written.Write(content);
        }
    }

    private static byte[] WithPlainIds(byte[] relations)
    {
        var document = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(relations).TrimStart('\uFEFF'));
        var each = document.Root!.Elements().OrderBy(r => (string?)r.Attribute("Target"), StringComparer.Ordinal).ToList();
        document.Root.RemoveNodes();
        for (int i = 0; i < each.Count; i++)
        {
            each[i].SetAttributeValue("Id", $"rId{(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            document.Root.Add(each[i]);
        }
        return Encoding.UTF8.GetBytes(document.ToString(System.Xml.Linq.SaveOptions.DisableFormatting));
    }
}
