using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Robustness;
using NavGeo.Reports.Json;

namespace NavGeo.Reports.Tables;

/// <summary>What closures do to the structures of a case: <c>robustness.csv</c>.</summary>
public static class RobustnessTable
{
    /// <summary>Writes the file into a folder, whole or not at all.</summary>
    /// <param name="rankings">Structure id and its ranking.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="language">Of the titles, and for the table's dress.</param>
    public static void Save(IEnumerable<KeyValuePair<string, RobustnessRanking>> rankings, string folder, UserLanguage language)
    {
        TableDress dress = language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        var table = new DelimitedWriter(
            dress, "structure", "rank", "kind", "title", "road", "name", "cut_off", $"delayed_over_{RobustnessStudy.DelayMinutes}_min",
            "longer", "person_hours_one_way", "easting", "northing");
        foreach ((string structure, RobustnessRanking ranking) in rankings)
        {
            foreach ((int index, ClosureEffect effect) in ranking.Effects.Index())
            {
                table.Text(structure).Whole(index + 1).Text(RobustnessJson.NameOf(effect.Closure.Kind)).Text(effect.Title.In(language))
                    .Text(effect.Closure.Road.ToString()).Text(effect.Closure.Name).Whole(effect.CutOff).Whole(effect.Delayed)
                    .Whole(effect.Longer).Decimal(effect.PersonMilliseconds / 3_600_000.0, 1)
                    .Decimal(effect.Position.Easting, 0).Decimal(effect.Position.Northing, 0).EndRow();
            }
        }
        table.Save(Path.Combine(folder, "robustness.csv"));
    }
}
