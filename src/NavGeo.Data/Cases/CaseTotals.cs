using System.Globalization;
using NavGeo.Data.Folders;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>
/// Spreads the municipality totals of <c>files.population</c> over the places of a case, so that the people of one year
/// stand where those of another were counted.
/// </summary>
internal static class CaseTotals
{
    /// <summary>A factor outside these is rather another area than another year.</summary>
    private const double LeastUsualFactor = 0.75;

    private const double MostUsualFactor = 1.3333;

    /// <summary>The demand with the totals; as it was where the case names none. Null, with findings, where they cannot be read.</summary>
    public static Demand? Spread(CaseFolder input, Demand? demand, IReadOnlyList<Municipality> municipalities)
    {
        if (input.Settings.Files.GetValueOrDefault("population") is not { } file) return demand;
        if (input.Outside(() => Read(input, file, municipalities)) is not { } totals || demand is null) return null;
        var byNumber = totals.Rows.ToDictionary(r => r.Number, r => (long)r.People, StringComparer.Ordinal);
        PeopleSpread spread = PeopleSpread.Of(
            demand.People.ToArray(), demand.Municipalities.ToArray(),
            [.. municipalities.Select(m => byNumber.TryGetValue(m.Number, out long total) ? total : (long?)null)]);
        input.People.Municipalities = [.. municipalities];
        input.People.Spread = spread.Rows;
        input.People.Year = totals.Year;
        Report(input, file, totals, municipalities, spread);
        return demand.WithPeople(spread.People);
    }

    private static MunicipalityPeople? Read(CaseFolder input, CaseFile file, IReadOnlyList<Municipality> municipalities)
    {
        MunicipalityPeople read = MunicipalityPeopleReader.Read(file.File, file.Year, input.Findings);
        input.AddSource(file, read.Year?.ToString(CultureInfo.InvariantCulture));
        int codeYear = file.CodeYear ?? read.CodeYear ?? input.Settings.CodeYear;
        bool isOfCaseYear = codeYear == input.Settings.CodeYear
            || !CaseChanges.Differ(municipalities.Select(m => m.Number), codeYear, input.Settings.CodeYear);
        if (isOfCaseYear) return read;
        if (CaseChanges.Mapping(input, file, codeYear) is not { } mapping) return null;
        return read.By(mapping, input.Findings);
    }

    private static void Report(
        CaseFolder input, CaseFile file, MunicipalityPeople totals, IReadOnlyList<Municipality> municipalities, PeopleSpread spread)
    {
        string json = input.PathOf("case.json");
        foreach (SpreadRow row in spread.Rows)
        {
            string title = $"{municipalities[row.Municipality].Number} {municipalities[row.Municipality].Name}";
            if (row.IsWithoutPlaces)
                input.Findings.Warning(json, file.Place, new Phrase("people.no-cells", title, row.Total!.Value), new Phrase("people.no-cells.remedy"));
            else if (row.Total is null && row.Places > 0)
                input.Findings.Warning(json, file.Place, new Phrase("people.no-total", title, row.Counted), new Phrase("people.no-total.remedy", totals.File));
            else if (row.Factor is { } factor and not (>= LeastUsualFactor and <= MostUsualFactor))
                input.Findings.Warning(json, file.Place, new Phrase("people.factor", title, row.Counted, row.Total!.Value, Math.Round(factor, 3)), new Phrase("people.factor.remedy"));
        }
        SpreadRow[] done = [.. spread.Rows.Where(r => r.Factor is not null).OrderBy(r => r.Factor)];
        if (done.Length == 0) return;
        input.Findings.Note(
            json, file.Place,
            new Phrase(
                "people.spread", done.Sum(r => r.Total!.Value), done.Sum(r => r.Counted), done.Length,
                Math.Round(done[0].Factor!.Value, 3), municipalities[done[0].Municipality].Name,
                Math.Round(done[^1].Factor!.Value, 3), municipalities[done[^1].Municipality].Name,
                totals.Year?.ToString(CultureInfo.InvariantCulture) ?? "–"),
            new Phrase("people.spread.remedy"));
    }
}
