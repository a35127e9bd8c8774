using System.Text.RegularExpressions;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>The lesson says what stands on the page: a label that was renamed there is found here.</summary>
public sealed partial class LessonTests
{
    [Theory]
    [InlineData("start.md", UserLanguage.Bokmaal)]
    [InlineData("start.en.md", UserLanguage.English)]
    public void Every_label_of_the_lesson_stands_on_the_page(string document, UserLanguage language)
    {
        string text = WhitePattern().Replace(File.ReadAllText(Path.Combine(Repository.Root, "docs", document)), " ");
        var book = Phrasebook.For(language);
        string[] said = [.. book.Keys.Where(k => k.StartsWith("web.ui.start.", StringComparison.Ordinal))
            .Select(k => "^" + PlacePattern().Replace(Regex.Escape(book.Template(k)), ".+") + "$")];
        string[] labels = [.. LabelPattern().Matches(text).Select(m => m.Groups[1].Value)];
        Assert.True(labels.Length > 8);
        Assert.All(labels, label => Assert.True(said.Any(s => Regex.IsMatch(label, s, RegexOptions.None, TimeSpan.FromSeconds(1))), label));
        Assert.All(PicturePattern().Matches(text), picture => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", picture.Groups[1].Value))));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhitePattern();

    [GeneratedRegex(@"\\\{\d}")]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"(?<![*\w])\*([^*]+)\*(?!\*)")]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"\]\((pictures/[^)]+)\)")]
    private static partial Regex PicturePattern();
}
