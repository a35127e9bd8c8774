using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Comparing;

/// <summary>
/// What the structures of a comparison are held against, and what that is called. "Today" is the baseline in the case as it was
/// read, on its own roads; where edits are tried on the roads or on the baseline itself, the baseline that stands first in a
/// comparison is something else and is never called today. Immutable.
/// </summary>
public sealed record Yardstick
{
    private const string Words = "yardstick.";

    private readonly string baseline;
    private readonly string suffix;

    private Yardstick(string baseline, YardstickKind kind)
    {
        (this.baseline, Kind) = (baseline, kind);
        suffix = kind switch { YardstickKind.Today => "today", YardstickKind.OnChangedRoads => "roads", _ => "edited" };
    }

    /// <summary>What it is.</summary>
    public YardstickKind Kind { get; }

    /// <summary>Whether the baseline that structures are held against is today's, so that it may be called so.</summary>
    public bool IsToday => Kind == YardstickKind.Today;

    /// <summary>What it is called after "than" or "against": "today", "structure A on the changed roads".</summary>
    public Phrase Name => new(Words + suffix, baseline);

    /// <summary>Where a figure is told to hold in it: "today", "in structure A on the changed roads".</summary>
    public Phrase In => new($"{Words}in-{suffix}", baseline);

    /// <summary>One sentence for the head of what is compared so; null where it is today.</summary>
    public Phrase? Sentence => IsToday ? null : new Phrase($"{Words}sentence-{suffix}", baseline);

    /// <summary>As files write it: <c>today</c>, <c>changed_roads</c>, <c>changed_baseline</c>.</summary>
    public string InFiles => Kind switch { YardstickKind.Today => "today", YardstickKind.OnChangedRoads => "changed_roads", _ => "changed_baseline" };

    /// <summary>What structures that are measured in a study are held against.</summary>
    public static Yardstick Of(AccessStudy study)
    {
        PlanningCase now = study.Case, read = now.AsRead ?? now;
        bool isChanged = !ReferenceEquals(now.GetStructure(now.Baseline), read.GetStructure(read.Baseline)) || HasMovedSites(now, read);
        bool isOnChangedRoads = study.TriedEdits.Count > 0 || now.Profile != read.Profile || !now.StandingEdits.SequenceEqual(read.StandingEdits);
        return new Yardstick(now.Baseline, isChanged ? YardstickKind.Changed : isOnChangedRoads ? YardstickKind.OnChangedRoads : YardstickKind.Today);
    }

    /// <summary>Whether a site that the baseline keeps open stands somewhere else; edits keep the sites in their order.</summary>
    private static bool HasMovedSites(PlanningCase now, PlanningCase read)
    {
        IReadOnlyCollection<string> open = read.GetStructure(read.Baseline).OpenSites;
        return read.Sites.Index().Any(s => open.Contains(s.Item.Id) && now.SitePoints[s.Index] != read.SitePoints[s.Index]);
    }
}

/// <summary>What structures are held against.</summary>
public enum YardstickKind
{
    /// <summary>The baseline as the case was read, on the roads as they are.</summary>
    Today = 0,

    /// <summary>The same baseline, but on roads where something is tried, in another season or with another way of driving.</summary>
    OnChangedRoads,

    /// <summary>A baseline that the edits have changed itself.</summary>
    Changed,
}
