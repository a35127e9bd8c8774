using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NavGeo.Data;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Language;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// A report as one HTML file that needs nothing beside it: style, pictures and the record for making it again are inside.
/// No script runs. It prints on A4 with headings kept with what follows and table heads repeated.
/// </summary>
public static partial class ReportHtml
{
    /// <summary>A table of so many rows is printed on one page.</summary>
    private const int MostShortRows = 12;

    /// <summary>Element that carries <see cref="ReportRecord.ToJson"/>.</summary>
    private const string RecordStart = "<script type=\"application/json\" id=\"navgeo-report\">";

    private const string Style = """
        :root { color: #1c1c1c; background: #fff; font: 11pt/1.5 "Source Sans 3", "Source Sans Pro", "Segoe UI", Arial, sans-serif; }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
        h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.4rem; margin-top: 2.5rem; border-bottom: 2px solid #0067c5; padding-bottom: .2rem; }
        h3 { font-size: 1.1rem; margin-top: 1.8rem; } h1, h2, h3 { break-after: avoid; }
        nav ol { columns: 2; padding-left: 1.5rem; } a { color: #0056b4; }
        .table { overflow-x: auto; margin: 1rem 0; } table { border-collapse: collapse; font-size: .85rem; width: 100%; }
        caption { text-align: left; font-size: .85rem; color: #444; padding: .3rem 0; caption-side: top; break-after: avoid; }
        th { background: #e6f0ff; text-align: left; vertical-align: bottom; } th, td { border: 1px solid #b7c4d6; padding: .25rem .45rem; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; } tr { break-inside: avoid; } thead { display: table-header-group; break-after: avoid; } tbody tr:first-child { break-before: avoid; } .short { break-inside: avoid; }
        figure { margin: 1.2rem 0; break-inside: avoid; } figure img { width: 100%; max-width: 46rem; height: auto; border: 1px solid #b7c4d6; } figcaption { font-size: .85rem; color: #444; }
        code { font-size: .85em; overflow-wrap: anywhere; } .page { break-before: page; }
        @page { size: A4; margin: 18mm 15mm; }
        @media print { figure { margin: .6rem 0; } figure img { width: auto; max-width: 100%; max-height: 222mm; } body { max-width: none; margin: 0; padding: 0; } nav { display: none; } table { font-size: 7.5pt; } .table { overflow: visible; } a { color: inherit; text-decoration: none; } }
        """;

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(string path, CaseReport report) => AtomicFile.WriteText(path, Of(report));

    /// <summary>The page.</summary>
    public static string Of(CaseReport report)
    {
        PageDocument document = report.Document;
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"").Append(LanguageCode.Of(document.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"NavGeo ")
            .Append(Provenance.Version).Append("\">\n<title>").Append(Escaped(document.Title)).Append("</title>\n<style>\n").Append(Style)
            .Append("\n</style>\n</head>\n<body>\n<main>\n");
        var writer = new Writer(html, report);
        foreach (PageBlock block in document.Blocks) writer.Add(block);
        html.Append("</main>\n").Append(RecordStart).Append(report.Record.ToJson()).Append("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>The record inside a page.</summary>
    /// <returns>Null where the text is no report.</returns>
    public static ReportRecord? FindRecord(string html)
    {
        int start = html.IndexOf(RecordStart, StringComparison.Ordinal);
        int end = start < 0 ? -1 : html.IndexOf("</script>", start, StringComparison.Ordinal);
        return end < 0 ? null : ReportRecord.Parse(html[(start + RecordStart.Length)..end]);
    }

    /// <summary>The name of a heading in links: letters and digits, one a document.</summary>
    internal static string Anchor(int heading) => "s" + heading.ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static string Inline(string text) => string.Concat(InlineRun.Of(text).Select(r =>
        r.IsStrong ? $"<strong>{Escaped(r.Text)}</strong>" : r.IsCode ? $"<code>{Escaped(r.Text)}</code>" : Escaped(r.Text)));

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whitespace();

    private sealed class Writer(StringBuilder html, CaseReport report)
    {
        private readonly Phrasebook texts = Phrasebook.For(report.Document.Language);
        private int headings;
        private int tables;
        private int figures;
        private string section = "";
        private bool breaksNext;

        public void Add(PageBlock block)
        {
            switch (block)
            {
                case HeadingBlock heading: Heading(heading); break;
                case ParagraphBlock paragraph: html.Append("<p>").Append(Inline(paragraph.Text)).Append("</p>\n"); break;
                case PointsBlock points:
                    html.Append("<ul>\n");
                    foreach (string point in points.Points) html.Append("<li>").Append(Inline(point)).Append("</li>\n");
                    html.Append("</ul>\n");
                    break;
                case TableBlock table: Table(table); break;
                case FigureBlock figure: Figure(figure); break;
                case PageBreakBlock: breaksNext = true; break;
            }
        }

        private void Heading(HeadingBlock heading)
        {
            headings++;
            section = heading.Text;
            html.Append("<h").Append(heading.Level).Append(" id=\"").Append(Anchor(headings)).Append('"');
            if (breaksNext) html.Append(" class=\"page\"");
            breaksNext = false;
            html.Append('>').Append(Inline(heading.Text)).Append("</h").Append(heading.Level).Append(">\n");
            if (heading.Level == 1) Contents();
        }

        private void Contents()
        {
            html.Append("<nav aria-label=\"").Append(Escaped(texts.Say("report.contents"))).Append("\">\n<h2>")
                .Append(Escaped(texts.Say("report.contents"))).Append("</h2>\n<ol>\n");
            int number = 0;
            foreach (HeadingBlock each in report.Document.Blocks.OfType<HeadingBlock>())
            {
                number++;
                if (each.Level == 2) html.Append("<li><a href=\"#").Append(Anchor(number)).Append("\">").Append(Inline(each.Text)).Append("</a></li>\n");
            }
            html.Append("</ol>\n</nav>\n");
        }

        private void Table(TableBlock table)
        {
            tables++;
            html.Append("<div class=\"table").Append(table.Rows.Count <= MostShortRows ? " short" : "").Append("\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Escaped(section)).Append("\"><table>\n<caption>")
                .Append(Escaped(texts.Say("report.table", tables, Plain(section)))).Append("</caption>\n<thead><tr>");
            for (int i = 0; i < table.Header.Count; i++)
                html.Append("<th scope=\"col\"").Append(table.IsText(i) ? ">" : " class=\"number\">").Append(Inline(table.Header[i])).Append("</th>");
            html.Append("</tr></thead>\n<tbody>\n");
            foreach (IReadOnlyList<string> row in table.Rows)
            {
                html.Append("<tr>");
                for (int i = 0; i < row.Count; i++) html.Append(table.IsText(i) ? "<td>" : "<td class=\"number\">").Append(Inline(row[i])).Append("</td>");
                html.Append("</tr>\n");
            }
            html.Append("</tbody>\n</table></div>\n");
        }

        private void Figure(FigureBlock figure)
        {
            figures++;
            using var svg = new MemoryStream();
            SvgRenderer.Write(svg, report.Figures[figure.Id]);
            html.Append("<figure><img alt=\"").Append(Escaped(Whitespace().Replace(figure.Alternative, " "))).Append("\" src=\"data:image/svg+xml;base64,")
                .Append(Convert.ToBase64String(svg.ToArray())).Append("\"><figcaption>")
                .Append(Inline(texts.Say("report.figure", figures, figure.Caption))).Append("</figcaption></figure>\n");
        }

        private static string Plain(string text) => string.Concat(InlineRun.Of(text).Select(r => r.Text));
    }
}
