using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;

namespace NavGeo.Reports.Tables;

/// <summary>Structures in other futures as a table: <c>regret.csv</c>, a row for each criterion, future and choice, the greatest regrets last.</summary>
public static class RegretTables
{
    /// <summary>Writes the file into a folder; it is whole or not there.</summary>
    public static void Save(RegretResult result, string folder, UserLanguage language)
    {
        TableDress dress = language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        var table = new DelimitedWriter(dress, "criterion", "future", "name", "people", "structures", "sites", "value", "regret", "best");
        foreach (RegretMeasure measure in result.Measures)
        {
            string criterion = RegretSentences.NameOf(measure.Criterion);
            for (int future = 0; future < result.Futures.Count; future++)
            {
                IReadOnlyList<int> best = measure.Best(future);
                for (int choice = 0; choice < result.Choices.Count; choice++)
                {
                    table.Text(criterion).Text(result.Futures[future].Id).Text(result.Futures[future].Name.In(language)).Whole(result.People[future])
                        .Text(result.Choices[choice].Name).Whole(result.Choices[choice].Sites).Decimal(measure.Values[future][choice], 3)
                        .Decimal(measure.Regret(future, choice), 3).Flag(best.Contains(choice)).EndRow();
                }
            }
            IReadOnlyList<int> least = measure.Least();
            for (int choice = 0; choice < result.Choices.Count; choice++)
            {
                (double regret, int future) = measure.Most(choice);
                table.Text(criterion).Text("greatest").Text(result.Futures[future].Name.In(language)).Whole(null).Text(result.Choices[choice].Name)
                    .Whole(result.Choices[choice].Sites).Decimal(null, 3).Decimal(regret, 3).Flag(least.Contains(choice)).EndRow();
            }
        }
        table.Save(Path.Combine(folder, "regret.csv"));
    }
}
