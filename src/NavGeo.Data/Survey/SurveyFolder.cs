using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
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
        InputFile[] files = [Path.Combine(folder, CountyTable.Name), Path.Combine(folder, CooperationTable.Name)];
        var counties = CountyTable.Read(files[0], findings);
        string[] names = counties is { } read ? [.. read.Answers.Select(a => a.County), .. read.Blank] : [];
        List<Cooperation>? cooperations = CooperationTable.Read(files[1], names, findings);
        findings.ThrowIfErrors();
        return new OfficeSurvey
        {
            Counties = counties!.Value.Answers,
            NotAnswered = counties.Value.Blank,
            PrintedSums = counties.Value.PrintedSums,
            Cooperations = cooperations!,
            Sources = [.. files.Select(f => new SourceReference(f.Name, "", "", f.Name, f.Sha256()))],
        };
    }
}
