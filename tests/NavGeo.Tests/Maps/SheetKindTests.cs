using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Data.Input;
using NavGeo.Data.Regions;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Trips;

namespace NavGeo.Tests.Maps;

public sealed class SheetKindTests
{
    public static TheoryData<string, string, bool> Papers => new()
    {
        { "hallingdal", "A4", false }, { "lillehammer", "A4", true }, { "lillehammer", "A3", false }, { "nordland", "A4", true },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void No_two_texts_overlap_on_any_kind_of_sheet_of_an_embedded_case(string name, string paper, bool isUpright)
    {
        Comparison comparison = Comparison.Of(AccessStudy.Of(Workspace.Open(EmbeddedCase.Folder(name), new Findings()).Case), []);
        MapBackground background = GroundFile.Read(Path.Combine(EmbeddedCase.Folder(name), GroundFile.Name));
        SheetPaper size = paper == "A3" ? SheetPaper.A3 : SheetPaper.A4;
        foreach (UserLanguage language in (UserLanguage[])[UserLanguage.Bokmaal, UserLanguage.Nynorsk])
        {
            var settings = new SheetSettings { Language = language, Paper = isUpright ? size.Upright : size, Background = background };
            ComparedStructure last = comparison.Structures[^1];
            foreach (MapDrawing drawing in Sheets(comparison, last, settings)) SheetTexts.AssertApart(drawing);
            SheetTexts.AssertApart(RouteSheet.Draw(Publication.Of(comparison, Audience.Internal), last, 0, "Her", settings));
            if (CaseDivision.Of(Workspace.Open(EmbeddedCase.Folder(name), new Findings()), comparison.Study, new RegionChoice(), background.Municipalities, new Findings()) is { } divided)
                SheetTexts.AssertApart(CaseRegionSheet.Draw(Publication.Of(comparison, Audience.Internal), last.Structure, divided, settings));
        }
    }

    [Fact]
    public void Legend_of_changes_adds_up_to_everybody_and_a_gain_is_hatched_where_a_loss_is_not()
    {
        Comparison comparison = Comparison.Of(SmallCase.Study(), []);
        MapDrawing drawing = ChangeSheet.Draw(Publication.Of(comparison, Audience.Internal), comparison.Structures[1], new SheetSettings { Language = UserLanguage.English });
        string[] texts = [.. drawing.Texts.Select(t => t.Text)];
        Assert.Contains("787 inhabitants", texts);
        Assert.Contains("access lost", texts);
        Assert.Equal("change", drawing.Provenance.Parameters.Single(p => p.Key == "style").Value);
        Assert.Contains(drawing.Provenance.Parameters, p => p is { Key: "compared_with", Value: "A" });
    }

    [Fact]
    public void Way_is_told_leg_by_leg_and_the_legs_add_up_to_the_time()
    {
        Comparison comparison = Comparison.Of(SmallCase.Study(), []);
        // From the far side of the ferry to the east under A, to the west under B.
        MapDrawing drawing = RouteSheet.Draw(
            Publication.Of(comparison, Audience.Internal), comparison.Structures[1], 4, "Øya", new SheetSettings { Language = UserLanguage.Bokmaal });
        string[] texts = [.. drawing.Texts.Select(t => t.Text)];
        Assert.Contains("venting på ferje", texts);
        Assert.Contains("ferje Småfjord", texts);
        Assert.Contains("Rv 7", texts);
        Assert.Contains(texts, t => t.StartsWith("* Tiden", StringComparison.Ordinal));
        Trip trip = TripFinder.Of(comparison.Study, comparison.Structures[1].Access.Assignment, 4)!;
        Assert.Equal(20, trip.Legs.Where(l => l.Name == "Rv 7").Sum(l => l.Millimetres) / 1e6, 3);
        Assert.Contains($"{trip.Legs.Sum(l => l.Milliseconds) / 60_000.0:0.0}".Replace('.', ',') + " min", texts);
        Assert.Equal("c5", drawing.Provenance.Parameters.Single(p => p.Key == "place").Value);
    }

    [Fact]
    public void Municipalities_without_outlines_are_discs_with_name_and_figure()
    {
        Comparison comparison = Comparison.Of(SmallCase.Study(), []);
        MapDrawing drawing = MunicipalitySheet.Draw(Publication.Of(comparison, Audience.Internal), comparison.Structures[0], new SheetSettings { Language = UserLanguage.Bokmaal });
        string[] texts = [.. drawing.Texts.Select(t => t.Text)];
        Assert.Contains("Kárášøy", texts);
        Assert.Contains("2 kommuner", texts);
    }

    [Fact]
    public void Upright_paper_is_higher_than_wide_and_larger_paper_shows_the_case_larger()
    {
        AccessStudy study = SmallCase.Study();
        StructureAccess access = study.Access(study.Case.GetStructure("A"));
        MapDrawing upright = StructureSheet.Draw(study, access, new SheetSettings { Paper = SheetPaper.A4.Upright });
        Assert.Equal((210, 297), (upright.Width, upright.Height));
        string small = StructureSheet.Draw(study, access, new SheetSettings()).Provenance.Crs;
        string large = StructureSheet.Draw(study, access, new SheetSettings { Paper = SheetPaper.A3 }).Provenance.Crs;
        Assert.EndsWith("on A3", large, StringComparison.Ordinal);
        Assert.NotEqual(small.Replace("A4", "", StringComparison.Ordinal), large.Replace("A3", "", StringComparison.Ordinal));
    }

    private static IEnumerable<MapDrawing> Sheets(Comparison comparison, ComparedStructure compared, SheetSettings settings) =>
    [
        StructureSheet.Draw(Publication.Of(comparison, Audience.Internal), compared, settings),
        ChangeSheet.Draw(Publication.Of(comparison, Audience.Internal), compared, settings),
        CatchmentSheet.Draw(Publication.Of(comparison, Audience.Internal), compared, settings),
        MunicipalitySheet.Draw(Publication.Of(comparison, Audience.Internal), compared, settings),
        ComparisonSheet.Draw(Publication.Of(comparison, Audience.Internal), comparison.Structures, settings),
    ];
}
