using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NavGeo.Benchmarks;

/// <summary>Named figures in the order they were found, printed as lines or as one JSON object.</summary>
internal sealed class Report(bool json)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject figures = [];

    /// <summary>Milliseconds of one plain Dijkstra; what follows is also given as a ratio to it.</summary>
    public double Yardstick { get; set; }

    public void Add(string name, long value) => figures.Add(name, value);

    public void Add(string name, string value) => figures.Add(name, value);

    public void Add(string name, double value) => figures.Add(name, Math.Round(value, 3));

    public void Add(string name, Measurement measurement) => figures.Add(name, new JsonObject
    {
        ["best_ms"] = Math.Round(measurement.Best, 4),
        ["median_ms"] = Math.Round(measurement.Median, 4),
        ["worst_ms"] = Math.Round(measurement.Worst, 4),
        ["processor_ms"] = Math.Round(measurement.LeastProcessor, 4),
        ["dijkstras"] = Math.Round(measurement.Median / Yardstick, 4),
    });

    public void Print()
    {
        if (json)
        {
            Console.WriteLine(figures.ToJsonString(Indented));
            return;
        }
        foreach ((string name, JsonNode? value) in figures)
        {
            if (value is JsonObject measured)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name,-22} best {(double)measured["best_ms"]!,10:F3} ms   median {(double)measured["median_ms"]!,10:F3} ms   worst {(double)measured["worst_ms"]!,10:F3} ms   processor {(double)measured["processor_ms"]!,10:F3} ms   {(double)measured["dijkstras"]!,8:F3} Dijkstras"));
            }
            else Console.WriteLine($"{name,-22} {value}");
        }
    }
}
