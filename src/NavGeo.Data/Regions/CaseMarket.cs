using System.Globalization;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Regions;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Regions;

/// <summary>The market of a case: its municipalities and roads, and the commuting it names or holds.</summary>
public sealed record CaseMarket
{
    /// <summary>The file of a case that holds commuting.</summary>
    public const string CommutingName = "commuting.csv";

    /// <summary>A commuting file that goes before the case's own; null for the case's own.</summary>
    public string? Commuting { get; init; }

    /// <summary>Given times that go before measured ones; null for none.</summary>
    public string? Times { get; init; }

    /// <summary>Between whom times are measured.</summary>
    public TimeEnds Ends { get; init; } = TimeEnds.Both;

    /// <summary>From the numbers of a matrix of another year to the case's; null where none were given.</summary>
    public CodeMapping? Codes { get; init; }

    /// <summary>What is different about the roads.</summary>
    public IReadOnlyList<RoadEdit> Edits { get; init; } = [];

    /// <summary>Outlines for a case that names no boundaries; in the case's projection.</summary>
    public IReadOnlyList<MunicipalityBoundary> Outlines { get; init; } = [];

    /// <summary>The market of a case.</summary>
    /// <param name="work">Where it comes from.</param>
    /// <param name="planningCase">The case, with the profile that one travels by.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The commuting or the times cannot be used.</exception>
    public LoadedMarket Read(Workspace work, PlanningCase planningCase, Findings findings)
    {
        (InputFile? file, int? year, CommutingMatrix? matrix) = Commuters(work, planningCase, findings);
        MunicipalityBoundary[] boundaries = work.Settings.Epsg == MapProjection.Norway.Epsg ? InOrder(planningCase, work.Boundaries) : [];
        if (boundaries.Length == 0) boundaries = InOrder(planningCase, Outlines);
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        PlanePoint[] centres = [.. planningCase.Municipalities.Select(m => projection.ToPlane(m.Centre))];
        var travel = new MunicipalityTravel(planningCase.Roads, planningCase.Profile, planningCase.Water, Edits);
        MunicipalityTimes times = travel.Measure(Ends, planningCase.Demand, centres);
        if (Times is not null) times = MunicipalityTimesFile.Read(work.FileAt(Times), planningCase.Municipalities, times, findings);
        var network = new RoadNetwork(planningCase.Roads, planningCase.Water, planningCase.Sources[0]);
        var market = new LabourMarket
        {
            Municipalities = planningCase.Municipalities,
            Commuting = matrix,
            Times = times,
            Contiguity = LoadedMarket.Neighbours(boundaries, centres.Length, network, times, work.Folder, findings),
            Year = year ?? planningCase.CodeYear,
        };
        List<SourceReference> sources = [.. planningCase.Sources];
        if (file is not null)
            sources.Add(new SourceReference(file.Name, "", year is { } of ? Plain(of) : planningCase.Date, file.Path, file.Sha256()));
        return new LoadedMarket(market, boundaries, sources, planningCase.Profile, [.. Edits.Select(e => e.ToString())]);
    }

    /// <summary>Reads the commuting of a case without measuring anything, for what there is to say of it.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static CommutingMatrix? CheckCommuting(Workspace work, Findings findings) => new CaseMarket().Commuters(work, work.Case, findings).Matrix;

    /// <summary>
    /// The commuting that the case names or holds. Of another year, its numbers are followed through the case's own table of
    /// changes, or, where it has none, through the renumberings and mergers that NavGeo knows; how a parted municipality's
    /// commuters are shared out is for the case to say.
    /// </summary>
    /// <exception cref="InputException">The file cannot be used.</exception>
    internal (InputFile? File, int? Year, CommutingMatrix? Matrix) Commuters(Workspace work, PlanningCase planningCase, Findings findings)
    {
        InputFile? file = Commuting is not null ? work.FileAt(Commuting) : work.Find(CommutingName) ?? work.Settings.Files.GetValueOrDefault("commuting")?.File;
        if (file is null) return (null, null, null);
        CommutingRows rows = CommutingFile.Read(file, null, findings);
        if (Codes is not null || rows.Year is not { } year || year == planningCase.CodeYear)
            return (file, rows.Year, rows.ToMatrix(planningCase.Municipalities, findings, Codes));
        var known = rows.Rows.SelectMany(r => (string[])[r.Home, r.Work]).ToHashSet(StringComparer.Ordinal);
        if (planningCase.Municipalities.All(m => known.Contains(m.Number)))
        {
            findings.Note(file.Path, null, new Phrase("regions.year-differs", Plain(year), Plain(planningCase.CodeYear)), new Phrase("regions.year-differs.remedy"));
            return (file, year, rows.ToMatrix(planningCase.Municipalities, findings));
        }
        CodeMapping codes = work.Find(CodeChangeTable.Name) is { } own
            ? CodeChangeTable.Read(own, findings).Between(year, planningCase.CodeYear)
            : CodeChangeTable.General.Between(year, planningCase.CodeYear).WithoutShares();
        return (file, year, rows.Within(planningCase.Municipalities, codes).ToMatrix(planningCase.Municipalities, findings, codes));
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The outlines of the case's municipalities in their order; none where one of them is missing.</summary>
    private static MunicipalityBoundary[] InOrder(PlanningCase planningCase, IReadOnlyList<MunicipalityBoundary> outlines)
    {
        var byNumber = outlines.ToDictionary(b => b.Number, StringComparer.Ordinal);
        return planningCase.Municipalities.All(m => byNumber.ContainsKey(m.Number))
            ? [.. planningCase.Municipalities.Select(m => byNumber[m.Number])]
            : [];
    }
}

/// <summary>A market as it came from files, with what maps and exports need beside it.</summary>
/// <param name="Market">What rules divide.</param>
/// <param name="Boundaries">In the order of the market's municipalities; empty where they are not known.</param>
/// <param name="Sources">Every file it comes from.</param>
/// <param name="Profile">How fast one travelled; null where the times were given.</param>
/// <param name="Edits">What was different about the roads, in words.</param>
public sealed record LoadedMarket(
    LabourMarket Market, IReadOnlyList<MunicipalityBoundary> Boundaries, IReadOnlyList<SourceReference> Sources, TravelProfile? Profile, IReadOnlyList<string> Edits)
{
    /// <summary>By borders, roads and ferries; everybody's neighbour is everybody where there are no boundaries, and a finding says so.</summary>
    internal static Contiguity Neighbours(
        IReadOnlyList<MunicipalityBoundary> boundaries, int count, RoadNetwork? network, MunicipalityTimes times, string file, Findings findings)
    {
        if (boundaries.Count != count)
        {
            findings.Warning(file, null, new Phrase("regions.no-boundaries"), new Phrase("regions.no-boundaries.remedy"));
            return Contiguity.Everywhere(count);
        }
        IEnumerable<ContiguityLink> links = NeighbourFinder.Borders(boundaries);
        if (network is not null) links = links.Concat(NeighbourFinder.Roads(network.Graph, new MunicipalityLocator(boundaries)));
        return Contiguity.Of(count, links, times);
    }
}
