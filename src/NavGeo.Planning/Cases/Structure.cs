using NavGeo.Planning.Language;

namespace NavGeo.Planning.Cases;

/// <summary>
/// Kontorstruktur, modell: a complete answer to which offices there are, which municipalities belong to each, and
/// which sites are open.
/// </summary>
/// <param name="Id">Short and unique in the case: "A", "E", "dagens".</param>
/// <param name="Name">As users see it, in their language.</param>
/// <param name="Offices">In the order of the case file.</param>
public sealed record Structure(string Id, Names Name, IReadOnlyList<Office> Offices)
{
    private readonly Dictionary<string, (bool IsStaffed, double Days)> openDays = OpenDaysOf(Offices);

    /// <summary>
    /// Ids of the sites that are staffed and open at least one day a week, without repetition, in order of appearance.
    /// Meeting rooms and video points are not among them.
    /// </summary>
    public IReadOnlyList<string> OpenSites { get; } =
        [.. Offices.SelectMany(o => o.OpenSites).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Days a week a site is open, 0 for closed: as staffed site before meeting room, and of several offices by the one that
    /// opens it most.
    /// </summary>
    public double OpenDaysOf(string site) => openDays.GetValueOrDefault(site).Days;

    /// <summary>The days a site is open and staffed, of whichever office; none for a closed one. Assumed where only their count is known.</summary>
    public Weekdays WeekdaysOf(string site)
    {
        Weekdays days = Weekdays.None;
        foreach (Office office in Offices)
        {
            for (int i = 0; i < office.Sites.Count; i++)
            {
                if (office.Sites[i] == site && office.IsOpen(i)) days |= office.WeekdaysOf(i);
            }
        }
        return days;
    }

    /// <summary>Whether every open site is open all five weekdays.</summary>
    public bool IsOpenAllWeek => OpenSites.All(site => OpenDaysOf(site) >= WeekdayCode.Each.Count);

    /// <summary>
    /// The office that is responsible for a municipality; of a divided one the office that keeps a staffed site there,
    /// else the one with the larger part. Null where there is none.
    /// </summary>
    public Office? FindOffice(PlanningCase planningCase, string municipality)
    {
        Office? whole = Offices.FirstOrDefault(o => o.Municipalities.Contains(municipality, StringComparer.Ordinal));
        if (whole is not null) return whole;
        Municipality[] parts = [.. planningCase.Parts.Where(p => p.PartOf == municipality)];
        return Offices
            .Where(o => Array.Exists(parts, o.Serves))
            .OrderByDescending(o => o.OpenSites.Any(id => planningCase.Sites.Any(s => s.Id == id && s.Municipality == municipality)))
            .ThenByDescending(o => parts.Where(o.Serves).Sum(p => (long)p.Population))
            .FirstOrDefault();
    }

    private static Dictionary<string, (bool IsStaffed, double Days)> OpenDaysOf(IReadOnlyList<Office> offices)
    {
        var openDays = new Dictionary<string, (bool IsStaffed, double Days)>(StringComparer.Ordinal);
        foreach (Office office in offices)
        {
            for (int i = 0; i < office.Sites.Count; i++)
            {
                (bool IsStaffed, double Days) here = (office.KindOf(i).IsStaffed, office.OpenDays[i]);
                if (!openDays.TryGetValue(office.Sites[i], out (bool IsStaffed, double Days) known) || here.CompareTo(known) > 0)
                    openDays[office.Sites[i]] = here;
            }
        }
        return openDays;
    }
}
