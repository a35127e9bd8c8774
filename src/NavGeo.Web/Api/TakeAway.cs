using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using NavGeo.Data;
using NavGeo.Maps;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Maps.Report;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Pages;
using NavGeo.Reports.Tables;
using NavGeo.Routing.Graph;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>
/// The files of a meeting as it stands, in a language: each is made in one place, for its own download and for the package
/// with all of them. Scratch for one request.
/// </summary>
internal sealed class TakeAway(LiveSession session, MeetingGround ground, UserLanguage language)
{
    private readonly MeetingView view = session.Current;

    /// <summary>The moment whose files they are.</summary>
    public MeetingView View => view;

    /// <summary>The language they are in.</summary>
    public UserLanguage Language => language;

    private readonly Lazy<CaseReport> report = new(() => Compose(session, ground, language));

    private Publication Publication => PublicationOf(session, view);

    /// <summary>The map of the structure that is shown.</summary>
    /// <param name="format">One of <see cref="SheetFile.Formats"/>.</param>
    public byte[] Sheet(string format) => Made("sheet." + format, path => SheetFile.Write(
        path, StructureSheet.Draw(Publication, view.Situation.Chosen, new SheetSettings { Language = language, Background = ground.Background })));

    /// <summary>All layers.</summary>
    public byte[] GeoPackage() => Made("layers.gpkg", path => CasePackage.Write(path, Publication, new LayerSettings { Background = ground.Background }));

    /// <summary>The tables as CSV by the names of their files.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Tables() =>
        Results().Select(t => KeyValuePair.Create(t.Name + ".csv", t.ToCsv(ComparisonTables.DressOf(language))));

    /// <summary>The tables as a workbook, the first sheet of which says where they come from.</summary>
    public byte[] Workbook() => Made("tables.xlsx", path => SpreadsheetWriter.Write(path, [AboutTable.Of(Publication, language), .. Results()], language));

    /// <summary>The report of the case under the edits, with the objections of the meeting.</summary>
    /// <param name="format">html or docx.</param>
    public byte[] Report(string format) => Made("report." + format, path =>
    {
        if (format == "html") ReportHtml.Write(path, report.Value);
        else ReportWord.Write(path, report.Value);
    });

    /// <summary>The objections as the report of the case reads them.</summary>
    public byte[] Objections() => ObjectionFile.Of(view.State);

    /// <summary>The edits of the meeting, or of a scenario it has kept.</summary>
    public byte[] Scenario(string name, ImmutableList<Edit> edits)
    {
        string chosen = edits.OfType<ChooseStructure>().LastOrDefault()?.Structure ?? session.Original.Baseline;
        return ScenarioFile.Of(
            name, session.Original, edits,
            [.. view.State.Objections.Where(o => ((ObjectionPinned)o.Event).Structure == chosen).Select(o => $"{o.Author}: {((ObjectionPinned)o.Event).Text}")],
            language, "NavGeo " + Provenance.Version).ToBytes();
    }

    /// <summary>The edits of the meeting as it stands.</summary>
    public byte[] Scenario() => Scenario("meeting", view.State.Edits);

    /// <summary>The minutes of the meeting.</summary>
    /// <param name="minutes">As a page.</param>
    /// <param name="format">One of <see cref="MinutesFormats"/>.</param>
    public static byte[] MinutesFile(PageDocument minutes, string format)
    {
        if (format == "md") return Encoding.UTF8.GetBytes(MarkdownText.Of(minutes));
        using var word = new MemoryStream();
        ReportWord.Write(word, minutes);
        return word.ToArray();
    }

    /// <summary>Every file there is, each as it is downloaded alone.</summary>
    /// <param name="minutes">Of the same moment.</param>
    public byte[] Package(PageDocument minutes) => Zip(
    [
        .. SheetFile.Formats.Select(f => KeyValuePair.Create("sheet." + f, Sheet(f))),
        .. ReportFormats.Select(f => KeyValuePair.Create("report." + f, Report(f))),
        new("layers.gpkg", GeoPackage()),
        .. MinutesFormats.Select(f => KeyValuePair.Create("minutes." + f, MinutesFile(minutes, f))),
        .. Layers().Select(l => KeyValuePair.Create($"layers/{l.Key}.geojson", l.Value)),
        new("tables.xlsx", Workbook()),
        .. Tables().Select(t => KeyValuePair.Create("tables/" + t.Key, t.Value)),
        new(ObjectionTable.Name, Objections()),
        new("scenario.json", Scenario()),
    ]);

    /// <summary>The layers of the structure that is shown, with visits without a car where the meeting has a timetable.</summary>
    private IEnumerable<KeyValuePair<string, byte[]>> Layers()
    {
        foreach (string name in view.Layers.Names) yield return KeyValuePair.Create(name, view.Layers.Find(name)!);
        if (Publication.Visits is not null) yield return KeyValuePair.Create(StructureLayers.Visits, new LayerFiles(Publication, view.Situation.Chosen).Find(StructureLayers.Visits)!);
    }

    /// <summary>Formats of the minutes.</summary>
    public static readonly IReadOnlyList<string> MinutesFormats = ["docx", "md"];

    /// <summary>Formats of the report.</summary>
    public static readonly IReadOnlyList<string> ReportFormats = ["html", "docx"];

    /// <summary>An archive of files; the same files give the same bytes.</summary>
    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var plain = new MemoryStream();
        using (var archive = new ZipArchive(plain, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        using var same = new MemoryStream();
        FixedArchive.Copy(plain, same);
        return same.ToArray();
    }

    private Data.Formats.Tables.ResultTable[] Results() => [.. ComparisonTables.Of(Publication, language), .. DecisionTables.Of(Publication, language)];

    /// <summary>With visits without a car, where the meeting has a timetable.</summary>
    private static Publication PublicationOf(LiveSession session, MeetingView view) =>
        session.Visits?.Of(view.Situation.Case) is { } study ? view.Situation.Publication.With(study) : view.Situation.Publication;

    private static CaseReport Compose(LiveSession session, MeetingGround ground, UserLanguage language)
    {
        MeetingView view = session.Current;
        return ReportBuilder.Build(PublicationOf(session, view), null, new ReportSettings
        {
            Language = language,
            IsOfMeeting = true,
            Objections = ObjectionFile.List(view.State),
            Sheets = new SheetSettings { Language = language, Background = ground.Background },
        });
    }

    /// <summary>What the command's own writers make goes through a folder of its own, gone afterwards.</summary>
    private static byte[] Made(string name, Action<string> write)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-package-");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            write(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>
/// The files of the moment, each made once a language however many ask and however often: who is told that a report is not there yet
/// and asks again finds it. They go with the moment. Any number of threads.
/// </summary>
internal sealed class MadeFiles
{
    private readonly MadeOnce<MeetingView, (string Path, UserLanguage Language), byte[]> known = new();

    /// <summary>A file by its path; one whose making failed is made again for who asks next.</summary>
    public byte[] Of(string path, TakeAway files, Func<TakeAway, byte[]> make) => known.Of(files.View, (path, files.Language), () => make(files));
}
