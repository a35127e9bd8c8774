using System.Globalization;
using System.Text;

namespace NavGeo.Benchmarks;

/// <summary><c>generate --nodes N --seed S [--hardness PERCENT] -o FILE.gr</c>: writes a synthetic network and, beside it, its coordinates.</summary>
internal static class GenerateCommand
{
    public static int Run(Arguments arguments)
    {
        int nodes = arguments.Whole("--nodes", 1_000_000);
        ulong seed = (ulong)arguments.Whole("--seed", 1);
        string path = arguments.Required("-o");
        SyntheticNetwork network = SyntheticNetwork.Generate(nodes, seed, arguments.Whole("--hardness", 100));
        using (StreamWriter graph = Create(path))
        {
            graph.WriteLine(string.Create(CultureInfo.InvariantCulture, $"c synthetic network, seed {seed}, times in milliseconds"));
            graph.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p sp {nodes} {network.Arcs.Count}"));
            foreach ((int tail, int head, int milliseconds) in network.Arcs)
                graph.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a {tail + 1} {head + 1} {milliseconds}"));
        }
        using StreamWriter coordinates = Create(Path.ChangeExtension(path, ".co"));
        coordinates.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p aux sp co {nodes}"));
        for (int node = 0; node < nodes; node++)
            coordinates.WriteLine(string.Create(CultureInfo.InvariantCulture, $"v {node + 1} {network.Longitudes[node]} {network.Latitudes[node]}"));
        return 0;
    }

    private static StreamWriter Create(string path) => new(path, false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
}
