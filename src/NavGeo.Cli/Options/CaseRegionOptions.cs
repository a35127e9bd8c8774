using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Data.Regions;
using NavGeo.Planning.Access;
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

    /// <summary>Divides the case; null where there is nothing to divide by.</summary>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public CaseDivision? Divide(ParseResult parsed, Workspace work, AccessStudy study, IReadOnlyList<MunicipalityBoundary> outlines, Screen screen)
    {
        var findings = new Findings();
        var choice = new RegionChoice(parsed.GetValue(rule), parsed.GetValue(commuting), parsed.GetValue(division));
        CaseDivision? divided = CaseDivision.Of(work, study, choice, outlines, findings);
        screen.Show(findings.All.Where(f => f.Severity == Severity.Error));
        return divided;
    }
}
