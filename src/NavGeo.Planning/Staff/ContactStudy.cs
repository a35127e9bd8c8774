using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Staff;

/// <summary>The drop-in visits of a case: sums, declines and visits per inhabitant, with the printed sums checked. Immutable.</summary>
public sealed class ContactStudy
{
    private ContactStudy(IReadOnlyList<string> months, IReadOnlyList<ContactRow> sites, ContactRow all, IReadOnlyList<(string, int, int)> checks)
    {
        Months = months;
        Sites = sites;
        All = all;
        SumChecks = checks;
    }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<string> Months { get; }

    /// <summary>One row a site, in the order of the table.</summary>
    public IReadOnlyList<ContactRow> Sites { get; }

    /// <summary>The sum over the sites; null in a month that lacks one.</summary>
    public ContactRow All { get; }

    /// <summary>For each month with a printed sum: month, printed, computed.</summary>
    public IReadOnlyList<(string Month, int Printed, int Computed)> SumChecks { get; }

    /// <summary>Null where the case has no visits.</summary>
    public static ContactStudy? Of(PlanningCase planningCase)
    {
        IReadOnlyList<ContactCount> counts = planningCase.Figures.Contacts;
        string[] sites = [.. counts.Select(c => c.Site).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (sites.Length == 0) return null;
        string[] months = [.. counts.Select(c => c.Month).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ContactRow[] rows = [.. sites.Select(s => new ContactRow(s, [.. months.Select(m => Find(m, s))], InhabitantsOf([s])))];
        var all = new ContactRow(
            null,
            [.. months.Select((_, i) => Array.TrueForAll(rows, r => r.Visits[i] is not null) ? rows.Sum(r => r.Visits[i]) : null)],
            InhabitantsOf(sites));
        return new ContactStudy(months, rows, all,
        [
            .. months.Select((m, i) => (Month: m, Printed: Find(m, null), Computed: all.Visits[i]))
                .Where(c => c.Printed is not null && c.Computed is not null)
                .Select(c => (c.Month, c.Printed!.Value, c.Computed!.Value)),
        ]);

        int? Find(string month, string? site) => counts.FirstOrDefault(c => c.Month == month && c.Site == site)?.Visits;

        long InhabitantsOf(string[] counted)
        {
            var numbers = planningCase.Sites.Where(s => counted.Contains(s.Id, StringComparer.Ordinal))
                .Select(s => s.Municipality).ToHashSet(StringComparer.Ordinal);
            return planningCase.Municipalities.Where(m => numbers.Contains(m.Number)).Sum(m => (long)m.Population);
        }
    }
}

/// <summary>The visits of one site, or of all.</summary>
/// <param name="Site">Id; null for all.</param>
/// <param name="Visits">One number a month, in the order of the months; null where nothing was counted.</param>
/// <param name="Inhabitants">Of the municipality the site stands in, or of all municipalities with a counted site.</param>
public sealed record ContactRow(string? Site, IReadOnlyList<int?> Visits, long Inhabitants)
{
    /// <summary>Per cent fewer in the last month than in the first; negative for more, null where one is missing or 0.</summary>
    public decimal? DeclinePercent => Visits[0] is > 0 and var first && Visits[^1] is { } last ? 100m * (first - last) / first : null;

    /// <summary>Visits a month and 1 000 inhabitants, mean over the months counted.</summary>
    public decimal? MonthlyPerThousand
    {
        get
        {
            int[] counted = [.. Visits.OfType<int>()];
            return counted.Length == 0 || Inhabitants == 0 ? null : 1000m * counted.Sum() / counted.Length / Inhabitants;
        }
    }

    /// <summary>Visits an inhabitant and year, if the months counted stand for the others: an estimate.</summary>
    public decimal? YearlyPerInhabitant => MonthlyPerThousand * 12 / 1000;
}
