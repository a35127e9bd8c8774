using System.Net;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Data.Regions;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;
using NavGeo.Web.Meetings;

namespace NavGeo.Web;

/// <summary>What a meeting is about and who may come to it.</summary>
public sealed record MeetingOptions
{
    /// <summary>The case, read and checked.</summary>
    public required PlanningCase Case { get; init; }

    /// <summary>Who is in the meeting: what they may not know of the case is in no answer and no file of it.</summary>
    public Audience Audience { get; init; } = Audience.Public;

    /// <summary>
    /// What maps and sheets lie on: outlines and water in EPSG:25833. Read when first needed, while the first guests come.
    /// </summary>
    public Func<MapBackground> Background { get; init; } = () => MapBackground.None;

    /// <summary>A division of the case's municipalities into labour-market regions, region by kommunenummer; empty for none.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; init; } = new Dictionary<string, string>();

    /// <summary>What is asked of those without a car, where the case has a timetable; null where it has none.</summary>
    public VisitQuestion? Visits { get; init; }

    /// <summary>The folder the meeting is kept in; made where it is missing.</summary>
    public required string SessionFolder { get; init; }

    /// <summary>The case's own folder, which objections are written into for the report; null where it has none.</summary>
    public string? CaseFolder { get; init; }

    /// <summary>Whether that is done with each objection; otherwise when somebody saves.</summary>
    public bool WritesAtOnce { get; init; } = true;

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Whether others on the network may come in. Without it the meeting listens on this machine only.</summary>
    public bool IsShared { get; init; }

    /// <summary>
    /// Whether the page offers Kartverket's background map, which each browser that turns it on fetches from Kartverket.
    /// Without it the page could not ask anybody outside this machine even if it tried.
    /// </summary>
    public bool HasBackgroundMap { get; init; }

    /// <summary>The page where the case is worked on, for who sits at this machine to go back to; null where the meeting was not opened from one.</summary>
    public Uri? StartPage { get; init; }

    /// <summary>What becomes of a meeting that is kept in <see cref="SessionFolder"/>.</summary>
    public MeetingStart Start { get; init; }

    /// <summary>The clock of the log.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The page; the one inside the program where null.</summary>
    public PageFiles? Page { get; init; }

    /// <summary>A meeting on a case as it lies on the disk.</summary>
    /// <param name="work">The case.</param>
    /// <param name="sessionFolder">Where the meeting is kept.</param>
    /// <param name="takesObjections">Whether objections are written into the case for the report; what comes with the program stays as it is.</param>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public static MeetingOptions Of(Workspace work, string sessionFolder, bool takesObjections) => new()
    {
        Case = work.Case,
        CaseFolder = !takesObjections ? null : File.Exists(work.Folder) ? work.MeetingFolder : work.Folder,
        Background = () => work.GroundWithin(MapWindow.Of(work.Case, work.Boundaries).Extent),
        Regions = RegionsOf(work),
        SessionFolder = sessionFolder,
    };

    /// <summary>The division that <c>navgeo regions DIR -o DIR/regions.csv</c> has left in the case; none where there is none.</summary>
    private static IReadOnlyDictionary<string, string> RegionsOf(Workspace work) =>
        work.Find(CaseDivision.FileName) is { } file ? DivisionReader.Read(file, new Findings()).RegionOf : new Dictionary<string, string>();

    /// <summary>The address it listens on.</summary>
    internal IPAddress Address => IsShared ? IPAddress.Any : IPAddress.Loopback;
}
