using System.Globalization;
using NavGeo.Data.Tables;

namespace NavGeo.Web.Meetings;

/// <summary>The objections of a meeting as a table, for spreadsheets and for the report of the case.</summary>
internal static class ObjectionTable
{
    /// <summary>The file in the case folder that the report takes them from.</summary>
    public const string FileName = "objections.csv";

    /// <summary>The table, in order of time.</summary>
    public static byte[] Of(MeetingState state) => Table(state).ToBytes();

    /// <summary>Writes it into a folder.</summary>
    public static void Write(string folder, MeetingState state) => Table(state).Save(Path.Combine(folder, FileName));

    private static DelimitedWriter Table(MeetingState state)
    {
        var table = new DelimitedWriter(TableDress.International, "number", "at", "author", "structure", "text");
        foreach (LogEntry entry in state.Objections)
        {
            var pinned = (ObjectionPinned)entry.Event;
            table.Whole(entry.Number).Text(entry.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
                .Text(entry.Author).Text(pinned.Structure).Text(pinned.Text).EndRow();
        }
        return table;
    }
}
