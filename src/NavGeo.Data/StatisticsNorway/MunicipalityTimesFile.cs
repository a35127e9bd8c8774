using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NavGeo.Routing;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads travel times between municipalities that somebody else measured: <c>from,to,minutes</c> with an optional
/// <c>mode</c>. Empty or <c>car</c> is by car; any other word (boat, air) is the alternative mode, of which the shortest
/// counts. A pair that stands in one direction only holds for both. A pair that does not stand there has no way.
/// </summary>
internal static class MunicipalityTimesFile
{
    private static readonly TableColumns Columns = new(["from", "to", "minutes"], "mode");

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="municipalities">Those that count; others are passed over with a warning.</param>
    /// <param name="measured">Times that the file's go before; null for none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The file has errors.</exception>
    public static MunicipalityTimes Read(InputFile file, IReadOnlyList<Municipality> municipalities, MunicipalityTimes? measured, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(file, Columns, findings);
        findings.ThrowIfErrors();
        var indexOf = municipalities.Select((m, i) => (m.Number, i)).ToDictionary(m => m.Number, m => m.i, StringComparer.Ordinal);
        int count = municipalities.Count;
        var car = new int[count * count];
        var alternative = new int[count * count];
        Array.Fill(car, TravelTime.UnreachableMilliseconds);
        Array.Fill(alternative, TravelTime.UnreachableMilliseconds);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var modes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table!.Rows)
        {
            string from = row.Text("from").PadLeft(4, '0');
            string to = row.Text("to").PadLeft(4, '0');
            int milliseconds = (int)Math.Round(row.Decimal("minutes", 0, 30_000, new Phrase("regions.minutes.remedy")) * 60_000);
            string mode = row.OptionalText("mode") ?? "car";
            if (row.IsFaulty) continue;
            if (!indexOf.TryGetValue(from, out int i)) unknown.Add(from);
            if (!indexOf.TryGetValue(to, out int j)) unknown.Add(to);
            if (!indexOf.ContainsKey(from) || !indexOf.ContainsKey(to)) continue;
            bool isCar = mode is "car" or "bil";
            if (!isCar) modes.Add(mode);
            int[] target = isCar ? car : alternative;
            target[i * count + j] = Math.Min(target[i * count + j], milliseconds);
        }
        findings.ThrowIfErrors();
        if (unknown.Count > 0)
            findings.Warning(file.Path, null, new Phrase("regions.unknown-codes-times", unknown.Count, string.Join(", ", unknown.Take(8))), new Phrase("regions.unknown-codes.remedy"));
        Mirror(car, count);
        Mirror(alternative, count);
        int missing = car.Count(t => t == TravelTime.UnreachableMilliseconds) - count;
        if (measured is not null)
        {
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    if (car[i * count + j] == TravelTime.UnreachableMilliseconds) car[i * count + j] = measured.Car(i, j).ToRaw();
                    if (alternative[i * count + j] == TravelTime.UnreachableMilliseconds) alternative[i * count + j] = measured.Alternative(i, j).ToRaw();
                }
            }
            modes.Add(measured.AlternativeMode);
        }
        else if (missing > 0)
        {
            findings.Note(file.Path, null, new Phrase("regions.missing-times", missing, count * (count - 1)), new Phrase("regions.missing-times.remedy"));
        }
        return new MunicipalityTimes(count, car, alternative, modes.Count == 0 ? MunicipalityTimes.NoAlternative : string.Join(", ", modes));
    }

    private static void Mirror(int[] table, int count)
    {
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                if (table[i * count + j] == TravelTime.UnreachableMilliseconds) table[i * count + j] = table[j * count + i];
            }
        }
    }
}
