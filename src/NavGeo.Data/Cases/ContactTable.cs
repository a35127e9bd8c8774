using System.Text.RegularExpressions;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>contacts.csv</c>: drop-in visits a month, where the case has them.</summary>
internal static partial class ContactTable
{
    public const string Name = "contacts.csv";

    private static readonly TableColumns Columns = new(["month", "site", "visits"]);

    /// <summary>In the order of the file; warns of printed sums that are not the sum.</summary>
    public static List<ContactCount> Read(CaseInput input, IReadOnlyList<Located<ServiceSite>>? sites)
    {
        var counts = new List<ContactCount>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return counts;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string month = row.Text("month");
            if (month.Length > 0 && !MonthPattern().IsMatch(month))
                row.Error(new Phrase("case.unknown-value", "month", month), new Phrase("staffing.month.remedy"));
            string? site = row.OptionalText("site");
            if (site is not null) row.IsSite("site", site, sites);
            row.IsFirst(lines, "site", $"{month} {site}");
            int visits = row.Whole("visits", 0, 10_000_000);
            if (!row.IsFaulty) counts.Add(new ContactCount(month, site, visits));
        }
        foreach (DelimitedRow row in table.Rows.Where(r => !r.IsFaulty && r.OptionalText("site") is null))
        {
            int sum = counts.Where(c => c.Month == row["month"] && c.Site is not null).Sum(c => c.Visits);
            int printed = counts.First(c => c.Month == row["month"] && c.Site is null).Visits;
            if (sum != printed) row.Warning(new Phrase("staffing.contact-sum", printed, sum), new Phrase("staffing.contact-sum.remedy"));
        }
        return counts;
    }

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthPattern();
}
