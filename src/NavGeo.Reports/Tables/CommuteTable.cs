using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Tables;

/// <summary>Employees' ways to work as a table: <c>staff_commutes.csv</c>, a row a structure and way of travelling; small counts are empty.</summary>
public static class CommuteTable
{
    /// <summary>Writes the file into a folder; it is whole or not there.</summary>
    /// <param name="publication">Whose structures, and who reads it.</param>
    /// <param name="studies">By how one travels: <c>car</c>, <c>transit</c>.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="language">Of the table's dress.</param>
    public static void Save(Publication publication, IReadOnlyList<KeyValuePair<string, CommuteStudy>> studies, string folder, UserLanguage language)
    {
        TableDress dress = language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        var table = new DelimitedWriter(
            dress, "structure", "mode", "employees", "moved", "over_60_today", "over_60_then", "over_90_today", "over_90_then", "moved_over_60_today", "moved_over_60_then",
            "moved_over_90_today", "moved_over_90_then", "without_way_then", "mean_today_min", "mean_then_min", "rounded_to");
        Audience audience = publication.Audience;
        foreach ((string mode, CommuteStudy study) in studies)
        {
            foreach (StructureCommutes c in publication.Comparison.Structures.Select(s => study.Of(s.Structure)))
            {
                table.Text(c.Structure.Id).Text(mode);
                foreach (int count in (int[])
                    [
                        c.Employees, c.Moved, c.Today.Over[0], c.Then.Over[0], c.Today.Over[1], c.Then.Over[1], c.MovedToday.Over[0], c.MovedThen.Over[0], c.MovedToday.Over[1],
                        c.MovedThen.Over[1], c.Then.WithoutWay,
                    ])
                {
                    table.Whole(audience.Told(count));
                }
                int decimals = audience.LeastPeople > 1 ? 0 : 2;
                bool isTold = audience.Told(c.Employees) is > 0;
                table.Decimal(isTold ? c.Today.MeanMinutes : null, decimals).Decimal(isTold ? c.Then.MeanMinutes : null, decimals).Whole(Math.Max(1, audience.LeastPeople)).EndRow();
            }
        }
        table.Save(Path.Combine(folder, "staff_commutes.csv"));
    }
}
