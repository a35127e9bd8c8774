using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;

namespace NavGeo.Data.Survey;

/// <summary>Reads a survey of offices: a folder with <c>counties.csv</c> and <c>cooperations.csv</c>.</summary>
public static class SurveyFolder
{
    /// <summary>Whether a folder holds a survey.</summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, CountyTable.Name));

    /// <summary>Reads and checks it; printed sums that are not the sum are warned of.</summary>
    /// <exception cref="InputException">A table is missing or wrong.</exception>
    public static OfficeSurvey Read(string folder, Findings findings)
    {
        var counties = CountyTable.Read(Path.Combine(folder, CountyTable.Name), findings);
        string[] names = counties is { } read ? [.. read.Answers.Select(a => a.County), .. read.Blank] : [];
        List<Cooperation>? cooperations = CooperationTable.Read(Path.Combine(folder, CooperationTable.Name), names, findings);
        findings.ThrowIfErrors();
        return new OfficeSurvey
        {
            Counties = counties!.Value.Answers,
            NotAnswered = counties.Value.Blank,
            PrintedSums = counties.Value.PrintedSums,
            Cooperations = cooperations!,
            Sources = [.. new[] { CountyTable.Name, CooperationTable.Name }.Select(name => SourceOf(folder, name))],
        };
    }

    /// <summary>A table of the folder with its hash.</summary>
    internal static SourceReference SourceOf(string folder, string name) =>
        new(name, "", "", name, FileHash.Sha256(Path.Combine(folder, name)));
}
