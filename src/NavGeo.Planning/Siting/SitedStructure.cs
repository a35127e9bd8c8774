using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>A siting answer as a structure of its case, to be compared, drawn and reported like any other.</summary>
public static class SitedStructure
{
    /// <summary>What the answer is called: a sum worked out for one aim, and no proposal.</summary>
    public static Phrase NameOf(SitingAnswer answer) => new("siting.structure-name-" + answer.Question.Model switch
    {
        SitingModel.PMedian or SitingModel.CapacitatedPMedian => "sum",
        SitingModel.PCenter or SitingModel.Lexicographic => "worst",
        SitingModel.MaxCover => "cover",
        _ => "fewest",
    }, answer.Sites.Count);

    /// <summary>
    /// One office a chosen site that most people of some municipality go to, responsible for those municipalities; a chosen
    /// site that is nobody's first choice belongs to the office of its own municipality. Municipalities that were not
    /// planned keep their offices of the baseline.
    /// </summary>
    /// <param name="sited">The planned case.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="id">Of the structure.</param>
    public static Structure Of(SitingCase sited, SitingAnswer answer, string id)
    {
        PlanningCase planningCase = sited.Study.Case;
        Demand demand = planningCase.Demand;
        var people = new long[planningCase.Municipalities.Count, sited.Sites.Count];
        for (int row = 0; row < sited.Places.Count; row++)
        {
            if (answer.Assignment[row] >= 0)
                people[demand.Municipalities[sited.Places[row]], answer.Assignment[row]] += demand.People[sited.Places[row]];
        }
        HashSet<string> planned = [.. sited.Sites.Select(s => planningCase.Sites[s].Municipality), .. sited.Places
            .Select(p => planningCase.Municipalities[demand.Municipalities[p]].Number)];
        var members = answer.Sites.ToDictionary(s => s, _ => new List<string>());
        for (int m = 0; m < planningCase.Municipalities.Count; m++)
        {
            string number = planningCase.Municipalities[m].Number;
            if (!planned.Contains(number)) continue;
            members[answer.Sites.MaxBy(s => (people[m, s], Site(s).Municipality == number, -s))].Add(number);
        }
        var extra = new Dictionary<int, List<int>>();
        foreach (int site in answer.Sites.Where(s => members[s].Count == 0))
        {
            int home = answer.Sites.First(s => members[s].Count > 0
                && (members[s].Contains(Site(site).Municipality) || !members.Values.Any(m => m.Contains(Site(site).Municipality))));
            if (!extra.TryGetValue(home, out List<int>? more)) extra[home] = more = [];
            more.Add(site);
        }
        var offices = new List<Office>();
        foreach (int site in answer.Sites.Where(s => members[s].Count > 0))
        {
            string own = Site(site).Municipality;
            string? host = members[site].Count > 1 && members[site].Contains(own) ? own : null;
            offices.Add(new Office(Site(site).Name, host, members[site], [Site(site).Id, .. extra.GetValueOrDefault(site, []).Select(s => Site(s).Id)]));
        }
        foreach (Office office in planningCase.GetStructure(planningCase.Baseline).Offices)
        {
            string[] left = [.. office.Municipalities.Where(m => !planned.Contains(m))];
            if (left.Length == 0) continue;
            int[] kept = [.. Enumerable.Range(0, office.Sites.Count).Where(i => !IsPlannedSite(office.Sites[i]))];
            offices.Add(new Office(
                Unique(office.Name), left.Contains(office.Host) ? office.Host : null, left, [.. kept.Select(i => office.Sites[i])])
            {
                OpenDays = [.. kept.Select(i => office.OpenDays[i])],
            });
        }
        Phrase called = NameOf(answer);
        Names name = new(called.In(UserLanguage.Bokmaal), called.In(UserLanguage.Nynorsk), called.In(UserLanguage.English));
        return new Structure(id, name, offices);

        ServiceSite Site(int candidate) => planningCase.Sites[sited.Sites[candidate]];

        bool IsPlannedSite(string id) => sited.Sites.Any(s => planningCase.Sites[s].Id == id);

        string Unique(string office) => offices.Exists(o => o.Name == office) ? office + " (2)" : office;
    }
}
