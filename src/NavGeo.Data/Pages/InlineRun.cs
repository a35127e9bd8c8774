namespace NavGeo.Data.Pages;

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
