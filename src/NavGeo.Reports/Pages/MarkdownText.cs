using System.Text;

namespace NavGeo.Reports.Pages;

/// <summary>A page as Markdown.</summary>
public static class MarkdownText
{
    /// <summary>The page, ending with one line break. Pictures are named by their captions.</summary>
    public static string Of(PageDocument document)
    {
        var text = new StringBuilder();
        foreach (PageBlock block in document.Blocks) Add(text, block);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Add(StringBuilder text, PageBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Append('#', heading.Level).Append(' ').Append(heading.Text).Append("\n\n");
                break;
            case ParagraphBlock paragraph:
                text.Append(paragraph.Text).Append("\n\n");
                break;
            case PointsBlock points:
                foreach (string point in points.Points) text.Append("- ").Append(point).Append('\n');
                text.Append('\n');
                break;
            case TableBlock table:
                Row(text, table.Header);
                Row(text, [.. table.Header.Select((_, i) => table.IsText(i) ? "---" : "--:")]);
                foreach (IReadOnlyList<string> row in table.Rows) Row(text, row);
                text.Append('\n');
                break;
            case FigureBlock figure:
                text.Append('*').Append(figure.Caption).Append("*\n\n");
                break;
        }
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells)
    {
        foreach (string cell in cells) text.Append("| ").Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(' ');
        text.Append("|\n");
    }
}
