using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Folders;

/// <summary>What <c>case.json</c> says. Immutable.</summary>
public sealed record CaseSettings
{
    /// <summary>Short name for files; the folder's name where the file gives none.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required Names Name { get; init; }

    /// <summary>The language of tables and maps.</summary>
    public required UserLanguage Language { get; init; }

    /// <summary>Id of the structure the others are compared with.</summary>
    public required string Baseline { get; init; }

    /// <summary>Line and column of the baseline, for findings.</summary>
    public required string BaselinePlace { get; init; }

    /// <summary>EPSG code of the plane coordinates.</summary>
    public required int Epsg { get; init; }

    /// <summary>What the case is as of: 2018-01-01.</summary>
    public required string Date { get; init; }

    /// <summary>The year of the municipality numbers.</summary>
    public required int CodeYear { get; init; }

    /// <summary>The sources the case names; not the files it was read from.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>Files outside the folder, by what they are for: roads, map, demand, population, boundaries, commuting, projection.</summary>
    public required IReadOnlyDictionary<string, CaseFile> Files { get; init; }

    /// <summary>The N1000 that coast, lakes and place names come from: the one it names, else that of its roads; null where it has none.</summary>
    public InputFile? Map => (Files.GetValueOrDefault("map") ?? Files.GetValueOrDefault("roads"))?.File;

    /// <summary>Whether roads are named among the files, be it wrongly.</summary>
    public required bool NamesRoads { get; init; }

    /// <summary>Side of the square that population cells are gathered into; 0 keeps the cells of the file.</summary>
    public required int DemandCellMetres { get; init; }

    /// <summary>How fast people travel.</summary>
    public required TravelProfile Profile { get; init; }

    /// <summary>Whether the minutes of <c>roads.csv</c> are estimates of whoever made the case.</summary>
    public required bool AreMinutesEstimated { get; init; }

    /// <summary>Roads as in winter; null in summer.</summary>
    public required WinterSeason? Winter { get; init; }

    /// <summary>Where <c>case.json</c> says the season; null where it does not.</summary>
    public required string? SeasonPlace { get; init; }

    /// <summary>Where positions are believed.</summary>
    public required PositionLimits Area { get; init; }
}

/// <summary>A file outside the case folder that the case is built on: roads, demand, population, boundaries, commuting.</summary>
/// <param name="Path">As <c>case.json</c> writes it.</param>
/// <param name="File">Itself, where it lies on this machine.</param>
/// <param name="Place">Line and column in <c>case.json</c>.</param>
public sealed record CaseFile(string Path, InputFile File, string Place)
{
    /// <summary>Which year of the file to take, where it holds several; null where the case does not say.</summary>
    public int? Year { get; init; }

    /// <summary>The year of the municipality numbers in the file; null where the case does not say.</summary>
    public int? CodeYear { get; init; }

    /// <summary>Which of several alternatives of a projection to take, by code or a part of its label; null where the case does not say.</summary>
    public string? Alternative { get; init; }
}
