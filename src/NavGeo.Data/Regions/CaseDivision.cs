using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Data.Regions;

/// <summary>The labour-market regions that a case's report, sheets and layers show. Immutable.</summary>
/// <param name="Loaded">What was divided and where it comes from.</param>
/// <param name="Division">The regions.</param>
public sealed record CaseDivision(LoadedMarket Loaded, RegionDivision Division)
{
    /// <summary>A division that a case holds: kommunenummer and region.</summary>
    public const string FileName = "regions.csv";

    private const string ByCommuting = "ba2020";
    private const string ByTime = "time";

    /// <summary>
    /// Divides a case: by the rule the user names; else as the case's <see cref="FileName"/> says; else by commuting
    /// where it has any; else by travel time alone.
    /// </summary>
    /// <param name="work">Where the case comes from.</param>
    /// <param name="study">The measured case; its roads are those that are travelled.</param>
    /// <param name="choice">What the user wants.</param>
    /// <param name="outlines">Outlines of municipalities for a case that names no boundaries.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>Null where the case is left to travel time alone and no two municipalities are joined by it.</returns>
    /// <exception cref="InputException">A file cannot be used, or the rule needs what the case lacks.</exception>
    public static CaseDivision? Of(
        Workspace work, AccessStudy study, RegionChoice choice, IReadOnlyList<MunicipalityBoundary> outlines, Findings findings)
    {
        InputFile? given = choice.Division is not null ? work.FileAt(choice.Division) : choice.Rule is null or "fixed" ? work.Find(FileName) : null;
        LoadedMarket loaded = new CaseMarket { Commuting = choice.Commuting, Edits = study.Scenario.Edits, Outlines = outlines }.Read(work, study.Case, findings);
        string name = choice.Rule ?? (given is not null ? "fixed" : loaded.Market.Commuting is not null ? ByCommuting : ByTime);
        if (name == "fixed")
        {
            if (given is null) throw Wrong("--division", "regions.no-division");
            FixedRule rule = DivisionReader.Read(given, findings);
            RegionFindings.CheckNumbers(rule, loaded.Market, given.Path, findings);
            var source = new SourceReference(given.Name, "", study.Case.Date, given.Path, given.Sha256());
            return new CaseDivision(loaded with { Sources = [.. loaded.Sources, source] }, rule.Divide(loaded.Market));
        }
        IRegionRule computed = RegionRules.Default(name);
        if (computed.NeedsCommuting && loaded.Market.Commuting is null) throw Wrong("--rule", "regions.needs-commuting", name);
        RegionDivision division = computed.Divide(loaded.Market);
        if (RegionFindings.IsInfeasible(division))
            throw new InputException("--rule", null, new Phrase("regions.infeasible", name), new Phrase("regions.infeasible.remedy"));
        bool joinsNobody = division.Regions.All(r => r.Members.Count == 1);
        return choice.Rule is null && name == ByTime && joinsNobody ? null : new CaseDivision(loaded, division);
    }

    /// <summary>Reads the division that a case holds; null where it holds none.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static FixedRule? Check(Workspace work, Findings findings) => work.Find(FileName) is { } own ? DivisionReader.Read(own, findings) : null;

    private static InputException Wrong(string option, string key, params object[] about) =>
        new(option, null, new Phrase(key, about), new Phrase(key + ".remedy"));
}

/// <summary>How a case's municipalities are to be divided where the user says so; what is null the case decides.</summary>
/// <param name="Rule">A rule by its name.</param>
/// <param name="Commuting">A commuting file.</param>
/// <param name="Division">A division that is given.</param>
public sealed record RegionChoice(string? Rule = null, string? Commuting = null, string? Division = null);
