using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>Notes at the foot of a column, as large as its room allows.</summary>
internal static class SheetNotes
{
    private const double LeastSize = 1.6;
    private const double HeadingHeight = 6;

    /// <summary>How people are drawn, where the eye could be misled.</summary>
    public static IEnumerable<string> OfDrawing(Demand demand, PaperFrame frame, Phrasebook book)
    {
        if (demand.FewPlaces > 0) yield return book.Say("maps.sheet.rounded", demand.LeastPeople);
        if (demand.CellMetres == 0)
        {
            yield return book.Say("maps.sheet.circles");
            yield break;
        }
        int side = CellMosaic.SideAt(demand.CellMetres, frame);
        if (side > demand.CellMetres) yield return book.Say("maps.sheet.blocks", demand.CellMetres, side);
    }

    /// <summary>Which sites people were sent to, where that is not the nearest open one.</summary>
    public static IEnumerable<string> OfRule(IReadOnlyList<StructureAccess> structures, Phrasebook book) =>
        structures[0].Rule == AccessRule.Nearest ? [] : AccessRuleText.Of(structures).Select(s => book.Say(s));

    /// <summary>Sets the notes with their heading; none, no heading.</summary>
    public static void Add(SheetColumn column, IReadOnlyList<string> notes, MapStyle style, Phrasebook book)
    {
        if (notes.Count == 0) return;
        double room = column.Box.Bottom - column.Y - HeadingHeight;
        double size = SheetColumn.NoteSize;
        while (size > LeastSize && HeightOf(notes, size, column.Box.Width) > room) size -= 0.05;
        column.Heading(book.Say("maps.sheet.notes"));
        foreach (string note in notes)
        {
            column.Paragraph(note, size, style.Text.Plain);
            column.Skip(size * 0.25);
        }
    }

    private static double HeightOf(IReadOnlyList<string> notes, double size, double width) =>
        notes.Sum(n => TextBlock.Wrap(n, size, width).Count * size * 1.32 + size * 0.25);
}
