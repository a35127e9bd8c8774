using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;

namespace NavGeo.Data.Cases;

/// <summary>The municipal boundaries of a case, where it names them.</summary>
internal static class CaseBoundaries
{
    /// <summary>What boundaries and population grids are in, whatever the case is in.</summary>
    public static MapProjection Projection => MapProjection.Norway;

    /// <summary>Null where the case names none.</summary>
    public static MunicipalityLocator? Read(CaseFolder input, IReadOnlySet<string> numbers)
    {
        if (input.Settings.Files.GetValueOrDefault("boundaries") is not { } file) return null;
        bool isOfOtherYear = file.CodeYear is { } other && other != input.Settings.CodeYear;
        if (input.Outside(() => BoundaryReader.Read(file.File, input.Findings, isOfOtherYear ? null : _ => numbers)) is not { } boundaries) return null;
        input.AddSource(file);
        return InCaseYear(input, file, boundaries) is { } renumbered ? new MunicipalityLocator(renumbered) : null;
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
