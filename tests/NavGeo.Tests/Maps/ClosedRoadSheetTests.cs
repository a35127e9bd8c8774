using NavGeo.Data.Ground;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Tests.Maps;

/// <summary>A road that the notes of a sheet name as closed is closed on its map.</summary>
public sealed class ClosedRoadSheetTests
{
    [Theory]
    [InlineData("hallingdal", "Rv 7 gol al", "A4")]
    [InlineData("lillehammer", "E 6", "A3")]
    [InlineData("nordland", "E 6", "A4")]
    public void Closed_road_is_drawn_on_every_sheet_and_stands_in_the_legend(string name, string road, string paper)
    {
        MapBackground background = GroundFile.Read(Path.Combine(EmbeddedCase.Folder(name), GroundFile.Name));
        PlanningCase read = name switch { "hallingdal" => EmbeddedCase.Hallingdal, "lillehammer" => EmbeddedCase.Lillehammer, _ => EmbeddedCase.Nordland };
        Publication open = Under(read, null), closed = Under(read, Edit.Parse("--close", road));
        foreach ((UserLanguage language, string words) in (IEnumerable<(UserLanguage, string)>)
            [(UserLanguage.Bokmaal, "Stengt vei eller ferje"), (UserLanguage.Nynorsk, "Stengd veg eller ferje"), (UserLanguage.English, "Closed road or ferry")])
        {
            var settings = new SheetSettings { Language = language, Paper = paper == "A3" ? SheetPaper.A3 : SheetPaper.A4, Background = background };
            foreach (MapDrawing drawing in Sheets(open, settings))
            {
                Assert.DoesNotContain("closed-roads", Groups(drawing.Items));
                Assert.DoesNotContain(words, drawing.Texts.Select(t => t.Text));
            }
            foreach (MapDrawing drawing in Sheets(closed, settings))
            {
                Assert.Contains("closed-roads", Groups(drawing.Items));
                TextItem row = Assert.Single(drawing.Texts, t => t.Text == words);
                Assert.True(row.Left + row.Width <= drawing.Width && row.Baseline.Y < drawing.Height);
                SheetTexts.AssertApart(drawing);
            }
        }
    }

    [Fact]
    public void Crosses_stand_apart_and_a_short_closure_has_one()
    {
        MapDrawing drawing = StructureSheet.Draw(
            Under(EmbeddedCase.Hallingdal, new CloseAt(8.56, 60.63)), Under(EmbeddedCase.Hallingdal, new CloseAt(8.56, 60.63)).Comparison.Structures[0], new SheetSettings());
        LineItem crosses = Lines(drawing.Items).Last();
        Assert.Equal(2, crosses.Lines.Count);
    }

    private static Publication Under(PlanningCase read, Edit? edit)
    {
        var draft = new EditDraft(read);
        if (edit is not null) draft.Add(edit);
        return Publication.Of(Comparison.Of(draft.Measure(), []), Audience.Internal);
    }

    private static IEnumerable<MapDrawing> Sheets(Publication publication, SheetSettings settings)
    {
        ComparedStructure last = publication.Comparison.Structures[^1];
        yield return StructureSheet.Draw(publication, last, settings);
        yield return ChangeSheet.Draw(publication, last, settings);
        yield return MunicipalitySheet.Draw(publication, last, settings);
        yield return CatchmentSheet.Draw(publication, last, settings);
        yield return ComparisonSheet.Draw(publication, publication.Comparison.Structures, settings);
    }

    private static IEnumerable<string> Groups(IEnumerable<DrawingItem> items) =>
        items.OfType<GroupItem>().SelectMany(g => Groups(g.Items).Prepend(g.Name));

    private static IEnumerable<LineItem> Lines(IEnumerable<DrawingItem> items) =>
        items.OfType<GroupItem>().SelectMany(g => g.Name == "closed-roads" ? g.Items.OfType<LineItem>() : Lines(g.Items));
}
