using NavGeo.Planning.Language;

namespace NavGeo.Reports.Pages;

/// <summary>A page before it is in any file format: headings, sentences, tables and pictures in one language. Immutable.</summary>
/// <param name="Title">Of the page.</param>
/// <param name="Language">Of all its texts.</param>
/// <param name="Blocks">From top to bottom, the title first.</param>
public sealed record PageDocument(string Title, UserLanguage Language, IReadOnlyList<PageBlock> Blocks);

/// <summary>One piece of a page, below the one before it. Texts may hold <c>**strong**</c> and <c>`code`</c>.</summary>
public abstract record PageBlock;

/// <summary>A picture. What it shows is known by its id to whoever draws the page.</summary>
/// <param name="Id">Letters, digits and hyphens; once a page.</param>
/// <param name="Caption">Below the picture.</param>
/// <param name="Alternative">What it says, for those who cannot see it.</param>
public sealed record FigureBlock(string Id, string Caption, string Alternative) : PageBlock;

/// <summary>A heading.</summary>
/// <param name="Level">1 for the title of the page, 2 for its sections, 3 below.</param>
/// <param name="Text">What it says.</param>
public sealed record HeadingBlock(int Level, string Text) : PageBlock;

/// <summary>What follows begins on a new sheet of paper.</summary>
public sealed record PageBreakBlock : PageBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
public sealed record ParagraphBlock(string Text) : PageBlock;

/// <summary>Points below each other.</summary>
/// <param name="Points">What they say.</param>
public sealed record PointsBlock(IReadOnlyList<string> Points) : PageBlock;

/// <summary>A table; every row is as long as the header.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The cells.</param>
/// <param name="TextColumns">Columns beside the first that hold text; the others are ranged right.</param>
public sealed record TableBlock(
    IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> TextColumns) : PageBlock
{
    /// <summary>Whether a column is ranged left.</summary>
    public bool IsText(int column) => column == 0 || TextColumns.Contains(column);
}

/// <summary>A stretch of text of one kind.</summary>
/// <param name="Text">Without marks.</param>
/// <param name="IsStrong">Between <c>**</c>.</param>
/// <param name="IsCode">Between backticks.</param>
public readonly record struct InlineRun(string Text, bool IsStrong, bool IsCode)
{
    /// <summary>The runs of a text; a mark without its partner is text.</summary>
    public static IReadOnlyList<InlineRun> Of(string text)
    {
        var runs = new List<InlineRun>();
        int start = 0;
        for (int at = 0; at < text.Length;)
        {
            string? mark = text[at] == '`' ? "`" : text.AsSpan(at).StartsWith("**") ? "**" : null;
            int end = mark is null ? -1 : text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                at++;
                continue;
            }
            if (at > start) runs.Add(new InlineRun(text[start..at], false, false));
            runs.Add(new InlineRun(text[(at + mark!.Length)..end], mark == "**", mark == "`"));
            start = at = end + mark.Length;
        }
        if (start < text.Length) runs.Add(new InlineRun(text[start..], false, false));
        return runs;
    }
}
