using System.Globalization;
using NavGeo.Data.Folders;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>
/// How a case takes in a file whose municipality numbers are of another year: through its own <c>changes.csv</c>, never
/// by NavGeo's general table, which only knows that one is needed.
/// </summary>
internal static class CaseChanges
{
    /// <summary>From the file's numbers to the case's. Null, with a finding, where the folder has no sound table.</summary>
    /// <param name="input">The case.</param>
    /// <param name="file">The file.</param>
    /// <param name="codeYear">The year of its numbers, not the case's.</param>
    public static CodeMapping? Mapping(CaseFolder input, CaseFile file, int codeYear)
    {
        int caseYear = input.Settings.CodeYear;
        if (input.Bytes(CodeChangeTable.Name) is not { } bytes)
        {
            input.Findings.Error(input.PathOf("case.json"), file.Place,
                new Phrase("codes.mixed", file.Path, Year(codeYear), Year(caseYear)), new Phrase("codes.mixed.remedy", Year(codeYear), Year(caseYear)));
            return null;
        }
        if (input.Outside(() => CodeChangeTable.Parse(bytes, input.PathOf(CodeChangeTable.Name), input.Findings)) is not { } changes) return null;
        CodeMapping mapping = changes.Between(codeYear, caseYear);
        input.Note(CodeChangeTable.Name, new Phrase("codes.used", file.Path, Year(codeYear), Year(caseYear), mapping.Unique.Count, mapping.Splits.Length),
            new Phrase("geo.nothing-to-do"));
        foreach (CodeChange corner in mapping.Adjustments)
        {
            input.Note(CodeChangeTable.Name,
                new Phrase("codes.adjustment", $"{corner.From} {corner.FromName}".TrimEnd(), $"{corner.To} {corner.ToName}".TrimEnd(), Math.Round(100 * (corner.Share ?? 0), 1)),
                new Phrase("codes.adjustment.remedy"));
        }
        return mapping;
    }

    /// <summary>Whether any of these numbers means another area in one year than in the other, as far as NavGeo knows.</summary>
    public static bool Differ(IEnumerable<string> numbers, int year, int otherYear)
    {
        CodeMapping known = CodeChangeTable.General.Between(year, otherYear);
        return numbers.Any(known.Touches);
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
