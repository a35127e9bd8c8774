using NavGeo.Web.Meetings;
using Orleans.Concurrency;

namespace NavGeo.Cluster.Grains;

/// <summary>
/// A meeting of the cluster: the one place where what happens in it is put in order, and where the processes that hold it hear of each
/// other. It holds what is going on and no network: nothing is measured here. When two believe to be the same meeting, the log
/// decides.
/// </summary>
[Alias("navgeo.meeting")]
public interface IMeetingGrain : IGrainWithStringKey
{
    /// <summary>Writes an entry; see <see cref="IMeetingLog.TryAppendAsync"/>.</summary>
    [Alias("append")]
    Task<bool> TryAppend(LogEntry entry);

    /// <summary>Says how a process holds the meeting, and hears how it stands. A process that says nothing for long is forgotten.</summary>
    [Alias("attend")]
    [AlwaysInterleave]
    Task<MeetingNews> Attend(Attendance attendance, IMeetingEar ear);
}

/// <summary>A process that hears of what happens in meetings.</summary>
[Alias("navgeo.ear")]
public interface IMeetingEar : IGrainObserver
{
    /// <summary>Something has happened.</summary>
    [Alias("happened")]
    [OneWay]
    Task Happened(MeetingNews news);
}

/// <summary>How a process holds a meeting.</summary>
/// <param name="Process">Name of the process; another for each start.</param>
/// <param name="Watchers">How many follow by it.</param>
/// <param name="View">What whoever leads shows there, where that is new; else null.</param>
/// <param name="IsOfPeople">Whether somebody has come in or gone, so that the others read who is there.</param>
public sealed record Attendance(string Process, int Watchers, SharedView? View, bool IsOfPeople);

/// <summary>How a meeting stands.</summary>
/// <param name="Meeting">Its id.</param>
/// <param name="Version">Number of the last entry.</param>
/// <param name="Watchers">How many follow by each process.</param>
/// <param name="View">What whoever leads shows; null before they have shown anything.</param>
/// <param name="IsOfPeople">Whether who is there has changed.</param>
public sealed record MeetingNews(string Meeting, long Version, IReadOnlyDictionary<string, int> Watchers, SharedView? View, bool IsOfPeople = false);
