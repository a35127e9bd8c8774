using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>Scale, north, sources with licence and date, and who made the sheet, along its lower edge.</summary>
internal static class SheetFooter
{
    private const double ScaleWidth = 62;
    private const double ArrowWidth = 20;
    private const double LeastSize = 1.5;
    private const double LineSpacing = 1.35;

    /// <summary>Draws it in a box at least 16 mm high.</summary>
    /// <param name="planningCase">For sources, projection and profile.</param>
    /// <param name="settings">For style and background.</param>
    /// <param name="frame">For scale and north.</param>
    /// <param name="notes">Sentences that stand before the sources; empty where the sheet has them elsewhere.</param>
    /// <param name="box">Where it stands.</param>
    /// <param name="book">The language.</param>
    /// <param name="isByCar">Whether the sheet shows times by car.</param>
    public static GroupItem Draw(
        PlanningCase planningCase, SheetSettings settings, PaperFrame frame, IReadOnlyList<string> notes, PaperBox box, Phrasebook book, bool isByCar = true)
    {
        MapStyle style = settings.Style;
        double degrees = NorthArrow.DegreesToTrueNorth(frame.Middle, planningCase.Epsg);
        var arrow = new PaperPoint(box.Left + ScaleWidth + ArrowWidth / 2, box.Top + 8);
        return new GroupItem("footer",
        [
            ScaleBar.Draw(frame, new PaperPoint(box.Left, box.Top + 1), ScaleWidth - 10, settings, book),
            NorthArrow.Draw(arrow, degrees, style, book),
            .. Lines(planningCase, settings, notes, box with { Left = box.Left + ScaleWidth + ArrowWidth + 4 }, book, isByCar),
        ]);
    }

    /// <summary>The same for an upright sheet in EPSG:25833 that shows no case.</summary>
    /// <param name="frame">For scale and north.</param>
    /// <param name="lines">What stands beside them, broken to 95 mm.</param>
    /// <param name="box">Where it stands.</param>
    /// <param name="style">For colours.</param>
    /// <param name="book">The language.</param>
    public static GroupItem Of(PaperFrame frame, IEnumerable<string> lines, PaperBox box, MapStyle style, Phrasebook book) => new(
        "footer",
        [
            ScaleBar.Draw(frame, new PaperPoint(box.Left, box.Top + 1), 52, new SheetSettings(), book),
            NorthArrow.Draw(new PaperPoint(box.Left + 72, box.Top + 8), NorthArrow.DegreesToTrueNorth(frame.Middle, 25833), style, book),
            .. lines.Select((line, i) => new TextItem(
                line, new PaperPoint(box.Left + 92, box.Top + 2 + i * SheetColumn.NoteSize * LineSpacing), SheetColumn.NoteSize, style.Text.Plain)),
        ]);

    /// <summary>Sources in as large a size as the room allows; the file's metadata always has them in full.</summary>
    private static IEnumerable<TextItem> Lines(
        PlanningCase planningCase, SheetSettings settings, IReadOnlyList<string> notes, PaperBox box, Phrasebook book, bool isByCar)
    {
        string sources = book.Say("maps.sheet.sources", string.Join("; ", SourceReference.Licensed(planningCase.Sources.Concat(settings.Background.Sources), book.Language))) + ".";
        string made = book.Say(
            isByCar ? "maps.sheet.made-by" : "sheets.visits.made-by", Provenance.Version, "EPSG:" + planningCase.Epsg.ToString(System.Globalization.CultureInfo.InvariantCulture),
            new Phrase("maps.profile." + planningCase.Profile.Name), FerryWaitWords.Of(planningCase.Profile.FerryWait));
        double size = SheetColumn.NoteSize;
        IReadOnlyList<string> lines = Wrapped(size);
        while (lines.Count * size * LineSpacing > box.Height && size > LeastSize) lines = Wrapped(size -= 0.05);
        int room = (int)Math.Floor(box.Height / (size * LineSpacing));
        // The notes come first and are never what is cut off.
        if (lines.Count > room) lines = [.. lines.Take(room - 2), book.Say("maps.sheet.more-sources"), made];
        return lines.Select((line, i) => new TextItem(
            line, new PaperPoint(box.Left, box.Top + (i + 0.8) * size * LineSpacing), size, settings.Style.Text.Plain));

        IReadOnlyList<string> Wrapped(double at) =>
            [.. TextBlock.Wrap(string.Join(' ', notes), at, box.Width), .. TextBlock.Wrap(sources, at, box.Width), .. TextBlock.Wrap(made, at, box.Width)];
    }
}
