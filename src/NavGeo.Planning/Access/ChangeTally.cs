using NavGeo.Routing;

namespace NavGeo.Planning.Access;

/// <summary>Adds up changes place by place. Scratch for one thread.</summary>
internal sealed class ChangeTally
{
    private readonly long[] pushedBeyond = new long[AccessIndicators.Thresholds.Count];
    private long people;
    private long gain;
    private long lose;
    private long loseAccess;
    private long gainAccess;
    private long personMilliseconds;
    private long worst;

    public void Add(TravelTime before, TravelTime after, int count)
    {
        people += count;
        if (before == after) return;
        if (!after.IsReachable)
        {
            loseAccess += count;
            return;
        }
        if (!before.IsReachable)
        {
            gainAccess += count;
            return;
        }
        // Lost access is another thing than a long way, and is counted apart.
        for (int i = 0; i < pushedBeyond.Length; i++)
        {
            int minutes = AccessIndicators.Thresholds[i];
            if (before.IsWithinMinutes(minutes) && !after.IsWithinMinutes(minutes)) pushedBeyond[i] += count;
        }
        long difference = (long)after.Milliseconds - before.Milliseconds;
        if (difference < 0) gain += count;
        else lose += count;
        personMilliseconds += difference * count;
        if (count > 0) worst = Math.Max(worst, difference);
    }

    /// <summary>Adds what another tally added.</summary>
    public void Add(ChangeTally other)
    {
        people += other.people;
        gain += other.gain;
        lose += other.lose;
        loseAccess += other.loseAccess;
        gainAccess += other.gainAccess;
        personMilliseconds += other.personMilliseconds;
        worst = Math.Max(worst, other.worst);
        for (int i = 0; i < pushedBeyond.Length; i++) pushedBeyond[i] += other.pushedBeyond[i];
    }

    public AccessChange ToChange() => new()
    {
        People = people,
        Gain = gain,
        Lose = lose,
        LoseAccess = loseAccess,
        GainAccess = gainAccess,
        PersonMilliseconds = personMilliseconds,
        WorstMilliseconds = worst,
        PushedBeyond = [.. pushedBeyond],
    };
}
