using NavGeo.Routing;

namespace NavGeo.Planning.Regions;

/// <summary>Says of each municipality which test placed it, which did not, and what would move it.</summary>
internal sealed class OwnCentresExplainer(AttachmentTest[] tests, ChosenCentres centres, CentreAttachment attachment)
{
    /// <summary>So many centres besides its own are shown for each municipality.</summary>
    private const int OthersShown = 3;

    /// <summary>The placement of one municipality.</summary>
    /// <param name="m">Its index.</param>
    /// <param name="pairs">Its numbers with every centre, the one it prefers first.</param>
    /// <param name="region">Index of its region.</param>
    public Placement Explain(int m, AttachmentPair[] pairs, int region)
    {
        int follows = attachment.Follows[m];
        if (follows == m) return ExplainCentre(m, pairs, region);
        IEnumerable<AttachmentPair> shown = pairs.Where(p => p.Centre == follows)
            .Concat(pairs.Where(p => p.Centre != follows).OrderBy(p => p.AnyMinutes).ThenBy(p => p.Centre).Take(1))
            .Concat(pairs.Where(p => p.Centre != follows).Take(OthersShown)).DistinctBy(p => p.Centre);
        List<TestOutcome> outcomes = [.. shown.SelectMany(p => tests.Select(t => new TestOutcome(t.Name, p.Centre, t.Numbers(p))))];
        outcomes.Add(centres.Tests[m]);
        if (follows == CentreAttachment.Alone)
        {
            return new Placement
            {
                Region = region,
                Centre = m,
                Role = PlacementRole.Single,
                Test = attachment.IsDiverted(m) ? "own-contiguity" : "own",
                CommutingChange = attachment.IsDiverted(m) ? null : Flips(m, m, pairs, isMinutes: false),
                TimeChange = attachment.IsDiverted(m) ? null : Flips(m, m, pairs, isMinutes: true),
                Tests = outcomes,
            };
        }
        AttachmentPair own = pairs.First(p => p.Centre == follows);
        AttachmentTest? fired = Array.Find(tests, t => t.Holds(own));
        bool isFree = !attachment.IsBridge[m] && !attachment.IsDiverted(m);
        if (fired is not null && !attachment.IsBridge[m])
        {
            TestOutcome first = outcomes.First(o => o.Test == fired.Name && o.Other == follows);
            outcomes.Remove(first);
            outcomes.Insert(0, first);
        }
        double minutes = fired is { IsAnyMode: true } ? own.AnyMinutes : double.IsFinite(own.CarMinutes) ? own.CarMinutes : own.AnyMinutes;
        return new Placement
        {
            Region = region,
            Centre = follows,
            Role = PlacementRole.Member,
            Test = attachment.IsBridge[m] || fired is null ? "contiguity" : fired.Name,
            Time = MunicipalityTimes.TimeOf(minutes),
            OutPercent = own.OutPercent,
            InPercent = own.InPercent,
            CommutingChange = isFree ? Flips(m, follows, pairs, isMinutes: false) : null,
            TimeChange = isFree ? Flips(m, follows, pairs, isMinutes: true) : null,
            Tests = outcomes,
        };
    }

    private Placement ExplainCentre(int m, AttachmentPair[] pairs, int region)
    {
        int main = attachment.MainOf(m);
        AttachmentPair? partner = main == m ? null : pairs.First(p => p.Centre == main);
        return new Placement
        {
            Region = region,
            Centre = main,
            Role = main == m ? PlacementRole.Centre : PlacementRole.SecondCentre,
            Test = centres.Reasons[m],
            Time = partner is { } p ? MunicipalityTimes.TimeOf(p.AnyMinutes) : TravelTime.FromMilliseconds(0),
            OutPercent = partner?.OutPercent,
            InPercent = partner?.InPercent,
            Tests = [centres.Tests[m]],
        };
    }

