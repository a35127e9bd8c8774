using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Maps.Report;
using NavGeo.Planning.Language;

namespace NavGeo.Web.Meetings;

/// <summary>The objections of a meeting as the table that the report of the case reads.</summary>
internal static class ObjectionFile
{
    /// <summary>The table, in order of time.</summary>
    public static byte[] Of(MeetingState state) => Table(state).ToBytes();

    /// <summary>Writes it into a folder.</summary>
    public static void Write(string folder, MeetingState state) => Table(state).Save(Path.Combine(folder, ObjectionTable.Name));

    /// <summary>The objections as the report takes them, in order of time.</summary>
    public static IReadOnlyList<Objection> List(MeetingState state) => [.. state.Objections.Select(Read)];

    private static Objection Read(LogEntry entry)
    {
        var pinned = (ObjectionPinned)entry.Event;
        return new Objection(pinned.Structure, entry.Author, pinned.Text, entry.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    private static DelimitedWriter Table(MeetingState state)
    {
        var table = new DelimitedWriter(TableDress.International, "structure", "author", "text", "time");
        foreach (Objection objection in List(state))
            table.Text(objection.Structure).Text(WrittenText.WithoutFormula(objection.Author)).Text(WrittenText.WithoutFormula(objection.Text)).Text(objection.Time).EndRow();
        return table;
    }
}
