using NavGeo.Maps.Styles;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>Notes at the foot of a column, as large as its room allows.</summary>
internal static class SheetNotes
{
    private const double LeastSize = 1.6;
    private const double HeadingHeight = 6;

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