    /// <summary>The least sum that attaches at these times; infinite where none does.</summary>
    private double NeededPercent(double car, double any)
    {
        double needed = double.PositiveInfinity;
        foreach (AttachmentTest test in tests)
        {
            if (!test.IsOutOnly && (test.IsAnyMode ? any : car) < test.Minutes) needed = Math.Min(needed, test.Percent);
        }
        return needed;
    }

    private bool Qualifies(AttachmentPair pair) => pair.SumPercent > NeededPercent(pair.CarMinutes, pair.AnyMinutes);

    /// <summary>The smallest of all changes of one kind; of equal ones the first.</summary>
    private FlipChange? Flips(int m, int follows, AttachmentPair[] pairs, bool isMinutes)
    {
        AttachmentPair? own = follows == m ? null : pairs.First(p => p.Centre == follows);
        double toBeat = own?.SumPercent ?? double.NegativeInfinity;
        var changes = new List<FlipChange>();
        if (own is { } now) changes.AddRange(isMinutes ? Farther(m, now, pairs) : Weaker(m, now, pairs));
        foreach (AttachmentPair other in pairs.Where(p => p.Centre != follows))
        {
            if (isMinutes)
            {
                if (other.SumPercent > toBeat && Nearer(other) is { } minutes) changes.Add(new FlipChange(true, -minutes, other.Centre, other.Centre));
            }
            else
            {
                double needed = Math.Max(NeededPercent(other.CarMinutes, other.AnyMinutes), toBeat);
                if (double.IsFinite(needed)) changes.Add(new FlipChange(false, needed - other.SumPercent, other.Centre, other.Centre));
            }
        }
        return changes.Count == 0 ? null : changes.MinBy(c => Math.Abs(c.Amount));
    }

    /// <summary>Losing commuters to the own centre, until another is stronger or no test holds.</summary>
    private IEnumerable<FlipChange> Weaker(int m, AttachmentPair own, AttachmentPair[] pairs)
    {
        double needed = NeededPercent(own.CarMinutes, own.AnyMinutes);
        AttachmentPair? next = Next(own, pairs);
        double floor = Math.Max(needed, next?.SumPercent ?? double.NegativeInfinity);
        if (double.IsFinite(floor)) yield return new FlipChange(false, floor - own.SumPercent, own.Centre, next?.Centre ?? m);
    }

    /// <summary>Getting farther from the own centre by car, until no test holds.</summary>
    private IEnumerable<FlipChange> Farther(int m, AttachmentPair own, AttachmentPair[] pairs)
    {
        if (!double.IsFinite(own.CarMinutes)) yield break;
        foreach (double limit in tests.Select(t => t.Minutes).Distinct().Order().Where(l => l >= own.CarMinutes))
        {
            if (own.SumPercent > NeededPercent(limit, Math.Min(limit, own.AlternativeMinutes))) continue;
            yield return new FlipChange(true, limit - own.CarMinutes, own.Centre, Next(own, pairs)?.Centre ?? m);
            yield break;
        }
    }

    /// <summary>So many minutes less to another centre and its commuting is enough; null where no time makes it so.</summary>
    private double? Nearer(AttachmentPair other)
    {
        if (Qualifies(other)) return 0;
        double? least = null;
        foreach (AttachmentTest test in tests)
        {
            double now = test.IsAnyMode ? other.AnyMinutes : other.CarMinutes;
            double share = test.IsOutOnly ? other.OutPercent : other.SumPercent;
            if (share > test.Percent && double.IsFinite(now) && (least is null || now - test.Minutes < least)) least = now - test.Minutes;
        }
        return least;
    }

    /// <summary>Where it would go if the own centre were not.</summary>
    private AttachmentPair? Next(AttachmentPair own, AttachmentPair[] pairs)
    {
        foreach (AttachmentPair pair in pairs)
        {
            if (pair.Centre != own.Centre && Qualifies(pair)) return pair;
        }
        return null;
    }
}
