using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Input;
using NavGeo.Data.Survey;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;
using NetTopologySuite.Geometries;

namespace NavGeo.Cli;

/// <summary><c>navgeo map</c> of a survey of offices: one sheet of the counties.</summary>
internal static class SurveyMap
{
    private const string Name = "survey";

    /// <summary>Writes the sheet.</summary>
    /// <param name="folder">With counties.csv and cooperations.csv.</param>
    /// <param name="boundaries">Municipal boundaries.</param>
    /// <param name="target">The folder to write into.</param>
    /// <param name="formats">Endings of the files.</param>
    /// <param name="screen">Where the user is told.</param>
    /// <exception cref="InputException">A file is missing or cannot be used.</exception>
    public static int Save(string folder, string? boundaries, string target, IReadOnlySet<string> formats, Screen screen)
    {
        if (boundaries is null) throw new InputException(folder, null, new Phrase("survey.no-boundaries"), new Phrase("survey.no-boundaries.remedy"));
        var findings = new Findings();
        InputFile file = boundaries;
        OfficeSurvey survey = SurveyFolder.Read(folder, findings);
        IReadOnlyDictionary<string, Geometry> areas = CountyAreas.Read(file, findings);
        screen.Show(findings.All.Where(f => f.Severity != Severity.Note));
        MapDrawing sheet = SurveySheet.Draw(survey, areas, [.. survey.Sources, new SourceReference(file.Name, "", "", file.Name, file.Sha256())], screen.Language);
        string[] written = [.. SheetFile.Formats.Where(formats.Contains).Select(f => Path.Combine(target, $"{Name}.{f}"))];
        foreach (string path in written) SheetFile.Write(path, sheet);
        OutputManifest.Replace(target, "navgeo-map.files", written);
        screen.Written(target, written);
        return ExitCode.Ok;
    }
}
