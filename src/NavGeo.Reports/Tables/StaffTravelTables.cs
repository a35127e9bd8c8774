using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Staff;
using NavGeo.Reports.Json;
using NavGeo.Routing;
using NavGeo.Routing.Times;

namespace NavGeo.Reports.Tables;

/// <summary>
/// What the staff drives as tables: <c>staff.csv</c> with sums and settings, <c>staff_trips.csv</c>, and
/// <c>staff_roads.csv</c> with the hours on each road and ferry.
/// </summary>
public static class StaffTravelTables
{
    /// <summary>Writes the files into a folder; each is whole or not there.</summary>
    public static void Save(IReadOnlyList<StructureStaffTravel> travels, string folder, UserLanguage language)
    {
        TableDress dress = language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        var sums = new DelimitedWriter(
            dress,
            [
                "structure", "counsellors_assumed", "counsellors_on_duty", "hours", "counsellor_hours", "leader_hours", "ferry_hours", "km", "fte", "kroner",
                .. new StaffSettings().All.Select(s => s.Key),
            ]);
        var trips = new DelimitedWriter(
            dress, "structure", "kind", "who", "from", "to", "trips_per_year", "out_min", "back_min", "hours_year", "km_year");
        var roads = new DelimitedWriter(dress, "structure", "kind", "road", "name", "hours", "km");
        foreach (StructureStaffTravel travel in travels)
        {
            sums.Text(travel.Structure.Id).Flag(travel.AreCounsellorsAssumed).Amount(travel.CounsellorsOnDuty).Decimal(travel.Hours, 1).Decimal(travel.CounsellorHours, 1)
                .Decimal(travel.LeaderHours, 1).Decimal(travel.FerryHours, 1).Decimal(travel.Kilometres, 0)
                .Decimal(travel.FullTimeEquivalents, 3).Decimal(travel.Kroner, 0);
            foreach (KeyValuePair<string, double> setting in travel.Settings.All) sums.Decimal(setting.Value, 2);
            sums.EndRow();
            foreach (StaffTrip trip in travel.Counsellors.Concat(travel.Leaders))
            {
                trips.Text(travel.Structure.Id).Text(StaffTravelJson.NameOf(trip.Kind)).Text(trip.Who).Text(trip.From).Text(trip.To)
                    .Whole(trip.TripsPerYear).Decimal(Minutes(trip.Out), 2).Decimal(Minutes(trip.Back), 2)
                    .Decimal(trip.HoursPerYear, 1).Decimal(trip.KilometresPerYear, 0).EndRow();
            }
            foreach (RoadUseRow row in travel.Roads)
            {
                roads.Text(travel.Structure.Id).Text(StaffTravelJson.NameOf(row.Kind)).Text(row.Road.ToString()).Text(row.Name)
                    .Decimal(row.Milliseconds / 3_600_000.0, 1).Decimal(row.Millimetres / 1_000_000.0, 0).EndRow();
            }
        }
        sums.Save(Path.Combine(folder, "staff.csv"));
        trips.Save(Path.Combine(folder, "staff_trips.csv"));
        roads.Save(Path.Combine(folder, "staff_roads.csv"));
    }

    private static double? Minutes(TravelTime time) => time.IsReachable ? time.Minutes : null;
}
