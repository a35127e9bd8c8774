using System.Text;
using System.Xml.Linq;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Tests.Maps;

public sealed class SheetTests
{
    private static readonly UserLanguage[] Languages = Enum.GetValues<UserLanguage>();

    [Fact]
    public void Sheet_of_the_small_case_is_as_read_once()
    {
        AccessStudy study = SmallCase.Study();
        Golden.AssertText("Maps/A.svg", Text(Sheet(study, "A", UserLanguage.Bokmaal)));
        Golden.AssertText("Maps/comparison.svg", Text(Comparison(study, UserLanguage.Nynorsk)));
    }

    [Fact]
    public void Same_case_gives_the_same_bytes() =>
        Assert.Equal(Text(Sheet(SmallCase.Study(), "A", UserLanguage.English)), Text(Sheet(SmallCase.Study(), "A", UserLanguage.English)));

    [Theory]
    [InlineData(1000)]
    [InlineData(250)]
    [InlineData(0)]
    public void No_two_texts_of_a_sheet_overlap_and_all_stay_on_the_paper(int cellMetres)
    {
        AccessStudy study = SmallCase.Study(cellMetres);
        foreach (UserLanguage language in Languages)
        {
            SheetTexts.AssertApart(Sheet(study, "A", language));
            SheetTexts.AssertApart(Sheet(study, "B", language));
            SheetTexts.AssertApart(Comparison(study, language));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(ComparisonSheet.MostStructures)]
    public void Comparison_of_many_structures_keeps_its_texts_apart(int count)
    {
        AccessStudy study = SmallCase.Study();
        Publication publication = SmallCase.Publication(study);
        SheetTexts.AssertApart(ComparisonSheet.Draw(publication, [.. Enumerable.Repeat(publication.Comparison.Structures[0], count)], new SheetSettings()));
    }

    [Fact]
    public void Sheet_is_accessible_and_fetches_nothing()
    {
        string svg = Text(Sheet(SmallCase.Study(), "A", UserLanguage.Nynorsk));
        XElement root = XDocument.Parse(svg).Root!;
        XNamespace ns = root.Name.Namespace;
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal("nn", root.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.False(string.IsNullOrWhiteSpace(root.Element(ns + "title")?.Value));
        Assert.Contains("innbyggjarar", root.Element(ns + "desc")?.Value, StringComparison.Ordinal);
        Assert.Contains("\"licence\": \"CC BY 4.0\"", root.Element(ns + "metadata")?.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("href", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", svg.Replace(ns.NamespaceName, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Legend_counts_everybody_and_always_shows_those_without_access()
    {
        AccessStudy study = SmallCase.Study();
        StructureAccess access = study.Access(study.Case.GetStructure("A"));
        var tally = ClassTally.Of(new SheetSettings().Style, study.Case.Demand, access.Assignment);
        Assert.Equal(access.Total.People, tally.Total);
        Assert.Equal(access.Total.WithoutAccess, tally.WithoutAccess);
        Assert.Equal(13, tally.Outside);
        string[] texts = [.. Sheet(study, "A", UserLanguage.Bokmaal).Texts.Select(t => t.Text)];
        Assert.Contains("uten tilgang", texts);
        Assert.Contains("7 innbyggere", texts);
    }

    [Fact]
    public void Estimates_are_marked_only_where_they_apply()
    {
        AccessStudy study = SmallCase.Study();
        string all = string.Join(' ', Sheet(study, "A", UserLanguage.English).Texts.Select(t => t.Text));
        Assert.Contains("Kárášjohka*", all, StringComparison.Ordinal);
        Assert.Contains("position is an estimate", all, StringComparison.Ordinal);
        Assert.Contains("frequencies of ferries are", all, StringComparison.Ordinal);
        Assert.DoesNotContain("way to the quay", all, StringComparison.Ordinal);
    }

    private static MapDrawing Sheet(AccessStudy study, string structure, UserLanguage language) => StructureSheet.Draw(
        SmallCase.Publication(study), SmallCase.Publication(study).Comparison.Structures.Single(s => s.Structure.Id == structure), new SheetSettings { Language = language });

    private static MapDrawing Comparison(AccessStudy study, UserLanguage language) => ComparisonSheet.Draw(
        SmallCase.Publication(study), SmallCase.Publication(study).Comparison.Structures, new SheetSettings { Language = language });

    private static string Text(MapDrawing drawing)
    {
        using var stream = new MemoryStream();
        SvgRenderer.Write(stream, drawing);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
