using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Hierarchy.Sweep;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Access;

/// <summary>Sends every place of a study to a site of one structure, under a rule.</summary>
internal sealed class SiteChoice
{
    private readonly PlanningCase planningCase;
    private readonly AccessStudy study;
    private readonly Structure structure;
    private readonly Dictionary<string, int> siteIndex;

    public SiteChoice(AccessStudy study, Structure structure)
    {
        planningCase = study.Case;
        this.study = study;
        this.structure = structure;
        siteIndex = planningCase.Sites.Index().ToDictionary(s => s.Item.Id, s => s.Index, StringComparer.Ordinal);
    }

    public SiteAssignment Assign(AccessRule rule) => rule.Kind switch
    {
        AccessRuleKind.OwnOffice => Single(NearestOf(OwnOffice())),
        AccessRuleKind.Today => Single(NearestOf(Everywhere(rule.Day))),
        AccessRuleKind.OpeningDays => OverTheWeek(),
        AccessRuleKind.Appointment => Single(NearestOf(Everywhere(Weekdays.All, kind => kind != SiteKind.Video))),
        AccessRuleKind.Video => Single(NearestOf(Everywhere(Weekdays.All, _ => true))),
        _ => Single(NearestOf(Everywhere(Weekdays.All))),
    };

    /// <summary>The staffed sites open on one of the days, to everybody.</summary>
    private bool[] Everywhere(Weekdays days) => Everywhere(days, kind => kind.IsStaffed);

    private bool[] Everywhere(Weekdays days, Func<SiteKind, bool> counts)
    {
        var open = new bool[planningCase.Sites.Count];
        foreach (Office office in structure.Offices) Open(office, days, counts, open);
        return open;
    }

    /// <summary>For people of each municipality or part the sites of the office that is responsible for it.</summary>
    private bool[][] OwnOffice()
    {
        bool[][] open = [.. planningCase.Areas.Select(_ => new bool[planningCase.Sites.Count])];
        foreach (Office office in structure.Offices)
        {
            foreach ((int area, Municipality served) in planningCase.Areas.Index())
            {
                if (office.Serves(served)) Open(office, Weekdays.All, kind => kind.IsStaffed, open[area]);
            }
        }
        return open;
    }

    /// <summary>Index of the place's part or municipality among <see cref="PlanningCase.Areas"/>; below 0 for outside.</summary>
    private int AreaOf(int place) => planningCase.Demand.Parts.TryGetValue(place, out int part)
        ? planningCase.Municipalities.Count + part : planningCase.Demand.Municipalities[place];

    private void Open(Office office, Weekdays days, Func<SiteKind, bool> counts, bool[] open)
    {
        for (int i = 0; i < office.Sites.Count; i++)
        {
            if ((office.WeekdaysOf(i) & days) == 0 || office.OpenDays[i] <= 0 || !counts(office.KindOf(i))) continue;
            if (siteIndex.TryGetValue(office.Sites[i], out int site)) open[site] = true;
        }
    }

    private SiteAssignment Single((int[] Sites, int[] Milliseconds) nearest) =>
        new(nearest.Sites, nearest.Milliseconds, StatesOf(nearest.Sites), new byte[nearest.Sites.Length]);

    /// <summary>The nearest open site of every place in a municipality.</summary>
    private (int[] Sites, int[] Milliseconds) NearestOf(bool[] isOpen)
    {
        NearestSources nearest = study.Nearest(isOpen);
        for (int place = 0; place < nearest.Sources.Length; place++)
        {
            if (planningCase.Demand.Municipalities[place] >= 0) continue;
            nearest.Sources[place] = SiteAssignment.NoSite;
            nearest.Milliseconds[place] = TravelTime.UnreachableMilliseconds;
        }
        return (nearest.Sources, nearest.Milliseconds);
    }

    /// <summary>The same with other sites open to each municipality.</summary>
    private (int[] Sites, int[] Milliseconds) NearestOf(bool[][] isOpen)
    {
        TravelTimeMatrix times = study.Times;
        Demand demand = planningCase.Demand;
        bool hasParts = demand.Parts.Count > 0;
        var nearest = new int[demand.Count];
        var milliseconds = new int[demand.Count];
        Array.Fill(nearest, SiteAssignment.NoSite);
        Array.Fill(milliseconds, TravelTime.UnreachableMilliseconds);
        for (int place = 0; place < nearest.Length; place++)
        {
            int area = hasParts ? AreaOf(place) : demand.Municipalities[place];
            if (area < 0) continue;
            ReadOnlySpan<int> row = times.Row(place);
            bool[] choice = isOpen[area];
            for (int site = 0; site < row.Length; site++)
            {
                if (row[site] >= milliseconds[place] || !choice[site]) continue;
                milliseconds[place] = row[site];
                nearest[place] = site;
            }
        }
        return (nearest, milliseconds);
    }

    private SiteAssignment OverTheWeek()
    {
        int count = planningCase.Demand.Count;
        (int[] Sites, int[] Milliseconds)[] days = [.. WeekdayCode.Each.Select(day => NearestOf(Everywhere(day)))];
        var usual = new int[count];
        var expected = new int[count];
        var daysWithout = new byte[count];
        for (int place = 0; place < count; place++)
        {
            (int[] Sites, int[] Milliseconds)[] open = [.. days.Where(d => d.Sites[place] != SiteAssignment.NoSite)];
            daysWithout[place] = (byte)(days.Length - open.Length);
            usual[place] = open.Length == 0 ? SiteAssignment.NoSite
                : open.GroupBy(d => d.Sites[place]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
            expected[place] = open.Length == 0 ? TravelTime.UnreachableMilliseconds
                : (int)Math.Round(open.Sum(d => (decimal)d.Milliseconds[place]) / open.Length, MidpointRounding.AwayFromZero);
        }
        return new SiteAssignment(usual, expected, StatesOf(usual), daysWithout);
    }

    private AccessState[] StatesOf(int[] sites)
    {
        var states = new AccessState[sites.Length];
        for (int place = 0; place < states.Length; place++) states[place] = StateOf(place, sites[place]);
        return states;
    }

    private AccessState StateOf(int place, int site)
    {
        if (planningCase.Demand.Municipalities[place] < 0) return AccessState.Outside;
        if (site != SiteAssignment.NoSite) return AccessState.Served;
        return study.Places[place].Snap.State switch
        {
            SnapState.TooFar => AccessState.NoRoad,
            SnapState.AcrossWater => AccessState.AcrossWater,
            _ => AccessState.NotConnected,
        };
    }
}
