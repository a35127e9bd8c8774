using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Regions;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Cli.Options;

/// <summary>The options that say how the municipalities of a case are divided into regions for its report, sheets and layers.</summary>
internal sealed class CaseRegionOptions
{
    private readonly Option<string?> rule = new("--rule") { Description = "ba2020, ba2020-own-centres, ttwa, lma, time or fixed; otherwise regions.csv of the case, its commuting, or travel time alone." };
    private readonly Option<string?> commuting = new("--commuting") { Description = "Commuting for the regions (.csv or .csv.gz); the case's own otherwise." };
    private readonly Option<string?> division = new("--division") { Description = "A division to show: kommunenummer,region and perhaps centre." };

    public CaseRegionOptions() => rule.AcceptOnlyFromAmong([.. RegionRules.Names]);

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (Option[])[rule, commuting, division]) verb.Options.Add(option);
    }

    /// <summary>
    /// Divides the case; null where there is nothing to divide by, or where what the case itself has for it cannot be used:
    /// the rest of the work does not hang on it.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="work">The case.</param>
    /// <param name="study">What was measured.</param>
    /// <param name="outlines">For a case without boundaries.</param>
    /// <param name="screen">Where it is told why there are no regions.</param>
    /// <param name="leftOut">Why the case's own file cannot be used; null where it can, or there is none.</param>
    /// <exception cref="InputException">A file or rule that the user named cannot be used.</exception>
    public CaseDivision? Divide(
        ParseResult parsed, Workspace work, AccessStudy study, IReadOnlyList<MunicipalityBoundary> outlines, Screen screen, out Finding? leftOut)
    {
        var findings = new Findings();
        var choice = new RegionChoice(parsed.GetValue(rule), parsed.GetValue(commuting), parsed.GetValue(division));
        leftOut = null;
        try
        {
            return CaseDivision.Of(work, study, choice, outlines, findings);
        }
        catch (InputException unusable) when (choice == new RegionChoice())
        {
            leftOut = unusable.Findings.Last(f => f.Severity == Severity.Error) with { Severity = Severity.Warning };
            screen.Show([leftOut]);
            screen.Notice("report.regions-left-out-note");
            return null;
        }
    }
}
