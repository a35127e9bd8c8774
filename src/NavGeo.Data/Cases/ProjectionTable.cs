using System.Globalization;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>
/// People of a case's municipalities in years to come: <c>projection.csv</c> in its folder, or what <c>files.projection</c> names, such as Statistics
/// Norway's table 14288 as json-stat2. For one thread.
/// </summary>
internal sealed class ProjectionTable
{
    public const string Name = "projection.csv";

    private readonly CaseFolder input;
    private readonly IReadOnlyList<Municipality> municipalities;
    private readonly CaseFile file;

    private ProjectionTable(CaseFolder input, IReadOnlyList<Municipality> municipalities, CaseFile file)
    {
        (this.input, this.municipalities, this.file) = (input, municipalities, file);
        Years = input.Outside(() => MunicipalityPeopleReader.YearsOf(file.File, input.Findings)) ?? [];
        if (Years.Count == 0) input.Findings.Error(file.Path, null, new Phrase("futures.no-years"), new Phrase("futures.no-years.remedy"));
    }

    /// <summary>The years it has, in order.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The projection of a case; null where it has none.</summary>
    public static ProjectionTable? Find(CaseFolder input, IReadOnlyList<Municipality> municipalities)
    {
        if (input.Settings.Files.GetValueOrDefault("projection") is { } outside)
        {
            input.AddSource(outside);
            return new ProjectionTable(input, municipalities, outside);
        }
        if (input.Bytes(Name) is null || input.Find(Name) is not { } own) return null;
        return new ProjectionTable(input, municipalities, new CaseFile(own.Path, own, "1"));
    }

    /// <summary>The same from a file somebody names beside the case.</summary>
    public static ProjectionTable Of(CaseFolder input, IReadOnlyList<Municipality> municipalities, InputFile named, string? alternative)
    {
        var found = new CaseFile(named.Path, named, "1") { Alternative = alternative };
        input.AddSource(found);
        return new ProjectionTable(input, municipalities, found);
    }

    /// <summary>People of each municipality of the case in a year; null, with findings, where they cannot be told.</summary>
    public IReadOnlyList<long?>? In(int year)
    {
        if (input.Outside(() => Read(year)) is not { } people) return null;
        Dictionary<string, long> byNumber = people.Rows.ToDictionary(r => r.Number, r => (long)r.People, StringComparer.Ordinal);
        string[] missing = [.. municipalities.Where(m => !byNumber.ContainsKey(m.Number)).Select(m => $"{m.Number} {m.Name}")];
        if (missing.Length == 0) return [.. municipalities.Select(m => (long?)byNumber[m.Number])];
        input.Findings.Error(
            file.Path, null, new Phrase("futures.no-number", string.Join(", ", missing), Plain(year)), new Phrase("futures.no-number.remedy", Plain(input.Settings.CodeYear)));
        return null;
    }

    private MunicipalityPeople? Read(int year)
    {
        MunicipalityPeople read = MunicipalityPeopleReader.Read(file.File, year, input.Findings, file.Alternative);
        // The year that people are projected to says nothing of the numbers they stand under.
        int codeYear = file.CodeYear ?? (read.CodeYear == year ? null : read.CodeYear) ?? input.Settings.CodeYear;
        bool isOfCaseYear = codeYear == input.Settings.CodeYear || !CaseChanges.Differ(municipalities.Select(m => m.Number), codeYear, input.Settings.CodeYear);
        if (isOfCaseYear) return read;
        return CaseChanges.Mapping(input, file, codeYear) is { } mapping ? read.By(mapping, input.Findings) : null;
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
