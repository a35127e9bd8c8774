using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Regions;
using NavGeo.Routing;
using NavGeo.Routing.Edits;

namespace NavGeo.Data.Regions;

/// <summary>The market of a case: its municipalities and roads, and the commuting it names or holds.</summary>
public static class CaseMarket
{
    /// <summary>The file of a case that holds commuting.</summary>
    public const string CommutingName = "commuting.csv";

    /// <summary>Reads a case as a market.</summary>
    /// <param name="folder">The case folder.</param>
    /// <param name="commuting">A commuting file that goes before the case's own; null for the case's own.</param>
    /// <param name="times">Given times that go before measured ones; null for none.</param>
    /// <param name="ends">Between whom times are measured.</param>
    /// <param name="codes">From the numbers of a matrix of another year to the case's; null where none were given.</param>
    /// <param name="edit">Makes the what-if edits.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public static (PlanningCase Case, LoadedMarket Loaded) Read(
        string folder, string? commuting, string? times, TimeEnds ends, CodeMapping? codes, Func<PlanningCase, EditDraft> edit,
        Findings findings, ReadingRun? run = null)
    {
        PlanningCase planningCase = CaseFolder.Read(folder, findings, run: run);
        EditDraft draft = edit(planningCase);
        planningCase = draft.ToCase();
        return (planningCase, draft.Explained(() => Of(folder, planningCase, commuting, times, ends, codes, draft.AllOnRoads, [], findings)));
    }

    /// <summary>The market of a case that is read already.</summary>
    /// <param name="folder">The case folder.</param>
    /// <param name="planningCase">What was read from it, with the profile that one travels by.</param>
    /// <param name="commuting">A commuting file that goes before the case's own; null for the case's own.</param>
    /// <param name="times">Given times that go before measured ones; null for none.</param>
    /// <param name="ends">Between whom times are measured.</param>
    /// <param name="codes">From the numbers of a matrix of another year to the case's; null where none were given.</param>
    /// <param name="edits">What is different about the roads.</param>
    /// <param name="outlines">Outlines for a case that names no boundaries; in the case's projection.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The commuting or the times cannot be used.</exception>
    public static LoadedMarket Of(
        string folder, PlanningCase planningCase, string? commuting, string? times, TimeEnds ends, CodeMapping? codes, IReadOnlyList<RoadEdit> edits,
        IReadOnlyList<MunicipalityBoundary> outlines, Findings findings)
    {
        CaseSettings settings = CaseFolder.ReadSettings(folder, new Findings());
        string? path = commuting ?? CommutingOf(folder, settings);
        CommutingRows? rows = path is null ? null : CommutingFile.Read(path, null, findings);
        if (rows?.Year is { } year && year != planningCase.CodeYear && codes is null)
            findings.Note(path!, null, new Phrase("regions.year-differs", Plain(year), Plain(planningCase.CodeYear)), new Phrase("regions.year-differs.remedy"));
        MunicipalityBoundary[] boundaries = Boundaries(settings, planningCase, findings);
        if (boundaries.Length == 0) boundaries = InOrder(planningCase, outlines);
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        PlanePoint[] centres = [.. planningCase.Municipalities.Select(m => projection.ToPlane(m.Centre))];
        var travel = new MunicipalityTravel(planningCase.Roads, planningCase.Profile, planningCase.Water, edits);
        MunicipalityTimes measured = travel.Measure(ends, planningCase.Demand, centres);
        if (times is not null) measured = MunicipalityTimesFile.Read(times, planningCase.Municipalities, measured, findings);
        var network = new RoadNetwork(planningCase.Roads, planningCase.Water, planningCase.Sources[0]);
        var market = new LabourMarket
        {
            Municipalities = planningCase.Municipalities,
            Commuting = rows?.ToMatrix(planningCase.Municipalities, findings, codes),
            Times = measured,
            Contiguity = MarketNeighbours.Of(boundaries, centres.Length, network, measured, folder, findings),
            Year = rows?.Year ?? planningCase.CodeYear,
        };
        List<SourceReference> sources = [.. planningCase.Sources];
        if (path is not null)
            sources.Add(new SourceReference(Path.GetFileName(path), "", rows!.Year is { } of ? Plain(of) : planningCase.Date, path, FileHash.Sha256(path)));
        return new LoadedMarket(market, boundaries, sources, planningCase.Profile, [.. edits.Select(e => e.ToString())]);
    }

    /// <summary>The commuting file a case holds or names; null where it has none.</summary>
    private static string? CommutingOf(string folder, CaseSettings settings)
    {
        string own = Path.Combine(folder, CommutingName);
        return File.Exists(own) ? own : settings.Files.GetValueOrDefault("commuting")?.FullPath;
    }

    private static string Plain(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The boundaries of the case's municipalities in their order; none where one of them is missing.</summary>
    private static MunicipalityBoundary[] Boundaries(CaseSettings settings, PlanningCase planningCase, Findings findings)
    {
        if (settings.Files.GetValueOrDefault("boundaries") is not { } file || settings.Epsg != MapProjection.Norway.Epsg) return [];
        return InOrder(planningCase, BoundaryReader.Read(file.FullPath, findings));
    }

    /// <summary>The outlines of the case's municipalities in their order; none where one of them is missing.</summary>
    private static MunicipalityBoundary[] InOrder(PlanningCase planningCase, IReadOnlyList<MunicipalityBoundary> outlines)
    {
        var byNumber = outlines.ToDictionary(b => b.Number, StringComparer.Ordinal);
        return planningCase.Municipalities.All(m => byNumber.ContainsKey(m.Number))
            ? [.. planningCase.Municipalities.Select(m => byNumber[m.Number])]
            : [];
    }
}
