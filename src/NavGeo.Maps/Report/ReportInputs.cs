using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Data.Regions;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Report;

/// <summary>What a report reads beside the case itself, read beforehand so that a check tells of it: commuting, given regions, objections, background.</summary>
public static class ReportInputs
{
    /// <summary>
    /// Every finding of those files. A file of the regions that cannot be used is a warning, for the report then leaves
    /// that section out and says why; any other is an error, for no report is made.
    /// </summary>
    public static IReadOnlyList<Finding> Check(Workspace work) =>
    [
        .. Read(findings => CaseMarket.CheckCommuting(work, findings), isNeeded: false),
        .. Read(findings => CaseDivision.Check(work, findings), isNeeded: false),
        .. Read(_ => ObjectionTable.Read(work), isNeeded: true),
        .. Read(_ => work.Find(GroundFile.Name) is { } own ? GroundFile.Read(own) : null, isNeeded: true),
    ];

    private static IEnumerable<Finding> Read(Func<Findings, object?> read, bool isNeeded)
    {
        var findings = new Findings();
        try
        {
            read(findings);
            return findings.All;
        }
        catch (InputException unusable)
        {
            return unusable.Findings.Select(f => f.Severity == Severity.Error && !isNeeded ? f with { Severity = Severity.Warning } : f);
        }
    }
}
