using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NavGeo.Data;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Language;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// A report as a Word document: real headings, lists, tables with repeated heads, captions that number themselves, alternative
/// text, the language of every word. The same report gives the
/// same bytes.
/// </summary>
public static class ReportWord
{
    /// <summary>How the name of the part with the record for making the report again begins.</summary>
    private const string RecordPart = "customXml/item";

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(string path, CaseReport report) => AtomicFile.Write(path, stream => Write(stream, report));

    /// <summary>Writes the document to a stream that stays open.</summary>
    public static void Write(Stream stream, CaseReport report) => Write(stream, report.Document, report.Figures, Record(report));

    /// <summary>Writes any page without pictures to a stream that stays open.</summary>
    public static void Write(Stream stream, PageDocument document) => Write(stream, document, new Dictionary<string, MapDrawing>(), record: null);

    private static void Write(Stream stream, PageDocument document, IReadOnlyDictionary<string, MapDrawing> figures, byte[]? record)
    {
        using var draft = new MemoryStream();
        using (var package = WordprocessingDocument.Create(draft, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Of(LanguageCode.Of(document.Language));
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = WordStyles.Bullets();
            FooterPart footer = main.AddNewPart<FooterPart>("rIdFooter");
            footer.Footer = WordStyles.PageNumber(document.Title);
            if (record is not null) main.AddCustomXmlPart(CustomXmlPartType.CustomXml, "rIdRecord").FeedData(new MemoryStream(record));
            CoreFilePropertiesPart properties = package.AddCoreFilePropertiesPart();
            using (Stream core = properties.GetStream(FileMode.Create)) core.Write(Core(document));
            var body = new Body();
            var writer = new WordBody(main, body, document, figures);
            IReadOnlyList<PageBlock> blocks = document.Blocks;
            for (int i = 0; i < blocks.Count; i++) writer.Add(blocks[i], i + 1 < blocks.Count ? blocks[i + 1] : null);
            body.Append(WordStyles.Section("rIdFooter"));
            main.Document = new Document(body);
        }
        FixedArchive.Copy(draft, stream);
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
            return ReportRecord.Parse(XDocument.Load(part).Root?.Value ?? "");
        }
        catch (Exception problem) when (problem is InvalidDataException or System.Xml.XmlException)
        {
            return null;
        }
    }

    private static byte[] Record(CaseReport report) => Encoding.UTF8.GetBytes(
        new XElement("report", report.Record.ToJson()).ToString(SaveOptions.DisableFormatting));

    private static byte[] Core(PageDocument document)
    {
        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var core = new XElement(
            cp + "coreProperties",
            new XElement(dc + "title", document.Title),
            new XElement(dc + "creator", "NavGeo " + Provenance.Version),
            new XElement(dc + "language", LanguageCode.Of(document.Language)));
        return Encoding.UTF8.GetBytes(core.ToString(SaveOptions.DisableFormatting));
    }
}
