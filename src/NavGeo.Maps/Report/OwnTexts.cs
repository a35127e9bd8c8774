using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Planning.Language;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// What the user has written for chapters of the report: <c>text/NAME.md</c> of the case folder, or <c>text/NAME.nn.md</c> for one language. Paragraphs,
/// <c>#</c> headings, <c>-</c> points, <c>**strong**</c> and <c>`code`</c>. They stand in the report as written, however often it is made again.
/// </summary>
public static class OwnTexts
{
    /// <summary>The chapters a text may be written for; the six questions last.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "front", "mandate", "summary", "structures", "method", "access", "uncertainty", "staff", "siting", "closures", "money", "risk", "minority", .. StudyQuestions,
    ];

    /// <summary>The six questions of the instructions for official studies, in their order.</summary>
    internal static string[] StudyQuestions => ["problem", "measures", "principles", "effects", "recommendation", "conditions"];

    /// <summary>The texts there are, by chapter.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PageBlock>> Read(Workspace work, UserLanguage language)
    {
        var texts = new Dictionary<string, IReadOnlyList<PageBlock>>(StringComparer.Ordinal);
        foreach (string name in Names)
        {
            if ((work.Find($"text/{name}.{LanguageCode.Of(language)}.md") ?? work.Find($"text/{name}.md")) is not { } file) continue;
            using var reader = new StreamReader(file.OpenRead(), Encoding.UTF8);
            if (BlocksOf(reader.ReadToEnd()) is { Count: > 0 } blocks) texts[name] = blocks;
        }
        return texts;
    }

    /// <summary>The blocks of a text.</summary>
    public static IReadOnlyList<PageBlock> BlocksOf(string markdown)
    {
        var blocks = new List<PageBlock>();
        var paragraph = new List<string>();
        var points = new List<string>();
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Append(""))
        {
            bool isPoint = line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal);
            bool isHeading = line.StartsWith('#');
            if (isPoint || isHeading || line.Length == 0)
            {
                if (points.Count > 0 && !isPoint) blocks.Add(new PointsBlock([.. points]));
                if (!isPoint) points.Clear();
                if (paragraph.Count > 0) blocks.Add(new ParagraphBlock(string.Join(' ', paragraph)));
                paragraph.Clear();
            }
            if (isPoint) points.Add(line[2..].Trim());
            else if (isHeading) blocks.Add(new HeadingBlock(3, line.TrimStart('#').Trim()));
            else if (line.Length > 0 && points.Count > 0) points[^1] += " " + line;
            else if (line.Length > 0) paragraph.Add(line);
        }
        return blocks;
    }
}
