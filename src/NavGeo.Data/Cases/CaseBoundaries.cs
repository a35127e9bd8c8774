using NavGeo.Data.Boundaries;
using NavGeo.Data.Projection;
using NavGeo.Planning;

namespace NavGeo.Data.Cases;

/// <summary>The municipal boundaries of a case, where it names them.</summary>
internal static class CaseBoundaries
{
    /// <summary>What boundaries and population grids are in, whatever the case is in.</summary>
    public static MapProjection Projection => MapProjection.Norway;

    /// <summary>Null where the case names none.</summary>
    public static MunicipalityLocator? Read(CaseInput input)
    {
        if (input.Settings.Files.GetValueOrDefault("boundaries") is not { } file) return null;
        IReadOnlyList<MunicipalityBoundary> boundaries = BoundaryReader.Read(file.FullPath, input.Findings);
        input.AddSource(new SourceReference(Path.GetFileName(file.FullPath), "", input.Settings.Date, file.Path, file.Sha256));
        return new MunicipalityLocator(boundaries);
    }
}
