using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Everything there is to say about a case folder, whether it can be used or not.</summary>
/// <param name="Case">The case; null where an error stands among the findings.</param>
/// <param name="Findings">Errors, warnings and notes in the order they were found.</param>
/// <param name="People">How the people were placed and counted; null where an error stands among the findings.</param>
public sealed record CaseCheck(PlanningCase? Case, IReadOnlyList<Finding> Findings, CasePeople? People)
{
    /// <summary>Reads a folder to the end, or to the twentieth error.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="run">Progress and cancellation.</param>
    public static CaseCheck Of(string folder, ReadingRun? run = null)
    {
        var findings = new Findings();
        try
        {
            (PlanningCase read, CasePeople people) = CaseFolder.ReadWithPeople(folder, findings, run);
            return new CaseCheck(read, findings.All, people);
        }
        catch (InputException e)
        {
            return new CaseCheck(null, e.Findings, null);
        }
    }
}
