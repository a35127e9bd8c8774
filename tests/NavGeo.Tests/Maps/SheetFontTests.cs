using NavGeo.Maps.Drawing;
using NavGeo.Planning.Language;
using SkiaSharp;

namespace NavGeo.Tests.Maps;

public sealed class SheetFontTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÁČĐŊŠŦŽÄÖabcdefghijklmnopqrstuvwxyzæøåáčđŋšŧžïäöüéèêóòôâ0123456789«»–—…·*≤≥−×°\u00A0\u2009\u202F";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_letter_of_norwegian_sami_and_kven_is_in_the_font(bool isBold) =>
        Assert.All(Letters, letter => Assert.True(Has(letter, isBold), $"U+{(int)letter:X4}"));

    [Fact]
    public void Every_character_of_what_users_are_told_is_in_the_font()
    {
        foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
        {
            Phrasebook book = Phrasebook.For(language);
            foreach (string key in book.Keys.Where(k => k.StartsWith("maps.", StringComparison.Ordinal) || k.StartsWith("sheets.", StringComparison.Ordinal) || k.StartsWith("change.", StringComparison.Ordinal)))
                Assert.All(book.Template(key), letter => Assert.True(Has(letter, isBold: false), $"{key}: U+{(int)letter:X4}"));
        }
    }

    [Theory]
    [InlineData("Kárášjohka", 10)]
    [InlineData("Æøå", 3)]
    [InlineData("ŋŧž", 3)]
    public void Letters_are_as_wide_as_they_are_drawn(string text, int letters)
    {
        double width = SheetFont.Measure(text, 1);
        Assert.InRange(width, 0.2 * letters, 0.8 * letters);
        Assert.True(SheetFont.Measure(text, 1, isBold: true) >= width);
        Assert.Equal(7 * width, SheetFont.Measure(text, 7), 9);
    }

    [Fact]
    public void Letters_that_fit_into_each_other_are_set_closer() =>
        Assert.True(SheetFont.Measure("Ta", 1) < SheetFont.Measure("T", 1) + SheetFont.Measure("a", 1));

    [Fact]
    public void Figures_are_of_one_width() =>
        Assert.Single("0123456789".Select(f => SheetFont.Measure(f.ToString(), 1)).Distinct());

    [Fact]
    public void Heights_are_those_of_the_letters()
    {
        using var font = new SKFont(SheetFont.Of(isBold: false).Typeface, 1000) { Hinting = SKFontHinting.None };
        Assert.Equal(1000 * SheetFont.CapitalHeight, font.Metrics.CapHeight, 1.0);
        Assert.InRange("gpqyj".Max(letter => font.GetGlyphPath(font.GetGlyph(letter))!.Bounds.Bottom), 950 * SheetFont.Descent, 1000 * SheetFont.Descent);
    }

    [Fact]
    public void Text_is_as_wide_after_memory_was_moved()
    {
        double width = SheetFont.Measure("Guovdageaidnu", 1);
        for (int i = 0; i < 20; i++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            _ = GC.AllocateUninitializedArray<byte>(1_000_000);
            Assert.Equal(width, SheetFont.Measure("Guovdageaidnu", 1));
        }
    }

    private static bool Has(char letter, bool isBold) => SheetFont.Of(isBold).Place(letter.ToString(), 1).Glyphs is not [0];
}
