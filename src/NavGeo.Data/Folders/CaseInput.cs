using System.Globalization;
using System.Security.Cryptography;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.Folders;

/// <summary>What the readers of a case's tables share: the folder, the settings, the findings, and the files read so far.</summary>
internal sealed class CaseInput
{
    private readonly string folder;
    private readonly List<SourceReference> files = [];

    /// <param name="folder">The case folder as the user named it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public CaseInput(string folder, Findings findings)
    {
        this.folder = folder;
        Findings = findings;
    }

    public Findings Findings { get; }

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
    public IReadOnlyList<SourceReference> Sources => [.. Settings.Sources, .. files];

    public string PathOf(string name) => Path.Combine(folder, name);

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Reads <c>case.json</c>.</summary>
    /// <exception cref="InputException">There is no folder, no file in it, or no JSON in that.</exception>
    public void ReadSettings()
    {
        string path = PathOf("case.json");
        if (!File.Exists(path))
        {
            Findings.Error(path, null, new Phrase("table.no-file"), new Phrase("case.no-case.remedy"));
            throw new InputException(Findings.All);
        }
        byte[] bytes = File.ReadAllBytes(path);
        Settings = new CaseSettingsReader(folder, path, Findings).Read(bytes);
        AddFile("case.json", bytes);
    }

    /// <summary>Reads a table of the folder; null, with a finding, where nothing can be read out of it.</summary>
    public DelimitedTable? Table(string name, TableColumns columns)
    {
        string path = PathOf(name);
        if (!File.Exists(path)) return DelimitedTable.Read(path, columns, Findings);
        byte[] bytes = File.ReadAllBytes(path);
        AddFile(name, bytes);
        return DelimitedTable.Parse(bytes, path, columns, Findings);
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

    /// <summary>Notes a file outside the folder among the sources.</summary>
    public void AddSource(SourceReference source) => files.Add(source);

    /// <summary>The bytes of a file of the folder, noted among the sources; null where there is none.</summary>
    public byte[]? Bytes(string name)
    {
        if (!Has(name)) return null;
        byte[] bytes = File.ReadAllBytes(PathOf(name));
        AddFile(name, bytes);
        return bytes;
    }

    /// <summary>A warning at a line of one of the folder's tables.</summary>
    public void Warning(string name, int line, Phrase problem, Phrase remedy) =>
        Findings.Warning(PathOf(name), line.ToString(CultureInfo.InvariantCulture), problem, remedy);

    /// <summary>A note about one of the folder's files.</summary>
    public void Note(string name, Phrase problem, Phrase remedy) => Findings.Note(PathOf(name), null, problem, remedy);

    /// <summary>Degrees in the plane of the case.</summary>
    public PlanePoint ToPlane(GeoPoint position) => Projection.ToPlane(position);

    private void AddFile(string name, byte[] bytes) =>
        files.Add(new SourceReference(name, "", Settings?.Date ?? "", name, Convert.ToHexStringLower(SHA256.HashData(bytes))));
}
