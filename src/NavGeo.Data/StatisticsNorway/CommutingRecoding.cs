using System.Globalization;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// A commuting matrix in the municipality numbers of another year. Merged municipalities are added together. Of a parted
/// one, those who work at home stay in their part, and all other flows are shared out by the people of the parts: who
/// commutes from which part is not known, and a finding says so.
/// </summary>
internal static class CommutingRecoding
{
    /// <summary>The same commuters by the later numbers; each pair once, rounded to whole persons.</summary>
    /// <exception cref="InputException">A municipality was parted and nobody says how.</exception>
    public static CommutingRows Of(CommutingRows rows, CodeMapping codes, Findings findings)
    {
        var splits = codes.Splits.ToDictionary(s => s.Number, StringComparer.Ordinal);
        var sums = new SortedDictionary<(string Home, string Work), double>();
        var shared = new SortedSet<string>(StringComparer.Ordinal);
        foreach (CommutingRow row in rows.Rows)
        {
            (string Number, double Share)[] homes = Parts(row.Home);
            if (row.Home == row.Work)
            {
                foreach ((string part, double share) in homes) Add(part, part, row.Workers * share);
                continue;
            }
            foreach ((string home, double here) in homes)
            {
                foreach ((string work, double there) in Parts(row.Work)) Add(home, work, row.Workers * here * there);
            }
        }
        findings.Note(rows.File, null, new Phrase("regions.recoded", Plain(codes.FromYear), Plain(codes.ToYear)), new Phrase("regions.recoded.remedy"));
        if (shared.Count > 0)
            findings.Warning(rows.File, null, new Phrase("regions.recoded-split", string.Join("; ", shared)), new Phrase("regions.recoded-split.remedy"));
        return rows with
        {
            Year = rows.Year,
            Rows = [.. sums.Select(s => new CommutingRow(s.Key.Home, s.Key.Work, (int)Math.Round(s.Value, MidpointRounding.AwayFromZero)))],
            Hidden = [.. rows.Hidden.SelectMany(h => Parts(h.Home).SelectMany(a => Parts(h.Work).Select(b => (a.Number, b.Number)))).Distinct()],
        };

        void Add(string home, string work, double workers) => sums[(home, work)] = sums.GetValueOrDefault((home, work)) + workers;

        (string Number, double Share)[] Parts(string number)
        {
            if (!splits.TryGetValue(number, out CodeSplit? split)) return [(codes.Unique.GetValueOrDefault(number, number), 1)];
            if (!split.HasShares)
                throw new InputException(rows.File, null, new Phrase("regions.codes-no-share", number), new Phrase("regions.codes-no-share.remedy"));
            double whole = split.Targets.Sum(t => t.Share!.Value);
            shared.Add(number + " → " + string.Join(", ", split.Targets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Number} {100 * t.Share:0.#} %"))));
            return [.. split.Targets.Select(t => (t.Number, t.Share!.Value / whole))];
        }
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
