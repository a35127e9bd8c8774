using System.Text;
using System.Xml;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads Statistics Norway's population grid as Geonorge publishes it, in GML: of each square the element named after the
/// size (<c>ssbid250m</c>) and <c>popTot</c>, whichever comes first; everything else is passed over. Read as a stream, as
/// the whole country is some hundred megabytes. No document type is accepted, so no entity can grow.
/// </summary>
internal static class PopulationGmlReader
{
    /// <summary>Whether a file begins as XML does.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return bytes.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }

    /// <summary>Reads a file.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="file">What findings call it.</param>
    /// <param name="findings">Takes the errors, each with its line.</param>
    /// <exception cref="InputException">The file has errors, or no squares.</exception>
    public static PopulationGrid Read(Stream stream, string file, Findings findings)
    {
        using XmlReader xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreWhitespace = true });
        GridRows? rows = null;
        string? size = null;
        string? id = null, people = null;
        int line = 0, depth = 0;
        try
        {
            bool isMore = xml.Read();
            while (isMore)
            {
                if (xml.NodeType == XmlNodeType.Element && GridCell.TryCellMetres(xml.LocalName, out int cellMetres))
                {
                    Begin();
                    size ??= xml.LocalName;
                    if (!size.Equals(xml.LocalName, StringComparison.OrdinalIgnoreCase))
                        throw new InputException(file, Text(line), new Phrase("people.gml.sizes", size, xml.LocalName), new Phrase("people.gml.sizes.remedy"));
                    rows ??= new GridRows(file, Text(line), cellMetres, findings);
                    id = xml.ReadElementContentAsString().Trim();
                }
                else if (xml.NodeType == XmlNodeType.Element && GridRows.HoldsPeople(xml.LocalName))
                {
                    Begin();
                    people = xml.ReadElementContentAsString().Trim();
                }
                else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth < depth && (id ?? people) is not null)
                {
                    // The square ends with half of what it must say; the other half must not be taken from the next.
                    throw new InputException(file, Text(line), new Phrase("people.gml.half"), new Phrase("people.gml.half.remedy"));
                }
                else isMore = xml.Read();
                if (id is null || people is null) continue;
                rows!.Add(Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(people), line);
                (id, people) = (null, null);
            }
        }
        catch (XmlException fault)
        {
            throw new InputException(file, Text(fault.LineNumber), new Phrase("osm.broken-xml"), new Phrase("packed.remedy"));
        }
        return rows?.ToGrid() ?? throw new InputException(file, null, new Phrase("geo.grid.no-rows"), new Phrase("people.gml.remedy"));

        void Begin()
        {
            line = Line(xml);
            depth = xml.Depth;
        }
    }

    private static int Line(XmlReader xml) => (xml as IXmlLineInfo)?.LineNumber ?? 0;

    private static string Text(int line) => line.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
