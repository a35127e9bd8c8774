using System.Collections.Immutable;
using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>People per municipality in one year. Immutable.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Year">The year they were counted, on 1 January; null where the file does not say.</param>
/// <param name="CodeYear">The year of the numbers; null where neither the file nor the user says.</param>
/// <param name="Rows">Sorted by number, each number once.</param>
public sealed record MunicipalityPeople(string File, int? Year, int? CodeYear, ImmutableArray<MunicipalityCount> Rows)
{
    /// <summary>Everybody.</summary>
    public long TotalPeople => Rows.Sum(r => (long)r.People);

    /// <summary>
    /// The same people by the numbers of another year: mergers are added up; a parted municipality is divided by the
    /// shares the mapping has, or is an error.
    /// </summary>
    /// <param name="mapping">From <see cref="CodeYear"/>.</param>
    /// <param name="findings">Takes a warning for each municipality that was divided by shares, an error for each that cannot be.</param>
    /// <exception cref="InputException">A parted municipality has no shares.</exception>
    public MunicipalityPeople By(CodeMapping mapping, Findings findings)
    {
        var people = new SortedDictionary<string, (string Name, long People)>(StringComparer.Ordinal);
        foreach (MunicipalityCount row in Rows)
        {
            if (mapping.FindSplit(row.Number) is not { } split)
            {
                Add(mapping.FindSuccessor(row.Number)!, row.Name, row.People);
                continue;
            }
            string title = $"{row.Number} {row.Name}".TrimEnd();
            string parts = string.Join(", ", split.Targets.Select(t => t.Number));
            string years = $"{Plain(mapping.FromYear)}–{Plain(mapping.ToYear)}";
            if (!split.HasShares)
            {
                findings.Error(File, null, new Phrase("codes.split", title, parts, years),
                    new Phrase(mapping.FromYear <= mapping.ToYear ? "codes.split.remedy" : "codes.split-back.remedy", Plain(mapping.FromYear), Plain(mapping.ToYear)));
                continue;
            }
            findings.Warning(File, null, new Phrase("codes.divided", title, row.People, parts), new Phrase("codes.divided.remedy"));
            long[] shares = Shares(row.People, split);
            for (int i = 0; i < shares.Length; i++) Add(split.Targets[i].Number, "", shares[i]);
        }
        findings.ThrowIfErrors();
        return this with
        {
            CodeYear = mapping.ToYear,
            Rows = [.. people.Select(p => new MunicipalityCount(p.Key, p.Value.Name, checked((int)p.Value.People)))],
        };

        void Add(string number, string name, long count)
        {
            (string first, long sum) = people.GetValueOrDefault(number, ("", 0));
            people[number] = (first.Length > 0 ? first : name, sum + count);
        }
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static long[] Shares(int people, CodeSplit split)
    {
        double sum = split.Targets.Sum(t => t.Share!.Value);
        return LargestRemainder.Round([.. split.Targets.Select(t => people * t.Share!.Value / sum)]);
    }
}

/// <summary>How many live in a municipality.</summary>
/// <param name="Number">Kommunenummer, four digits.</param>
/// <param name="Name">As the file writes it; empty where it has none.</param>
/// <param name="People">0 or more.</param>
public sealed record MunicipalityCount(string Number, string Name, int People);

/// <summary>Kommunenumre as publishers and spreadsheets write them.</summary>
internal static class MunicipalityNumber
{
    /// <summary>
    /// Four digits out of <c>0301</c>, <c>301</c> (a spreadsheet ate the zero), <c>0301 Oslo</c> and <c>K-0301</c>
    /// (Statistics Norway's series by today's numbers); null where it is none of these.
    /// </summary>
    public static string? Find(string written)
    {
        string digits = written.StartsWith("K-", StringComparison.Ordinal) ? written[2..] : written.Trim().Split(' ')[0];
        return digits.Length is 3 or 4 && digits.All(char.IsAsciiDigit) ? digits.PadLeft(4, '0') : null;
    }
}
