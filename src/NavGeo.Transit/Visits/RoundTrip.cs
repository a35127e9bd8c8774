using NavGeo.Transit.Search;

namespace NavGeo.Transit.Visits;

/// <summary>What a visit asks for. Seconds of the <see cref="DayClock"/>.</summary>
/// <param name="Opens">From then on one is served.</param>
/// <param name="Closes">Until then.</param>
/// <param name="StaySeconds">One needs so long, all of it while it is open.</param>
/// <param name="LeaveAfter">Nobody leaves home before.</param>
/// <param name="HomeBefore">One is home by then.</param>
public readonly record struct VisitRule(int Opens, int Closes, int StaySeconds, int LeaveAfter, int HomeBefore)
{
    /// <summary>Whether the place is open long enough at all.</summary>
    public bool IsPossible => Closes - Opens >= StaySeconds;

    /// <summary>When one may travel there.</summary>
    public TravelWindow Out => new(LeaveAfter, Closes - StaySeconds, Closes - StaySeconds);

    /// <summary>When one may travel home.</summary>
    public TravelWindow Back => new(Opens + StaySeconds, HomeBefore, HomeBefore);
}

/// <summary>A visit and the way there and back.</summary>
/// <param name="Out">From home.</param>
/// <param name="Back">To home.</param>
/// <param name="Rule">What was asked for.</param>
public readonly record struct RoundTrip(Journey Out, Journey Back, VisitRule Rule)
{
    /// <summary>From leaving home to being home again.</summary>
    public int AwaySeconds => Back.Arrive - Out.Leave;

    /// <summary>At the place while it is open.</summary>
    public int StaySeconds => Math.Min(Back.Leave, Rule.Closes) - Math.Max(Out.Arrive, Rule.Opens);

    /// <summary>
    /// The visit one is away for the shortest time; of several, the one that leaves home first. Null where there is none.
    /// </summary>
    /// <param name="rule">What is asked for.</param>
    /// <param name="there">Ways there, in the order one leaves; none is worse than another in both ends.</param>
    /// <param name="back">Ways home, the same.</param>
    /// <param name="walkSeconds">On foot all the way; null where that is too long.</param>
    public static RoundTrip? Shortest(VisitRule rule, IReadOnlyList<Journey> there, IReadOnlyList<Journey> back, int? walkSeconds)
    {
        if (!rule.IsPossible) return null;
        RoundTrip? best = null;
        foreach (Journey first in there) Take(first, HomeAfter(Math.Max(first.Arrive, rule.Opens) + rule.StaySeconds));
        if (walkSeconds is not { } walk) return best;
        // Who walks there comes as late as the way home allows.
        foreach (Journey home in back) Take(Walk(Math.Min(home.Leave, rule.Closes) - rule.StaySeconds - walk), home);
        int opens = Math.Max(rule.Opens, rule.LeaveAfter + walk);
        Take(Walk(opens - walk), Walk(opens + rule.StaySeconds));
        return best;

        Journey Walk(int leave) => new(leave, leave + walk, 0, walk);

        Journey? HomeAfter(int earliest)
        {
            if (earliest > rule.Closes) return null;
            int at = FirstFrom(back, earliest);
            Journey? ride = at < back.Count ? back[at] : null;
            return walkSeconds is { } afoot && (ride is null || earliest + afoot <= ride.Value.Arrive) ? new Journey(earliest, earliest + afoot, 0, afoot) : ride;
        }

        void Take(Journey first, Journey? home)
        {
            if (home is not { } last || first.Leave < rule.LeaveAfter || last.Arrive > rule.HomeBefore) return;
            var trip = new RoundTrip(first, last, rule);
            if (trip.StaySeconds < rule.StaySeconds) return;
            if (best is { } known && (trip.AwaySeconds, trip.Out.Leave).CompareTo((known.AwaySeconds, known.Out.Leave)) >= 0) return;
            best = trip;
        }
    }

    private static int FirstFrom(IReadOnlyList<Journey> back, int earliest)
    {
        (int low, int high) = (0, back.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (back[middle].Leave >= earliest) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
