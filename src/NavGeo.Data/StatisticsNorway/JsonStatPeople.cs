using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// People per municipality out of a json-stat2 table such as Statistics Norway's 07459: region, year and contents are
/// told by their ids; over every other dimension (sex, age) the cells are added up, or its own total is taken where it
/// has one.
/// </summary>
internal static partial class JsonStatPeople
{
    /// <summary>Statistics Norway's K- numbers are series by the numbers in force since this year.</summary>
    private const int SummedCodeYear = 2024;

    private static readonly string[] Regions = ["Region", "Kommune", "KOKkommuneregion0000", "Bostedskommune"];
    private static readonly string[] Times = ["Tid", "time", "year"];
    private static readonly string[] Contents = ["ContentsCode"];

    /// <summary>The counts of one year.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">For findings.</param>
    /// <param name="wanted">The year; null for the only one.</param>
    /// <param name="alternative">Of several contents the one with this code, or with this in its label; null for the only one, or the main one of a projection.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">A dimension is missing, or it is not clear which category to take.</exception>
    public static MunicipalityPeople Of(JsonStatTable table, string file, int? wanted, string? alternative, Findings findings)
    {
        int region = table.IndexOf(Regions);
        if (region < 0)
            throw new InputException(file, null, new Phrase("people.stat.no-region"), new Phrase("people.stat.no-region.remedy", Ids(table)));
        int time = table.IndexOf(Times);
        int contents = table.IndexOf(Contents);
        var taken = new int[table.Dimensions.Length][];
        for (int d = 0; d < taken.Length; d++)
            taken[d] = d == region ? [] : d == contents ? [PeopleAmong(table.Dimensions[d], file, alternative)] : TotalOrAll(table.Dimensions[d]);
        int? year = wanted;
        if (time >= 0)
        {
            Dictionary<int, int> years = YearsOf(table, file);
            year = MunicipalityPeopleReader.ChooseYear(years.Keys, wanted, file);
            taken[time] = [years[year!.Value]];
        }
        return Read(table, region, taken, file, year, findings);
    }

    /// <summary>The years of a table with the category of each; none where it has no times.</summary>
    /// <exception cref="InputException">Several times of one year, or none that is a year: nobody can tell which is meant.</exception>
    public static Dictionary<int, int> YearsOf(JsonStatTable table, string file)
    {
        var years = new Dictionary<int, int>();
        int time = table.IndexOf(Times);
        if (time < 0) return years;
        foreach ((int index, string code) in table.Dimensions[time].Codes.Index())
        {
            bool isYear = code.Length >= 4 && code.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;
            if (!isYear || !years.TryAdd(int.Parse(code.AsSpan(0, 4), CultureInfo.InvariantCulture), index))
                throw new InputException(file, null, new Phrase("people.stat.bad-time", code), new Phrase("people.stat.bad-time.remedy"));
        }
        return years;
    }

    private static MunicipalityPeople Read(JsonStatTable table, int region, int[][] taken, string file, int? year, Findings findings)
    {
        var counts = new List<MunicipalityCount>();
        JsonStatDimension regions = table.Dimensions[region];
        int other = 0;
        int empty = 0;
        bool isSummed = false;
        for (int i = 0; i < regions.Size; i++)
        {
            string code = regions.Codes[i];
            bool isSeries = code.StartsWith("K-", StringComparison.Ordinal);
            if ((code.Length != 4 && !isSeries) || MunicipalityNumber.Find(code) is not { } number)
            {
                other++;
                continue;
            }
            isSummed |= isSeries;
            taken[region] = [i];
            double people = Sum(table, taken, out int missing);
            string name = YearsInName().Replace(regions.Labels[i], "").Trim();
            if (people == 0)
            {
                // Numbers of other years stand in the table with nothing behind them.
                if (missing > 0 && !YearsInName().IsMatch(regions.Labels[i]))
                    findings.Warning(file, null, new Phrase("people.stat.missing", $"{number} {name}"), new Phrase("people.stat.missing.remedy"));
                empty++;
                continue;
            }
            if (missing > 0) findings.Warning(file, null, new Phrase("people.stat.part-missing", $"{number} {name}", missing), new Phrase("people.stat.missing.remedy"));
            if (people is < 0 or > 20_000_000 || people != Math.Floor(people))
            {
                findings.Error(file, null, new Phrase("people.stat.not-people", $"{number} {name}", people), new Phrase("people.stat.fetch-again"));
                continue;
            }
            counts.Add(new MunicipalityCount(number, name, (int)people));
        }
        if (other > 0) findings.Note(file, null, new Phrase("people.stat.other-regions", other), new Phrase("geo.nothing-to-do"));
        if (empty > 0) findings.Note(file, null, new Phrase("people.empty", empty, year?.ToString(CultureInfo.InvariantCulture) ?? "–"), new Phrase("people.empty.remedy"));
        foreach (IGrouping<string, MunicipalityCount> same in counts.GroupBy(c => c.Number, StringComparer.Ordinal).Where(s => s.Count() > 1))
            findings.Error(file, null, new Phrase("people.stat.twice", same.Key), new Phrase("people.twice.remedy"));
        return new MunicipalityPeople(file, year, isSummed ? SummedCodeYear : year, [.. counts.OrderBy(c => c.Number, StringComparer.Ordinal)]);
    }

