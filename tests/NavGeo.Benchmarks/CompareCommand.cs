using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>compare --before DLL --after DLL [--runs N] [--json] -- COMMAND …</c>: runs one command of two builds of this program
/// pairwise, now the one first and now the other, and prints of every figure the ratio after to before: the median of
/// the pairs, and the least and the greatest. What else the machine does hits both of a pair alike, so ratios hold where
/// milliseconds do not.
/// </summary>
internal static class CompareCommand
{
    /// <summary>What of a measurement is compared: other programs lengthen it least.</summary>
    private const string Processor = "processor_ms";

    public static int Run(string[] values)
    {
        int end = Array.IndexOf(values, "--");
        if (end < 0) throw new UsageException("write the command to compare behind --");
        var arguments = new Arguments(values[..end]);
        string[] command = values[(end + 1)..];
        string before = arguments.Required("--before"), after = arguments.Required("--after");
        int runs = Math.Max(1, arguments.Whole("--runs", 5));
        var pairs = new List<(Dictionary<string, double> Before, Dictionary<string, double> After)>();
        for (int run = 0; run < runs; run++)
        {
            bool isBeforeFirst = run % 2 == 0;
            Dictionary<string, double> first = Figures(isBeforeFirst ? before : after, command), second = Figures(isBeforeFirst ? after : before, command);
            pairs.Add(isBeforeFirst ? (first, second) : (second, first));
        }
        var report = new Report(arguments.Has("--json"));
        report.Add("pairs", runs);
        foreach (string name in pairs[0].Before.Keys.Where(n => pairs.TrueForAll(p => p.Before.ContainsKey(n) && p.After.ContainsKey(n))))
        {
            double[] ratios = [.. pairs.Where(p => p.Before[name] != 0).Select(p => p.After[name] / p.Before[name]).Order()];
            if (ratios.Length == 0) continue;
            report.Add(name, string.Create(CultureInfo.InvariantCulture,
                $"{Median([.. pairs.Select(p => p.Before[name])]),12:0.###} → {Median([.. pairs.Select(p => p.After[name])]),12:0.###}   × {Median(ratios):0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})"));
        }
        report.Print();
        return 0;
    }

    /// <summary>The numbers that a run prints.</summary>
    private static Dictionary<string, double> Figures(string program, string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. command, "--json"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new UsageException($"{program} {string.Join(' ', command)} ended with {process.ExitCode}");
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in JsonNode.Parse(text)!.AsObject())
        {
            JsonNode? number = value is JsonObject measured ? measured[Processor] : value;
            if (number is JsonValue known && known.TryGetValue(out double figure)) figures[name] = figure;
        }
        return figures;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2;
    }
}
