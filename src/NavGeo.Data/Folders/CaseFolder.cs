using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.Folders;

/// <summary>
/// What the readers of a case's tables share: the folder, or the workbook that carries the same tables, what its <c>case.json</c> says, the findings, and the files, of
/// which those that were read are noted. For one thread.
/// </summary>
internal sealed class CaseFolder
{
    /// <summary>The file that makes a folder a case.</summary>
    public const string SettingsName = "case.json";

    private readonly List<SourceReference> sources = [];
    private CaseWorkbook? workbook;

    /// <param name="path">The folder, workbook or package as the user named it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="files">The files of the run.</param>
    public CaseFolder(string path, Findings findings, InputFiles files)
    {
        Given = path;
        Path = CaseArchive.Opened(path);
        Findings = findings;
        Files = files;
    }

    /// <summary>The folder or workbook; for a package, where it lies unpacked.</summary>
    public string Path { get; }

    /// <summary>As the user named it.</summary>
    public string Given { get; }

    public Findings Findings { get; }

    public InputFiles Files { get; }

    /// <summary>Whether planned roads are taken as open.</summary>
    public bool IncludesPlanned { get; init; }

    /// <summary>Progress and cancellation of a long reading: that of roads outside the folder.</summary>
    public ReadingRun Run { get; init; } = ReadingRun.Default;

    /// <summary>From <c>case.json</c>, once that is read; tables of roads alone are read without it.</summary>
    public CaseSettings Settings { get; private set; } = null!;

    /// <summary>EPSG code of the plane coordinates.</summary>
    public int Epsg => Settings?.Epsg ?? MapProjection.Norway.Epsg;

    /// <summary>Where positions may lie.</summary>
    public PositionLimits Area => Settings?.Area ?? PositionLimits.Norway;

    /// <summary>How the people were placed and counted, once they are read.</summary>
    public CasePeople People { get; } = new();

    public MapProjection Projection => MapProjection.ForEpsg(Epsg);

    /// <summary>The sources the case names and then every file that was read, with its hash, in the order of reading.</summary>
    public IReadOnlyList<SourceReference> Sources => [.. Settings.Sources, .. sources];

    /// <summary>Whether the case is a workbook.</summary>
    public bool IsWorkbook => CaseWorkbook.Is(Path);

    private CaseWorkbook? Workbook => IsWorkbook ? workbook ??= CaseWorkbook.Read(Files.At(Path), Findings) : null;

    /// <summary>Whether a path is that of a case: a folder with <c>case.json</c> in it, a workbook or a package.</summary>
    public static bool Is(string path) => CaseWorkbook.Is(path) || CaseArchive.Is(path) ? File.Exists(path) : File.Exists(System.IO.Path.Combine(path, SettingsName));

    /// <summary>The same case, read anew with planned roads open; what is wrong with it has been told.</summary>
    public CaseFolder WithPlanned() => new(Path, new Findings(), Files) { IncludesPlanned = true, workbook = workbook };

    /// <summary>One table of a case that is otherwise not read; a file that does not exist where it has none.</summary>
    /// <exception cref="InputException">It is a workbook that cannot be read.</exception>
    public static InputFile TableIn(string path, string name, Findings findings)
    {
        var input = new CaseFolder(path, findings, new InputFiles());
        return input.Find(name) ?? input.PathOf(name);
    }

    /// <summary>A file of the folder; null where it has none of that name.</summary>
    public InputFile? Find(string name) =>
        IsWorkbook ? Workbook!.Find(name) : Files.At(PathOf(name)) is { Exists: true } found ? found : null;

