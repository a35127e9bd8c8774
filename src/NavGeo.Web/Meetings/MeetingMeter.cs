using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NavGeo.Web.Meetings;

/// <summary>What is measured of meetings, for whoever listens; nobody does on a laptop.</summary>
public static class MeetingMeter
{
    /// <summary>By this name meters and traces are asked for.</summary>
    public const string Name = "NavGeo";

    /// <summary>Where they come from.</summary>
    public static Meter Meter { get; } = new(Name);

    internal static ActivitySource Traces { get; } = new(Name);

    /// <summary>From when somebody's turn came to when what they did was answered and kept.</summary>
    internal static Histogram<double> Edits { get; } = Meter.CreateHistogram<double>("navgeo.edit.duration", "s", "an entry answered and kept");

    /// <summary>Another process had written meanwhile.</summary>
    internal static Counter<long> Replays { get; } = Meter.CreateCounter<long>("navgeo.edit.replays", "{entry}", "entries that came second and were tried again");
}
