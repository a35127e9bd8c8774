using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>trips.csv</c>: ways somebody asked about, where the case has them.</summary>
internal static class TripTable
{
    public const string Name = "trips.csv";

    private static readonly TableColumns Columns = new(["question", "from", "from_lon", "from_lat", "to", "to_lon", "to_lat"]);

    /// <summary>In the order of the file.</summary>
    public static List<CentreTrip> Read(CaseInput input)
    {
        var trips = new List<CentreTrip>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return trips;
        foreach (DelimitedRow row in table.Rows)
        {
            string question = row.Text("question");
            string from = row.Text("from");
            string to = row.Text("to");
            GeoPoint start = row.Position("from_lon", "from_lat", input.Settings.Area);
            GeoPoint end = row.Position("to_lon", "to_lat", input.Settings.Area);
            if (!row.IsFaulty) trips.Add(new CentreTrip(question, from, input.ToPlane(start), to, input.ToPlane(end)));
        }
        return trips;
    }
}
