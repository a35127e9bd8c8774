using System.Globalization;
using NavGeo.Data.Survey;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;
using NavGeo.Tests.Data.GeoPackage;
using NavGeo.Tests.Maps;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Survey;

public sealed class SurveySheetTests : IDisposable
{
    private static readonly OfficeSurvey Survey = SurveyFolder.Read(EmbeddedCase.Folder("survey2012"), new Findings());
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Counties_are_made_of_the_municipalities_of_2018_and_trondelag_is_two_again()
    {
        IReadOnlyDictionary<string, Geometry> areas = CountyAreas.Read(Boundaries("1804", "1805", "5001", "5053", "0301"), new Findings());
        Assert.Equal(["Nord-Trøndelag", "Nordland", "Oslo", "Sør-Trøndelag"], areas.Keys.Order(StringComparer.Ordinal));
        // Two squares beside each other are one county.
        Assert.Equal(1, areas["Nordland"].NumGeometries);
    }

    [Fact]
    public void Boundaries_of_a_later_year_are_refused_with_what_to_give()
    {
        InputException problem = Assert.Throws<InputException>(() => CountyAreas.Read(Boundaries("3001"), new Findings()));
        Assert.Contains("2018", problem.Findings[0].Remedy.In(UserLanguage.Bokmaal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal)]
    [InlineData(UserLanguage.Nynorsk)]
    public void Sheet_shows_every_county_with_its_offices_and_adds_up(UserLanguage language)
    {
        MapDrawing sheet = SurveySheet.Draw(Survey, CountyAreas.Read(Boundaries("1804", "1902"), new Findings()), Survey.Sources, language);
        string[] texts = [.. sheet.Texts.Select(t => t.Text)];
        Assert.Contains("43 / 10", texts);
        SheetTexts.AssertApart(sheet);
        Assert.Contains("Nordland", texts);
        // The classes and those without an answer are the 19 counties; 368 offices in all.
        Phrasebook book = Phrasebook.For(language);
        Assert.Contains(book.Say("survey.sheet.counties", 16, 368), texts);
        Assert.Contains(book.Say("survey.sheet.counties-alone", 3), texts);
        Assert.Equal(16, Enumerable.Range(0, 5).Sum(c => Survey.Counties.Count(s => SurveySheet.ClassOf(s) == c)));
        Assert.Equal(4, SurveySheet.ClassOf(Survey.Counties.Single(c => c.County == "Troms")));
        Assert.Equal(0, SurveySheet.ClassOf(Survey.Counties.Single(c => c.County == "Vestfold")));
    }

    /// <summary>Squares of a tenth of a degree beside each other.</summary>
    private string Boundaries(params string[] numbers)
    {
        IEnumerable<string> features = numbers.Select((number, i) =>
        {
            string west = (14 + i * 0.1).ToString("0.0", CultureInfo.InvariantCulture), east = (14.1 + i * 0.1).ToString("0.0", CultureInfo.InvariantCulture);
            return $$"""{ "type": "Feature", "properties": { "kommunenummer": "{{number}}", "kommunenavn": "M{{number}}" }, "geometry": { "type": "Polygon", "coordinates": [[[{{west}},67.0],[{{east}},67.0],[{{east}},67.1],[{{west}},67.1],[{{west}},67.0]]] } }""";
        });
        string path = folder.File("boundaries.geojson");
        File.WriteAllText(path, $$"""{ "type": "FeatureCollection", "features": [ {{string.Join(",\n", features)}} ] }""");
        return path;
    }
}
