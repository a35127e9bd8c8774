using System.Globalization;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;

namespace NavGeo.Data.Cases;

/// <summary>The municipal boundaries of a case, where it names them.</summary>
internal static class CaseBoundaries
{
    private const int MostListed = 5;

    /// <summary>What boundaries and population grids are in, whatever the case is in.</summary>
    public static MapProjection Projection => MapProjection.Norway;

    /// <summary>Null where the case names none.</summary>
    public static MunicipalityLocator? Read(CaseFolder input, IReadOnlySet<string> numbers)
    {
        if (input.Settings.Files.GetValueOrDefault("boundaries") is not { } file) return null;
        bool isOfOtherYear = file.CodeYear is { } other && other != input.Settings.CodeYear;
        if (input.Outside(() => BoundaryReader.Read(file.File, input.Findings, isOfOtherYear ? null : _ => numbers)) is not { } boundaries) return null;
        input.AddSource(file);
        if (InCaseYear(input, file, boundaries) is not { } renumbered) return null;
        return HasAll(input, file, renumbered, numbers) ? new MunicipalityLocator(renumbered) : null;
    }

    /// <summary>Whether the boundaries have all municipalities of the case; where they are those of another year, that is an error.</summary>
    private static bool HasAll(CaseFolder input, CaseFile file, IReadOnlyList<MunicipalityBoundary> boundaries, IReadOnlySet<string> numbers)
    {
        string[] missing = [.. numbers.Except(boundaries.Select(b => b.Number), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (missing.Length == 0) return true;
        string place = file.Place;
        string json = input.PathOf(CaseFolder.SettingsName);
        string listed = string.Join(", ", missing.Take(MostListed)) + (missing.Length > MostListed ? " …" : "");
        if (CodeChangeTable.OtherYear([.. boundaries.Select(b => b.Number)], input.Settings.CodeYear) is not { } other)
        {
            input.Findings.Warning(json, place, new Phrase("case.no-boundary-of", file.Path, listed), new Phrase("case.no-boundary-of.remedy"));
            return true;
        }
        string year = other.ToString(CultureInfo.InvariantCulture);
        input.Findings.Error(json, place, new Phrase("case.boundaries-of-year", file.Path, year, listed), new Phrase("case.boundaries-of-year.remedy", year));
        return false;
    }

    /// <summary>
    /// The boundaries by the numbers of the case: of another year, they are renumbered and merged through the case's own
    /// table of changes. Null, with a finding, where that is not possible.
    /// </summary>
    private static IReadOnlyList<MunicipalityBoundary>? InCaseYear(CaseFolder input, CaseFile file, IReadOnlyList<MunicipalityBoundary> boundaries)
    {
        if (file.CodeYear is not { } year || year == input.Settings.CodeYear) return boundaries;
        if (CaseChanges.Mapping(input, file, year) is not { } mapping) return null;
        bool isSound = true;
        foreach (MunicipalityBoundary parted in boundaries.Where(b => mapping.FindSplit(b.Number) is not null))
        {
            isSound = false;
            input.Findings.Error(input.PathOf("case.json"), file.Place,
                new Phrase("codes.split-boundary", $"{parted.Number} {parted.Name}"), new Phrase("codes.split-boundary.remedy"));
        }
        if (!isSound) return null;
        return [.. boundaries.GroupBy(b => mapping.FindSuccessor(b.Number)!, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new MunicipalityBoundary(same.Key, same.First().Name, Outline.Dissolved([.. same.Select(b => b.Area)])))];
    }
}
