using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Staff;

/// <summary>
/// The site an office's staff is counted at where nothing else is said: of the open sites the one in the host
/// municipality; without a host the one with most open days, then the one in the municipality with most inhabitants,
/// then the first named.
/// </summary>
public static class MainSite
{
    /// <summary>The main site; null for an office without an open one.</summary>
    public static ServiceSite? Of(PlanningCase planningCase, Office office)
    {
        var open = office.Sites
            .Select((id, i) => (Site: planningCase.Sites.First(s => s.Id == id), Days: office.OpenDays[i]))
            .Where((_, i) => office.IsOpen(i))
            .ToList();
        return open
            .OrderByDescending(s => office.Host is not null && s.Site.Municipality == office.Host)
            .ThenByDescending(s => s.Days)
            .ThenByDescending(s => planningCase.Municipalities.FirstOrDefault(m => m.Number == s.Site.Municipality)?.Population ?? 0)
            .Select(s => s.Site)
            .FirstOrDefault();
    }
}
