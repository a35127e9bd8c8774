using System.Security.Cryptography;
using System.Text;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Norway;
using NavGeo.Planning.Language;
using NavGeo.Web.Meetings;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Starting;

/// <summary>
/// The desk that cases are made and worked on at: those that come along, those that were open last and the new ones. The page
/// names a case by its key, so that no request reaches a file that nobody at this machine has opened. One piece of work at a time.
/// </summary>
internal sealed class CaseDesk : IAsyncDisposable
{
    private readonly StartOptions options;
    private readonly RecentCases recent;
    private readonly Dictionary<string, Stack<CaseTables>> earlier = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenMeeting> meetings = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim working = new(1, 1);
    private DeskGround? shown;

    /// <summary>The desk of a start page.</summary>
    public CaseDesk(StartOptions options)
    {
        this.options = options;
        recent = new RecentCases(Path.Combine(options.DataFolder, "recent.json"));
    }

    /// <summary>The cases that come with the program.</summary>
    public IReadOnlyList<DeskItem> Embedded => [.. options.Embedded.Select(ItemOf)];

    /// <summary>The cases that were open last.</summary>
    public IReadOnlyList<DeskItem> Recent => [.. recent.All.Select(ItemOf)];

    /// <summary>Where new cases are made, unless somebody names another place.</summary>
    public string CasesFolder => options.CasesFolder;

    /// <summary>What municipalities are chosen from.</summary>
    public DeskCountry Country { get; } = new();

    /// <summary>Reads what the page will ask for first.</summary>
    public void Prepare() => _ = Country.Map;

    /// <summary>Makes a case of municipalities.</summary>
    /// <param name="municipalities">As <see cref="MunicipalityChoice"/> reads them.</param>
    /// <param name="folder">The folder to make it in; null for the usual one.</param>
    /// <param name="language">Of the case.</param>
    /// <exception cref="InputException">The words mean no municipality, or the case cannot be written there.</exception>
    public Task<DeskItem> Make(string municipalities, string? folder, UserLanguage language) => Alone(() =>
    {
        IReadOnlyList<string> words = MunicipalityChoice.WordsOf(municipalities);
        string path = FreePath(folder, string.Join(", ", words));
        var findings = new Findings();
        new CaseStarter(NorwayBase.CodeYear) { Only = words, Language = language }.Write(path, findings);
        return Opened(path);
    });

