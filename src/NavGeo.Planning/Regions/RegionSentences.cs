using NavGeo.Planning.Language;

namespace NavGeo.Planning.Regions;

/// <summary>Why a municipality is where it is, in the user's language.</summary>
/// <param name="division">What is explained.</param>
/// <param name="language">In which language.</param>
public sealed class RegionSentences(RegionDivision division, UserLanguage language)
{
    private readonly Phrasebook texts = Phrasebook.For(language);

    /// <summary>
    /// Everything there is to say about one municipality, a line each: where it is and why, the tests that were tried with
    /// their numbers, and the smallest changes that would move it.
    /// </summary>
    public IReadOnlyList<string> Explain(int municipality)
    {
        Placement placement = division.Placements[municipality];
        var lines = new List<string> { Summary(municipality) };
        lines.AddRange(placement.Tests.Select(t => Test(municipality, t)));
        lines.AddRange(Changes(municipality));
        return lines;
    }

    /// <summary>One sentence: "1832 Hemnes is with 1833 Rana: 36.2 min, 14.2 % out, 3.1 % in (car75-out8)."</summary>
    public string Summary(int municipality)
    {
        Placement placement = division.Placements[municipality];
        string name = Named(municipality);
        string reason = texts.Say(ReasonKey(placement.Test), placement.Test);
        switch (placement.Role)
        {
            case PlacementRole.Centre:
                return texts.Say("regions.say.centre", name, division.RegionOf(municipality).Members.Count, reason);
            case PlacementRole.Single:
                return texts.Say("regions.say.single", name, reason);
            default:
                string centre = Named(placement.Centre);
                string time = placement.Time.IsReachable ? texts.Say("regions.say.minutes", placement.Time.Minutes) : texts.Say("regions.say.no-way");
                return placement.OutPercent is { } outShare && placement.InPercent is { } inShare
                    ? texts.Say("regions.say.member", name, centre, time, outShare, inShare, reason)
                    : texts.Say("regions.say.member-time", name, centre, time, reason);
        }
    }

    /// <summary>What placed it, in words alone: the numbers of the deciding test with their limits where it was a test.</summary>
    public string Decided(int municipality)
    {
        Placement placement = division.Placements[municipality];
        bool isTest = ReasonKey(placement.Test) == "regions.reason.test" || placement.Test is "nearest" or "link" || (placement.Test == "centre" && division.Rule is TimeRule);
        return isTest && placement.Tests.FirstOrDefault(t => t.Holds) is { } deciding
            ? string.Join("; ", deciding.Numbers.Select(n => double.IsInfinity(n.Value) ? Number(n)
                : texts.Say("regions.q.limit", texts.Say("regions.q." + n.Quantity, n.Value), texts.Say("regions.cmp." + n.Comparison, n.Limit))))
            : texts.Say(placement.Test == "own" && division.Rule is TimeRule ? "regions.reason.own-time" : ReasonKey(placement.Test), placement.Test);
    }

    /// <summary>The smallest changes that would move it; one line that says so where there is none.</summary>
    public IReadOnlyList<string> Changes(int municipality)
    {
        Placement placement = division.Placements[municipality];
        var lines = new List<string>();
        foreach (FlipChange change in ((FlipChange?[])[placement.CommutingChange, placement.TimeChange]).OfType<FlipChange>())
        {
            string key = (change.IsMinutes, change.Amount >= 0) switch
            {
                (false, true) => "regions.change.more",
                (false, false) => "regions.change.less",
                (true, true) => "regions.change.farther",
                (true, false) => "regions.change.nearer",
            };
            string outcome = change.Goes == municipality ? texts.Say("regions.change.alone") : texts.Say("regions.change.follow", Named(change.Goes));
            lines.Add(texts.Say(key, outcome, Math.Abs(change.Amount), Named(change.About)));
        }
        if (lines.Count == 0 && placement.Role != PlacementRole.Centre) lines.Add(texts.Say("regions.change.none"));
        return lines;
    }

    private string Test(int municipality, TestOutcome test)
    {
        string other = test.Other == municipality ? "" : Named(test.Other);
        string name = test.Test == "centre" && other.Length > 0 ? texts.Say("regions.test.centre-beside", other)
            : (other.Length == 0 ? "" : other + ", ") + texts.Say(TestKey(test.Test), test.Test);
        return texts.Say(test.Holds ? "regions.say.test-holds" : "regions.say.test-fails", name, string.Join("; ", test.Numbers.Select(Number)));
    }

    private string Number(TestNumber number)
    {
        if (double.IsInfinity(number.Value)) return texts.Say(number.Quantity == MeasuredQuantity.MinutesToLarger ? "regions.q.no-larger" : "regions.q.no-way");
        string value = texts.Say("regions.q." + number.Quantity, number.Value);
        string limit = texts.Say("regions.cmp." + number.Comparison, number.Limit);
        return texts.Say(number.Holds ? "regions.q.holds" : "regions.q.fails", value, limit, Math.Abs(number.Slack));
    }

    private string Named(int municipality) => $"{division.Market.Municipalities[municipality].Number} {division.Market.Municipalities[municipality].Name}";

    private static string ReasonKey(string test) => test switch
    {
        "centre" or "emerged" or "twin" or "pair" or "pinned" or "given" or "not-given" or "own" or "own-contiguity" or "contiguity" or "nearest" or "link" or "order" or "region"
            => "regions.reason." + test,
        _ => "regions.reason.test",
    };

    private static string TestKey(string test) => test switch
    {
        "centre" or "nearest" or "link" or "region" or "strongest" => "regions.test." + test,
        _ => "regions.test.named",
    };
}