    /// <summary>Adds up all combinations of the categories that were taken.</summary>
    private static double Sum(JsonStatTable table, int[][] taken, out int missing)
    {
        double sum = 0;
        missing = 0;
        var at = new int[taken.Length];
        var categories = new int[taken.Length];
        while (true)
        {
            for (int d = 0; d < taken.Length; d++) categories[d] = taken[d][at[d]];
            double value = table.Values[table.Position(categories)];
            if (double.IsNaN(value)) missing++;
            else sum += value;
            int turn = taken.Length - 1;
            while (turn >= 0 && ++at[turn] == taken[turn].Length) at[turn--] = 0;
            if (turn < 0) return sum;
        }
    }

    private static int PeopleAmong(JsonStatDimension contents, string file, string? alternative)
    {
        if (contents.Size == 1) return 0;
        int[] all = [.. Enumerable.Range(0, contents.Size)];
        int[] asked = alternative is null ? [] : [.. all.Where(i => string.Equals(contents.Codes[i], alternative, StringComparison.OrdinalIgnoreCase))];
        if (alternative is not null && asked.Length == 0) asked = [.. all.Where(i => contents.Labels[i].Contains(alternative, StringComparison.OrdinalIgnoreCase))];
        if (alternative is not null)
        {
            return asked.Length == 1 ? asked[0]
                : throw new InputException(file, null, new Phrase("people.stat.no-alternative", alternative, string.Join(", ", contents.Labels)), new Phrase("people.stat.contents.remedy"));
        }
        int[] main = [.. all.Where(i => MainAlternative().IsMatch(contents.Labels[i]))];
        if (main.Length == 1) return main[0];
        int[] people = [.. all
            .Where(i => contents.Codes[i].StartsWith("Person", StringComparison.OrdinalIgnoreCase) || contents.Codes[i].StartsWith("Folke", StringComparison.OrdinalIgnoreCase))];
        if (people.Length == 1) return people[0];
        throw new InputException(file, null, new Phrase("people.stat.contents", string.Join(", ", contents.Codes)), new Phrase("people.stat.contents.remedy"));
    }

    /// <summary>How Statistics Norway calls the projection with medium fertility, life expectancy, moving and immigration (table 14288 and those before it).</summary>
    [GeneratedRegex(@"\bMMMM?\b|hovedalternativ|main alternative", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MainAlternative();

    private static int[] TotalOrAll(JsonStatDimension dimension)
    {
        int total = dimension.Labels.Index().Where(l => TotalLabel().IsMatch(l.Item)).Select(l => l.Index).DefaultIfEmpty(-1).First();
        return total >= 0 ? [total] : [.. Enumerable.Range(0, dimension.Size)];
    }

    private static string Ids(JsonStatTable table) => string.Join(", ", table.Dimensions.Select(d => d.Id));

    [GeneratedRegex("^(i alt|begge kjønn|alle|alle aldre|totalt?|both sexes|all ages|all)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TotalLabel();

    /// <summary>Statistics Norway marks numbers of other years: <c>Larvik (-2017)</c>, <c>Ålesund (2020-2023)</c>.</summary>
    [GeneratedRegex(@"\((19|20)?[0-9]{0,2}-((19|20)[0-9]{2})?\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearsInName();
}
