using NavGeo.Planning.Cases;

namespace NavGeo.Maps;

/// <summary>What a structure does with a site: which office keeps it and how many days a week it is open.</summary>
/// <param name="Office">Name of the office; null where the structure does not use the site.</param>
/// <param name="OpenDays">Days a week, 0 to 5; 0 for closed.</param>
/// <param name="Kind">What it is; of no meaning where the structure does not use it.</param>
public readonly record struct SiteOpening(string? Office, double OpenDays, SiteKind Kind = SiteKind.Full)
{
    /// <summary>Days a week that count as every working day.</summary>
    public const double EveryDay = 5;

    /// <summary>Whether it is staffed and open at least now and then.</summary>
    public bool IsOpen => OpenDays > 0 && Kind.IsStaffed;

    /// <summary>Whether it is open every working day.</summary>
    public bool IsOpenEveryDay => IsOpen && OpenDays >= EveryDay;

    /// <summary>What <paramref name="structure"/> does with a site; of several offices the one that opens it most.</summary>
    public static SiteOpening Of(Structure structure, string site) => OfEach(structure).GetValueOrDefault(site);

    /// <summary>The same for every site that a structure uses, by id; the default is a site it does not use.</summary>
    public static IReadOnlyDictionary<string, SiteOpening> OfEach(Structure structure)
    {
        var openings = new Dictionary<string, SiteOpening>(StringComparer.Ordinal);
        foreach (Office office in structure.Offices)
        {
            for (int i = 0; i < office.Sites.Count; i++)
            {
                if (!openings.TryGetValue(office.Sites[i], out SiteOpening known) || office.OpenDays[i] > known.OpenDays)
                    openings[office.Sites[i]] = new SiteOpening(office.Name, office.OpenDays[i], office.KindOf(i));
            }
        }
        return openings;
    }
}
