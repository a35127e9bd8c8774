using System.Globalization;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Commuting out of a json-stat2 table such as Statistics Norway's 03321: the dimensions of residence and work are told
/// by their ids or labels; of every other dimension there may be one category only, but for the year.
/// </summary>
internal static class JsonStatCommuting
{
    private static readonly string[] Homes = ["Bokommuen", "Bokommune", "BostedKomm", "Bosted"];
    private static readonly string[] Works = ["ArbstedKomm", "ArbeidsstedKomm", "Arbeidssted", "Arbeidskommune"];
    private static readonly string[] Times = ["Tid", "time", "year"];

    /// <summary>The pairs of one year; a pair without a figure is nobody, unless a sign says that it is hidden.</summary>
    /// <exception cref="InputException">A dimension is missing or has several categories, or the year is not there.</exception>
    public static CommutingRows Of(JsonStatTable table, string file, int? wanted, Findings findings)
    {
        int home = Find(table, Homes, "bosted", "residence");
        int work = Find(table, Works, "arbeid", "work");
        if (home < 0 || work < 0 || home == work)
        {
            throw new InputException(
                file, null, new Phrase("people.stat.no-commuting"), new Phrase("people.stat.no-commuting.remedy", string.Join(", ", table.Dimensions.Select(d => d.Id))));
        }
        var at = new int[table.Dimensions.Length];
        int? year = wanted;
        for (int d = 0; d < at.Length; d++)
        {
            JsonStatDimension dimension = table.Dimensions[d];
            if (d == home || d == work) continue;
            if (Times.Contains(dimension.Id, StringComparer.OrdinalIgnoreCase))
            {
                int[] years = [.. dimension.Codes.Select(c => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : 0)];
                year = CommutingFile.ChooseYear(years, wanted, file);
                at[d] = Array.IndexOf(years, year!.Value);
            }
            else if (dimension.Size > 1)
            {
                throw new InputException(file, null, new Phrase("people.stat.several", dimension.Id, dimension.Size), new Phrase("people.stat.several.remedy"));
            }
        }
        var hidden = new List<(string, string)>();
        return new CommutingRows(file, year, Rows(table, home, work, at, file, hidden, findings)) { Hidden = hidden };
    }

    private static List<CommutingRow> Rows(
        JsonStatTable table, int home, int work, int[] at, string file, List<(string Home, string Work)> hidden, Findings findings)
    {
        string?[] homes = Numbers(table.Dimensions[home]);
        string?[] works = Numbers(table.Dimensions[work]);
        int other = homes.Count(h => h is null) + works.Count(w => w is null);
        if (other > 0) findings.Note(file, null, new Phrase("people.stat.other-regions", other), new Phrase("geo.nothing-to-do"));
        var rows = new List<CommutingRow>();
        for (int h = 0; h < homes.Length; h++)
        {
            for (int w = 0; w < works.Length; w++)
            {
                if (homes[h] is not { } from || works[w] is not { } to) continue;
                at[home] = h;
                at[work] = w;
                int position = table.Position(at);
                double workers = table.Values[position];
                if (double.IsNaN(workers) && CommutingRows.IsHidden(table.Statuses.GetValueOrDefault(position, ""))) hidden.Add((from, to));
                if (double.IsNaN(workers) || workers == 0) continue;
                if (workers is < 0 or > 10_000_000 || workers != Math.Floor(workers))
                    findings.Error(file, null, new Phrase("people.stat.not-people", $"{from}–{to}", workers), new Phrase("people.stat.fetch-again"));
                else
                    rows.Add(new CommutingRow(from, to, (int)workers));
            }
        }
        findings.ThrowIfErrors();
        return rows;
    }

    private static string?[] Numbers(JsonStatDimension dimension) =>
        [.. dimension.Codes.Select(c => c.Length == 4 || c.StartsWith("K-", StringComparison.Ordinal) ? MunicipalityNumber.Find(c) : null)];

    private static int Find(JsonStatTable table, string[] ids, params string[] words)
    {
        int byId = table.IndexOf(ids);
        if (byId >= 0) return byId;
        return table.Dimensions.Index().Where(d => words.Any(w => d.Item.Label.StartsWith(w, StringComparison.OrdinalIgnoreCase)
            || d.Item.Id.StartsWith(w, StringComparison.OrdinalIgnoreCase))).Select(d => d.Index).DefaultIfEmpty(-1).First();
    }
}
