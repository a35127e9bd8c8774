using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>
/// A case folder (<c>case.json</c> and CSV tables that a planner edits in Excel, described in <c>docs/case-format.md</c>)
/// and every file it names, each opened, hashed and read once. What is made of them hangs on it and is made when it is
/// first asked for: the case, its planned roads, its boundaries, the ground of its maps. For one thread.
/// </summary>
public sealed partial class Workspace
{
    /// <summary>The file that makes a folder a case.</summary>
    public const string SettingsName = "case.json";

    private readonly InputFiles files;
    private readonly List<SourceReference> sources = [];

    internal Workspace(string folder, Findings findings, InputFiles? files = null)
    {
        Folder = folder;
        Findings = findings;
        this.files = files ?? new InputFiles();
    }

    /// <summary>As the user named it.</summary>
    public string Folder { get; }

    /// <summary>From <c>case.json</c>; tables of roads alone are read without it.</summary>
    public CaseSettings Settings { get; private set; } = null!;

    internal Findings Findings { get; }

    /// <summary>Whether planned roads are taken as open.</summary>
    internal bool IncludesPlanned { get; init; }

    /// <summary>Progress and cancellation of a long reading: that of roads outside the folder.</summary>
    internal ReadingRun Run { get; init; } = ReadingRun.Default;

    /// <summary>EPSG code of the plane coordinates.</summary>
    internal int Epsg => Settings?.Epsg ?? MapProjection.Norway.Epsg;

    /// <summary>Where positions may lie.</summary>
    internal PositionLimits Area => Settings?.Area ?? PositionLimits.Norway;

    internal MapProjection Projection => MapProjection.ForEpsg(Epsg);

    /// <summary>Opens a case; its tables are read when the case is asked for.</summary>
    /// <param name="folder">The folder; findings name its files the way it is written here.</param>
    /// <param name="findings">Takes warnings and notes, and the errors before they are thrown.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <param name="files">The files of the run, where others read them too; null where nobody does.</param>
    /// <exception cref="InputException">There is no folder, no <c>case.json</c> in it, or no JSON in that.</exception>
    public static Workspace Open(string folder, Findings findings, ReadingRun? run = null, InputFiles? files = null)
    {
        var opened = new Workspace(folder, findings, files) { Run = run ?? ReadingRun.Default };
        opened.ReadSettings();
        return opened;
    }

    /// <summary>A file by its path, opened once however often it is asked for.</summary>
    public InputFile FileAt(string path) => files.At(path);

    /// <summary>A file of the folder; null where it has none of that name.</summary>
    public InputFile? Find(string name) => files.At(PathOf(name)) is { Exists: true } found ? found : null;

    internal string PathOf(string name) => Path.Combine(Folder, name);

    internal bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Reads <c>case.json</c>.</summary>
    /// <exception cref="InputException">There is no folder, no file in it, or no JSON in that.</exception>
    internal void ReadSettings()
    {
        if (Bytes(SettingsName) is not { } bytes)
        {
            Findings.Error(PathOf(SettingsName), null, new Phrase("table.no-file"), new Phrase("case.no-case.remedy"));
            throw new InputException(Findings.All);
        }
        Settings = new CaseSettingsReader(Folder, PathOf(SettingsName), Findings, files).Read(bytes);
    }

    /// <summary>Reads a table of the folder; null, with a finding, where nothing can be read out of it.</summary>
    internal DelimitedTable? Table(string name, TableColumns columns) => Bytes(name) is { } bytes
        ? DelimitedTable.Parse(bytes, PathOf(name), columns, Findings)
        : DelimitedTable.Read(PathOf(name), columns, Findings);

    /// <summary>
    /// Reads a file outside the folder; null, with its errors among the findings, where its reader gives up. What else
    /// is wrong with the case is then told as well.
    /// </summary>
    internal T? Outside<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InputException stop)
        {
            foreach (Finding error in stop.Findings.Where(f => f.Severity == Severity.Error && !Findings.All.Contains(f)))
                Findings.Error(error.File, error.Place, error.Problem, error.Remedy);
            return null;
        }
    }

    /// <summary>Notes a file outside the folder among the sources.</summary>
    internal void AddSource(SourceReference source) => sources.Add(source);

    /// <summary>Notes a file that <c>case.json</c> names among the sources.</summary>
    internal void AddSource(CaseFile file, string? date = null) =>
        AddSource(new SourceReference(file.File.Name, "", date ?? Settings.Date, file.Path, file.File.Sha256()));

    /// <summary>The bytes of a file of the folder, noted among the sources; null where there is none.</summary>
    internal byte[]? Bytes(string name)
    {
        if (Find(name) is not { } file) return null;
        AddSource(new SourceReference(name, "", Settings?.Date ?? "", name, file.Sha256()));
        return file.Bytes;
    }

    /// <summary>A warning at a line of one of the folder's tables.</summary>
    internal void Warning(string name, int line, Phrase problem, Phrase remedy) =>
        Findings.Warning(PathOf(name), line.ToString(CultureInfo.InvariantCulture), problem, remedy);

    /// <summary>A note about one of the folder's files.</summary>
    internal void Note(string name, Phrase problem, Phrase remedy) => Findings.Note(PathOf(name), null, problem, remedy);

    /// <summary>Degrees in the plane of the case.</summary>
    internal PlanePoint ToPlane(GeoPoint position) => Projection.ToPlane(position);
}
