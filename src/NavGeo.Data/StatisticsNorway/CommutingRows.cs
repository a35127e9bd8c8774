using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>The rows of a commuting file, not yet held against any municipalities.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Year">The year; null where the file does not say.</param>
/// <param name="Rows">Each pair once.</param>
public sealed record CommutingRows(string File, int? Year, IReadOnlyList<CommutingRow> Rows)
{
    /// <summary>From this share of unknown numbers on, the matrix is of another year (or another country).</summary>
    private const double OtherYearShare = 0.1;

    /// <summary>Pairs whose number the publisher hides or does not know: they are counted as nobody, and a warning names them.</summary>
    public IReadOnlyList<(string Home, string Work)> Hidden { get; init; } = [];

    /// <summary>Whether a sign in place of a number says that there is one, and that it is not told (<c>:</c>, <c>..</c>); <c>-</c> and <c>.</c> are nobody.</summary>
    public static bool IsHidden(string sign) => sign is ":" or "..";

    /// <summary>The matrix of some municipalities, with a finding for everything that does not fit.</summary>
    /// <param name="municipalities">In their order.</param>
    /// <param name="findings">Takes what does not fit.</param>
    /// <param name="codes">Used where the file is of the year that these begin with, or says no year and has other numbers; null where none were given.</param>
    /// <exception cref="InputException">The numbers are those of another year.</exception>
    public CommutingMatrix ToMatrix(IReadOnlyList<Municipality> municipalities, Findings findings, CodeMapping? codes = null)
    {
        var indexOf = municipalities.Select((m, i) => (m.Number, i)).ToDictionary(m => m.Number, m => m.i, StringComparer.Ordinal);
        if (codes is not null && (Year ?? codes.FromYear) == codes.FromYear && indexOf.Keys.Any(codes.Arrivals.Contains))
            return CommutingRecoding.Of(this, codes, findings).ToMatrix(municipalities, findings);
        NameHidden(municipalities, indexOf, findings);
        CheckNumbers(indexOf, municipalities.Count, findings);
        int count = municipalities.Count;
        var workers = new int[count * count];
        int pairs = 0;
        foreach (CommutingRow row in Rows)
        {
            if (!indexOf.TryGetValue(row.Home, out int home) || !indexOf.TryGetValue(row.Work, out int work)) continue;
            workers[home * count + work] = row.Workers;
            pairs++;
        }
        if (pairs < count * count)
            findings.Note(File, null, new Phrase("regions.missing-pairs", count * count - pairs, count * count), new Phrase("regions.missing-pairs.remedy"));
        var matrix = new CommutingMatrix(count, workers);
        if (matrix.Total == 0) throw new InputException(File, null, new Phrase("regions.nobody"), new Phrase("regions.other-year.remedy"));
        for (int m = 0; m < count; m++)
        {
            string name = Named(municipalities[m]);
            if (matrix.Residents[m] == 0) findings.Warning(File, null, new Phrase("regions.no-residents", name), new Phrase("regions.no-residents.remedy"));
            if (matrix.Jobs[m] == 0) findings.Warning(File, null, new Phrase("regions.no-jobs", name), new Phrase("regions.no-jobs.remedy"));
        }
        return matrix;
    }

    /// <summary>Without the parted municipalities of which no part is among these: how they were parted concerns nobody here.</summary>
    public CommutingRows Within(IReadOnlyList<Municipality> municipalities, CodeMapping codes)
    {
        var own = municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
        var foreign = codes.Splits.Where(s => !s.Targets.Any(t => own.Contains(t.Number))).Select(s => s.Number).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Rows = [.. Rows.Where(r => !foreign.Contains(r.Home) && !foreign.Contains(r.Work))],
            Hidden = [.. Hidden.Where(h => !foreign.Contains(h.Home) && !foreign.Contains(h.Work))],
        };
    }

    private void NameHidden(IReadOnlyList<Municipality> municipalities, Dictionary<string, int> indexOf, Findings findings)
    {
        string[] pairs = [.. Hidden.Where(h => indexOf.ContainsKey(h.Home) && indexOf.ContainsKey(h.Work))
            .Select(h => $"{Named(municipalities[indexOf[h.Home]])} – {Named(municipalities[indexOf[h.Work]])}")];
        if (pairs.Length == 0) return;
        string listed = string.Join("; ", pairs.Take(8)) + (pairs.Length > 8 ? " …" : "");
        findings.Warning(File, null, new Phrase("regions.hidden", pairs.Length, listed), new Phrase("regions.hidden.remedy"));
    }

    private static string Named(Municipality municipality) => $"{municipality.Number} {municipality.Name}";

    private void CheckNumbers(Dictionary<string, int> indexOf, int count, Findings findings)
    {
        var unknown = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (CommutingRow row in Rows)
        {
            foreach (string number in (ReadOnlySpan<string>)[row.Home, row.Work])
            {
                if (indexOf.ContainsKey(number)) known.Add(number);
                else unknown[number] = unknown.GetValueOrDefault(number) + row.Workers;
            }
        }
        // A case of one valley has few of the country's municipalities; what counts is whether its own are in the file.
        if (count - known.Count > OtherYearShare * count && unknown.Count > 0)
        {
            throw new InputException(
                File,
                null,
                new Phrase("regions.other-year", Year?.ToString(CultureInfo.InvariantCulture) ?? "?", count - known.Count, count, string.Join(", ", indexOf.Keys.Where(n => !known.Contains(n)).Order(StringComparer.Ordinal).Take(5))),
                new Phrase("regions.other-year.remedy"));
        }
        if (unknown.Count == 0) return;
        bool isPart = unknown.Count > known.Count / 10;
        string listed = string.Join(", ", unknown.Keys.Take(8)) + (unknown.Count > 8 ? " …" : "");
        if (isPart) findings.Note(File, null, new Phrase("regions.beyond", unknown.Count), new Phrase("regions.beyond.remedy"));
        else findings.Warning(File, null, new Phrase("regions.unknown-codes", unknown.Count, listed, unknown.Values.Sum()), new Phrase("regions.unknown-codes.remedy"));
    }
}

/// <summary>How many live in one municipality and work in another.</summary>
/// <param name="Home">Four digits.</param>
/// <param name="Work">Four digits.</param>
/// <param name="Workers">Persons, 0 or more.</param>
public readonly record struct CommutingRow(string Home, string Work, int Workers);