    /// <summary>Opens a case that lies somewhere else.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public Task<DeskItem> Open(string path) => Alone(() =>
    {
        string full = Path.GetFullPath(path.Trim().Trim('"'));
        if (CaseArchive.Is(full) && File.Exists(full))
        {
            // It was sent to be worked on: a case of one's own like any other.
            string made = FreePath(null, Path.GetFileNameWithoutExtension(full));
            CaseArchive.Unpack(full, made);
            return Opened(made);
        }
        if (!Workspace.Is(full)) throw new InputException(full, null, new Phrase("start.no-case", full), new Phrase("start.no-case.remedy"));
        return Opened(full);
    });

    /// <summary>Copies a case, to work on it.</summary>
    public Task<DeskItem> Copy(string key) => Alone(() =>
    {
        DeskItem from = Find(key);
        string path = FreePath(null, from.Name);
        CaseCarrier.Copy(from.Folder, path);
        return Opened(path);
    });

    /// <summary>The case of a key with everything there is to say about it.</summary>
    public Task<DeskCase> Show(string key) => Alone(() =>
    {
        DeskItem item = Find(key);
        if (!item.IsEmbedded) recent.Add(item.Folder);
        return CaseOf(item, CaseCheck.Of(item.Folder), TablesOf(item), isSaved: true);
    });

    /// <summary>The map of the case that was shown last, as GeoJSON.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public Task<byte[]> Map(string key) => Alone(() => Shown(key).Map);

    /// <summary>A tile of the roads of that case.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public Task<byte[]> RoadsOf(string key, TileNumber tile) => Alone(() => Shown(key).Roads.Tile(tile));

    /// <summary>Where a site is to stand.</summary>
    /// <param name="key">The case.</param>
    /// <param name="written">As <see cref="SpotReader"/> reads it.</param>
    /// <exception cref="InputException">It is no spot of the case.</exception>
    public Task<Spot> SpotOf(string key, string written) => Alone(() => Shown(key).Spots.Read(written));

    /// <summary>Saves what a form says, unless the case could not be used then: the folder stays as it was.</summary>
    public Task<DeskCase> Save(string key, CaseForm form) => Save(key, before => before.With(form, Workspace.Open(Editable(key).Folder, new Findings()).Settings.Baseline));

    /// <summary>Saves the rows of another table in the same way.</summary>
    /// <exception cref="InputException">There is no form of that name.</exception>
    public Task<DeskCase> Save(string key, string table, IReadOnlyList<IReadOnlyList<string>> rows) => Save(key, before => before.With(table, rows));

    /// <summary>The forms of the other tables that a case may have.</summary>
    /// <param name="key">The case.</param>
    /// <param name="language">Of the headings.</param>
    public Task<IReadOnlyList<TableForm>> Tables(string key, UserLanguage language) => Alone(() => CaseTables.Of(Editable(key).Folder).Forms(language));

    private Task<DeskCase> Save(string key, Func<CaseTables, CaseTables> change) => Alone(() =>
    {
        DeskItem item = Editable(key);
        CaseTables before = CaseTables.Of(item.Folder);
        CaseTables after = change(before);
        CaseCheck check = after.Check(item.Folder);
        if (check.Case is null) return CaseOf(item, check, after, isSaved: false);
        if (!after.IsSameAs(before))
        {
            after.Write(item.Folder);
            EarlierOf(key).Push(before);
        }
        return CaseOf(item, check, after, isSaved: true);
    });

    /// <summary>Takes back what was saved last.</summary>
    /// <exception cref="InputException">Nothing was saved.</exception>
    public Task<DeskCase> Undo(string key) => Alone(() =>
    {
        DeskItem item = Editable(key);
        if (!EarlierOf(key).TryPeek(out CaseTables? before))
            throw new InputException(item.Folder, null, new Phrase("web.wrong.nothingToUndo"), new Phrase("web.wrong.nothingToUndo.remedy"));
        before.Write(item.Folder);
        EarlierOf(key).Pop();
        return CaseOf(item, CaseCheck.Of(item.Folder), before, isSaved: true);
    });

    /// <summary>Opens the meeting of a case, or finds it open.</summary>
    /// <param name="key">The case.</param>
    /// <param name="startPage">Where this page is, to come back to.</param>
    /// <returns>Its address.</returns>
    /// <exception cref="InputException">The case cannot be used, or the kept meeting does not fit it.</exception>
    public async Task<string> Meet(string key, Uri startPage)
    {
        await working.WaitAsync();
        try
        {
            DeskItem item = Find(key);
            CaseTables? tables = item.IsWorkbook ? null : CaseTables.Of(item.Folder);
            if (meetings.TryGetValue(item.Folder, out OpenMeeting? open))
            {
                if (tables is not null && open.Tables is not null && tables.IsSameAs(open.Tables)) return open.Address;
                meetings.Remove(item.Folder);
                await open.App.DisposeAsync();
            }
            WebApplication app = await Task.Run(() => MeetingOf(item, new Uri(startPage, "#" + item.Key)));
            await app.StartAsync();
            string address = app.Urls.First() + "/";
            meetings[item.Folder] = new OpenMeeting(app, address, tables);
            return address;
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>The case as a workbook.</summary>
    /// <param name="key">The case.</param>
    /// <param name="language">Of its headings.</param>
    public Task<(string Name, byte[] Bytes)> Workbook(string key, UserLanguage language) => Alone(() =>
    {
        DeskItem item = Find(key);
        string name = FileNameOf(item.Folder) + ".xlsx";
        if (CaseCarrier.IsWorkbook(item.Folder)) return (FileNameOf(item.Folder), File.ReadAllBytes(item.Folder));
        DirectoryInfo made = Directory.CreateTempSubdirectory("navgeo-");
        try
        {
            string path = Path.Combine(made.FullName, name);
            CaseCarrier.ToWorkbook(item.Folder, path, language, new Findings());
            return (name, File.ReadAllBytes(path));
        }
        finally
        {
            made.Delete(recursive: true);
        }
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (OpenMeeting open in meetings.Values) await open.App.DisposeAsync();
        working.Dispose();
    }

    /// <summary>Long work, off the threads that answer, and nobody else meanwhile.</summary>
    private async Task<T> Alone<T>(Func<T> work)
    {
        await working.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            working.Release();
        }
    }

    private Task<WebApplication> MeetingOf(DeskItem item, Uri startPage)
    {
        Workspace work = Workspace.Open(item.Folder, new Findings());
        string session = item.IsEmbedded ? Path.Combine(options.DataFolder, work.Case.Id) : work.MeetingFolder;
        return MeetingHost.BuildAsync(MeetingOptions.Of(work, session, !item.IsEmbedded) with { Port = 0, Page = options.Page, Start = MeetingStart.Ask, StartPage = startPage });
    }

    private DeskCase CaseOf(DeskItem item, CaseCheck check, CaseTables? tables, bool isSaved)
    {
        if (check.Work is { } work) shown = new DeskGround(item.Key, work);
        return DeskCase.Of(item, check, tables, EarlierOf(item.Key).Count > 0, isSaved);
    }

    /// <summary>The case as it was checked last: read again where another was looked at meanwhile.</summary>
    private DeskGround Shown(string key)
    {
        if (shown?.Key != key) shown = new DeskGround(key, Workspace.Open(Find(key).Folder, new Findings()));
        return shown;
    }

    /// <summary>Null for a case that is not edited here, and where a table is not there: the check says that.</summary>
    private static CaseTables? TablesOf(DeskItem item)
    {
        try
        {
            return item.IsEmbedded || item.IsWorkbook ? null : CaseTables.Of(item.Folder);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private Stack<CaseTables> EarlierOf(string key)
    {
        if (!earlier.TryGetValue(key, out Stack<CaseTables>? stack)) earlier[key] = stack = new Stack<CaseTables>();
        return stack;
    }

    private DeskItem Opened(string path)
    {
        recent.Add(path);
        return ItemOf(path);
    }

    private DeskItem Find(string key) => Embedded.Concat(Recent).FirstOrDefault(c => c.Key == key)
        ?? throw new InputException("", null, new Phrase("start.gone"), new Phrase("start.gone.remedy"));

    private DeskItem Editable(string key) => Find(key) is { IsEmbedded: false } item
        ? item
        : throw new InputException("", null, new Phrase("start.embedded"), new Phrase("start.embedded.remedy"));

    private DeskItem ItemOf(string path) =>
        new(KeyOf(path), NameOf(path), path, options.Embedded.Contains(path), CaseCarrier.IsWorkbook(path));

    private static string FileNameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    private static string KeyOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..16];

    /// <summary>As the case says; a case that cannot be read is called as its folder.</summary>
    private static string NameOf(string path)
    {
        try
        {
            var settings = Workspace.Open(path, new Findings()).Settings;
            return settings.Name.In(settings.Language) is { Length: > 0 } name ? name : FileNameOf(path);
        }
        catch (InputException)
        {
            return FileNameOf(path);
        }
    }

    /// <summary>A folder that is not there yet, with a name that every system takes.</summary>
    private string FreePath(string? folder, string name)
    {
        string parent = string.IsNullOrWhiteSpace(folder) ? CasesFolder : Path.GetFullPath(folder.Trim().Trim('"'));
        var legal = new StringBuilder();
        foreach (char c in name) legal.Append(char.IsLetterOrDigit(c) || c is ' ' or '-' ? c : '-');
        string stem = Path.Combine(parent, legal.ToString().Trim(' ', '-') is { Length: > 0 } usable ? usable[..Math.Min(usable.Length, 60)].TrimEnd() : "case");
        string path = stem;
        for (int i = 2; Path.Exists(path); i++) path = FormattableString.Invariant($"{stem} {i}");
        return path;
    }

    private sealed record OpenMeeting(WebApplication App, string Address, CaseTables? Tables);
}