    /// <summary>What findings call a file of the case.</summary>
    public string PathOf(string name) => Workbook?.PathOf(name) ?? System.IO.Path.Combine(Path, name);

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Reads <c>case.json</c>.</summary>
    /// <exception cref="InputException">There is no folder, no file in it, or no JSON in that.</exception>
    public void ReadSettings()
    {
        if (Workbook is { } book)
        {
            if (book.Settings is null)
                throw new InputException(book.PathOf(SettingsName), null, new Phrase("workbook.no-settings"), new Phrase("workbook.no-settings.remedy"));
            Settings = new CaseSettingsReader(Path, PathOf(SettingsName), Findings, Files).Read(book.Settings);
            AddSource(new SourceReference(book.File.Name, "", Settings.Date, book.File.Name, book.File.Sha256()));
            return;
        }
        if (Bytes(SettingsName) is not { } bytes)
        {
            Findings.Error(PathOf(SettingsName), null, new Phrase("table.no-file"), new Phrase("case.no-case.remedy"));
            throw new InputException(Findings.All);
        }
        Settings = new CaseSettingsReader(Path, PathOf(SettingsName), Findings, Files).Read(bytes);
    }

    /// <summary>Reads a table of the folder; null, with a finding, where nothing can be read out of it.</summary>
    public DelimitedTable? Table(string name, TableColumns columns)
    {
        // A sheet saved as CSV has the headings of the sheet.
        if (CaseSheets.All.FirstOrDefault(s => s.File == name) is { } sheet)
            columns = columns with { Called = heading => CaseSheets.ColumnOf(sheet, heading) is { } column && columns.Knows(column) ? column : null };
        DelimitedTable? table = Bytes(name) is { } bytes ? DelimitedTable.Parse(bytes, PathOf(name), columns, Findings) : DelimitedTable.Read(PathOf(name), columns, Findings);
        table?.LeaveOutSum();
        return table;
    }

    /// <summary>What the sound rows of a table say that the folder may have, in the order of the file; nothing where it has none.</summary>
    public List<T> Rows<T>(string name, TableColumns columns, Func<DelimitedRow, T> read)
    {
        var found = new List<T>();
        if (!Has(name) || Table(name, columns) is not { } table) return found;
        foreach (DelimitedRow row in table.Rows)
        {
            T said = read(row);
            if (!row.IsFaulty) found.Add(said);
        }
        return found;
    }

    /// <summary>
    /// Reads a file outside the folder; null, with its errors among the findings, where its reader gives up. What else
    /// is wrong with the case is then told as well.
    /// </summary>
    public T? Outside<T>(Func<T?> read)
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

    /// <summary>Warns of tables that the case may have, and that lie in its folder under another name or in another form: they are not read.</summary>
    public void TellStrayFiles()
    {
        if (IsWorkbook) return;
        foreach (string name in CaseSheets.All.Where(s => !s.IsRequired && !Has(s.File)).Select(s => s.File))
        {
            if (LyingBeside.Of(PathOf(name)) is { } beside)
                Findings.Warning(beside, null, new Phrase("case.not-read", name), LyingBeside.Remedy(beside, name));
        }
    }

    /// <summary>Notes a file outside the folder among the sources.</summary>
    public void AddSource(SourceReference source) => sources.Add(source);

    /// <summary>Notes a file that <c>case.json</c> names among the sources.</summary>
    public void AddSource(CaseFile file, string? date = null) =>
        AddSource(new SourceReference(file.File.Name, "", date ?? Settings.Date, file.Path, file.File.Sha256()));

    /// <summary>The bytes of a file of the folder, noted among the sources; null where there is none.</summary>
    public byte[]? Bytes(string name)
    {
        if (Find(name) is not { } file) return null;
        // Of a workbook's sheets the workbook is the source.
        if (!IsWorkbook) AddSource(new SourceReference(name, "", Settings?.Date ?? "", name, file.Sha256()));
        return file.Bytes;
    }

    /// <summary>A warning at a line of one of the folder's tables.</summary>
    public void Warning(string name, int line, Phrase problem, Phrase remedy) =>
        Findings.Warning(PathOf(name), line.ToString(CultureInfo.InvariantCulture), problem, remedy);

    /// <summary>A note about one of the folder's files.</summary>
    public void Note(string name, Phrase problem, Phrase remedy) => Findings.Note(PathOf(name), null, problem, remedy);

    /// <summary>Degrees in the plane of the case.</summary>
    public PlanePoint ToPlane(GeoPoint position) => Projection.ToPlane(position);
}
