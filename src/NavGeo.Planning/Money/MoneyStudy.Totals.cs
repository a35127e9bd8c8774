using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Money;

/// <summary>What a structure costs in all, and how much more or less than today.</summary>
public sealed partial class MoneyStudy
{
    private MoneyTotal Total(Structure structure)
    {
        string[] kept = Sites(structure);
        string[] before = Sites(baseline);
        NokRange? premises = new NokRange(Loose(structure));
        foreach (string site in kept) premises += Premises(structure, site);
        NokRange? more = new NokRange(Loose(structure) - Loose(baseline));
        // A site that stays costs what it costs, known or not; only what its lines under this structure alone say is a difference.
        foreach (string site in kept)
            more += before.Contains(site, StringComparer.Ordinal) ? new NokRange(Own(structure, site) - Own(baseline, site)) : Premises(structure, site);
        foreach (string site in before.Except(kept, StringComparer.Ordinal)) more -= Premises(baseline, site);
        return new MoneyTotal
        {
            Premises = premises,
            Operation = Operation(structure),
            Once = structure.Id == planningCase.Baseline ? 0 : figures.Costs.Any(c => c.IsOnce && c.Structure == structure.Id)
                ? figures.Costs.Where(c => c.IsOnce && c.Structure == structure.Id).Sum(c => c.Nok) : null,
            IsPartUnknown = before.Except(kept, StringComparer.Ordinal).Any() && !figures.Costs.Any(c => c.Structure == structure.Id && !c.IsOnce),
            Difference = more,
            SitesWithoutCost = [.. kept.Where(s => KnownPremises(structure, s) is null)],
            StillPaid = [.. figures.Costs.Where(c => c is { PaidUntil: not null, Site: not null, Structure: null } && before.Contains(c.Site, StringComparer.Ordinal) && !kept.Contains(c.Site, StringComparer.Ordinal))],
        };
    }

    private NokRange? Operation(Structure structure)
    {
        if (!planningCase.Staffing.Any()) return null;
        NokRange? fte = new NokRange(0);
        foreach (Office office in structure.Offices.SelectMany(Today).Distinct())
            fte += Equivalents(office.Municipalities) is { } staff ? new NokRange(staff.State + staff.Municipal) : prices.Equivalents(People(office));
        return fte * Setting(AssumptionKey.OperatingNok);
    }

    /// <summary>Lines of no site: today's stay whatever is closed, those of the structure come in addition.</summary>
    private decimal Loose(Structure structure) => Lines(structure).Where(c => c.Site is null).Sum(c => c.Nok);

    private decimal Own(Structure structure, string site) => Lines(structure).Where(c => c.Site == site && c.Structure is not null).Sum(c => c.Nok);

    private static string[] Sites(Structure structure) => [.. structure.Offices.SelectMany(Kept).Distinct(StringComparer.Ordinal)];
}

/// <summary>A sum in kroner that is known, or of which only the least and the most are.</summary>
/// <param name="Least">NOK.</param>
/// <param name="Most">NOK, not less than the least.</param>
public readonly record struct NokRange(decimal Least, decimal Most)
{
    /// <param name="known">NOK.</param>
    public NokRange(decimal known) : this(known, known)
    {
    }

    /// <summary>Whether it is known to the krone.</summary>
    public bool IsKnown => Least == Most;

    /// <summary>The sum of two.</summary>
    public static NokRange operator +(NokRange a, NokRange b) => new(a.Least + b.Least, a.Most + b.Most);

    /// <summary>One less another that may lie anywhere in its range.</summary>
    public static NokRange operator -(NokRange a, NokRange b) => new(a.Least - b.Most, a.Most - b.Least);

    /// <summary>So many times as much.</summary>
    public static NokRange operator *(NokRange a, decimal factor) => new(a.Least * factor, a.Most * factor);
}

/// <summary>What a structure costs in all, NOK a year unless said otherwise.</summary>
public sealed record MoneyTotal
{
    /// <summary>Premises with what is added to them; null where a site's cost is not known and cannot be bounded.</summary>
    public required NokRange? Premises { get; init; }

    /// <summary>Operation; null where the case has no staff. The same under every structure, for årsverk do not fall away.</summary>
    public required NokRange? Operation { get; init; }

    /// <summary>Paid once, NOK; 0 for today, null where the case gives nothing for the structure.</summary>
    public required decimal? Once { get; init; }

    /// <summary>Whether sites close and the case has no line for the room that their staff need elsewhere: then no saving is certain.</summary>
    public required bool IsPartUnknown { get; init; }

    /// <summary>More (positive) or less a year than today.</summary>
    public required NokRange? Difference { get; init; }

    /// <summary>Ids of open sites whose cost is not given.</summary>
    public required IReadOnlyList<string> SitesWithoutCost { get; init; }

    /// <summary>Lines of closed sites that are paid for a while yet, so that the saving comes later.</summary>
    public required IReadOnlyList<CostLine> StillPaid { get; init; }

    /// <summary>Premises and operation.</summary>
    public NokRange? Sum => Premises + (Operation ?? new NokRange(0));
}

/// <summary>What is known of some offices and sites of today as a range for those of which nothing is. Needs two that are known.</summary>
/// <param name="premises">NOK an inhabitant; null where fewer than two sites are known.</param>
/// <param name="site">NOK a site.</param>
/// <param name="fte">Årsverk an inhabitant; null likewise.</param>
internal sealed class PriceEstimate(NokRange? premises, NokRange? site, NokRange? fte)
{
    /// <param name="sites">Inhabitants and known cost of each site of today.</param>
    /// <param name="offices">Inhabitants and known årsverk of each office of today.</param>
    public static PriceEstimate Of((decimal People, decimal? Nok)[] sites, (decimal People, decimal? Equivalents)[] offices) => new(
        Range([.. sites.Where(s => s is { People: > 0, Nok: not null }).Select(s => s.Nok!.Value / s.People)]),
        Range([.. sites.Where(s => s.Nok is not null).Select(s => s.Nok!.Value)]),
        Range([.. offices.Where(o => o is { People: > 0, Equivalents: not null }).Select(o => o.Equivalents!.Value / o.People)]));

    /// <summary>Premises of a site for so many inhabitants; of one that is not there today where null.</summary>
    public NokRange? Premises(decimal? people) => people is { } known ? Whole(premises * known) : site;

    /// <summary>Årsverk of an office for so many inhabitants.</summary>
    public NokRange? Equivalents(decimal people) => fte * people;

    private static NokRange? Whole(NokRange? range) => range is { } r ? new(decimal.Round(r.Least), decimal.Round(r.Most)) : null;

    private static NokRange? Range(decimal[] known) => known.Length < 2 ? null : new(known.Min(), known.Max());
}
