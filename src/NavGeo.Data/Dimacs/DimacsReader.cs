using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Dimacs;

/// <summary>
/// Reads graphs (<c>.gr</c>) and coordinates (<c>.co</c>) of the 9th DIMACS implementation challenge, plain or gzipped
/// (told by content, not by name). Reads a million arcs in about a tenth of a second.
/// </summary>
public static class DimacsReader
{
    /// <summary>Reads a graph: <c>p sp nodes arcs</c> and a line <c>a tail head weight</c> for each arc.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InputException">The file is not such a graph, is cut off, or names nodes that do not exist.</exception>
    public static DimacsGraph ReadGraph(InputFile file)
    {
        string path = file.Path;
        using var lines = Open(file);
        var findings = new Findings();
        int nodeCount = -1;
        int arcCount = 0;
        int read = 0;
        int[] tails = [], heads = [], weights = [];
        while (lines.NextLine())
        {
            switch (lines.Kind)
            {
                case 'p' when nodeCount < 0:
                    if (!lines.SkipWord("sp") || !lines.TryNumber(out long nodes) || !lines.TryNumber(out long arcs)
                        || !Fits(nodes) || !Fits(arcs))
                    {
                        throw new InputException(path, lines.Place, new Phrase("dimacs.bad-header"), new Phrase("dimacs.bad-header.remedy"));
                    }
                    nodeCount = (int)nodes;
                    arcCount = (int)arcs;
                    // The count is the file's word only: a cut-off file must not make us ask for memory it has no use for.
                    int room = Math.Min(arcCount, 1 << 20);
                    (tails, heads, weights) = (new int[room], new int[room], new int[room]);
                    break;
                case 'a':
                    if (nodeCount < 0)
                        throw new InputException(path, lines.Place, new Phrase("dimacs.no-header"), new Phrase("dimacs.bad-header.remedy"));
                    if (!lines.TryNumber(out long tail) || !lines.TryNumber(out long head) || !lines.TryNumber(out long weight))
                    {
                        findings.Error(path, lines.Place, new Phrase("dimacs.bad-arc"), new Phrase("dimacs.bad-arc.remedy"));
                        break;
                    }
                    if (tail < 1 || tail > nodeCount || head < 1 || head > nodeCount)
                    {
                        long wrong = tail < 1 || tail > nodeCount ? tail : head;
                        findings.Error(path, lines.Place, new Phrase("dimacs.unknown-node", Plain(wrong)),
                            new Phrase("dimacs.unknown-node.remedy", Plain(nodeCount)));
                        break;
                    }
                    if (weight < 0 || weight >= int.MaxValue / 2)
                    {
                        findings.Error(path, lines.Place, new Phrase("dimacs.bad-weight", Plain(weight)), new Phrase("dimacs.bad-weight.remedy"));
                        break;
                    }
                    if (read == arcCount)
                    {
                        throw new InputException(path, lines.Place, new Phrase("dimacs.too-many-arcs", arcCount),
                            new Phrase("dimacs.count.remedy"));
                    }
                    if (read == tails.Length) Resize((int)Math.Min(arcCount, 2L * read));
                    tails[read] = (int)tail - 1;
                    heads[read] = (int)head - 1;
                    weights[read++] = (int)weight;
                    break;
                case 'c':
                    break;
                default:
                    findings.Error(path, lines.Place, new Phrase("dimacs.unknown-line"), new Phrase("dimacs.unknown-line.remedy"));
                    break;
            }
        }
        if (nodeCount < 0) throw new InputException(path, null, new Phrase("dimacs.no-header"), new Phrase("dimacs.bad-header.remedy"));
        findings.ThrowIfErrors();
        if (read < arcCount)
            throw new InputException(path, lines.Place, new Phrase("dimacs.cut-off", read, arcCount), new Phrase("dimacs.cut-off.remedy"));
        Resize(read);
        return new DimacsGraph(nodeCount, tails, heads, weights);

        void Resize(int count)
        {
            Array.Resize(ref tails, count);
            Array.Resize(ref heads, count);
            Array.Resize(ref weights, count);
        }
    }

    /// <summary>Reads coordinates: <c>p aux sp co nodes</c> and a line <c>v node x y</c> for each node, in millionths of a degree.</summary>
    /// <param name="file">The file.</param>
    /// <param name="nodeCount">How many nodes the graph has.</param>
    /// <exception cref="InputException">The file is not of that kind, or not for that graph.</exception>
    public static (int[] Longitudes, int[] Latitudes) ReadCoordinates(InputFile file, int nodeCount)
    {
        string path = file.Path;
        using var lines = Open(file);
        var findings = new Findings();
        int[] longitudes = new int[nodeCount], latitudes = new int[nodeCount];
        var seen = new bool[nodeCount];
        int read = 0;
        bool header = false;
        while (lines.NextLine())
        {
            switch (lines.Kind)
            {
                case 'p':
                    if (!lines.SkipWord("aux") || !lines.SkipWord("sp") || !lines.SkipWord("co") || !lines.TryNumber(out long nodes))
                        throw new InputException(path, lines.Place, new Phrase("dimacs.bad-header"), new Phrase("dimacs.bad-coordinates.remedy"));
                    if (nodes != nodeCount)
                    {
                        throw new InputException(path, lines.Place, new Phrase("dimacs.other-graph", Plain(nodes), Plain(nodeCount)),
                            new Phrase("dimacs.other-graph.remedy"));
                    }
                    header = true;
                    break;
                case 'v':
                    if (!lines.TryNumber(out long node) || !lines.TryNumber(out long longitude) || !lines.TryNumber(out long latitude)
                        || Math.Abs(longitude) > int.MaxValue || Math.Abs(latitude) > int.MaxValue)
                    {
                        findings.Error(path, lines.Place, new Phrase("dimacs.bad-coordinate"), new Phrase("dimacs.bad-coordinates.remedy"));
                        break;
                    }
                    if (node < 1 || node > nodeCount)
                    {
                        findings.Error(path, lines.Place, new Phrase("dimacs.unknown-node", Plain(node)),
                            new Phrase("dimacs.unknown-node.remedy", Plain(nodeCount)));
                        break;
                    }
                    if (!seen[node - 1]) read++;
                    seen[node - 1] = true;
                    longitudes[node - 1] = (int)longitude;
                    latitudes[node - 1] = (int)latitude;
                    break;
                case 'c':
                    break;
                default:
                    findings.Error(path, lines.Place, new Phrase("dimacs.unknown-line"), new Phrase("dimacs.unknown-line.remedy"));
                    break;
            }
        }
        findings.ThrowIfErrors();
        if (!header) throw new InputException(path, null, new Phrase("dimacs.no-header"), new Phrase("dimacs.bad-coordinates.remedy"));
        if (read < nodeCount)
            throw new InputException(path, lines.Place, new Phrase("dimacs.missing-coordinates", read, nodeCount), new Phrase("dimacs.cut-off.remedy"));
        return (longitudes, latitudes);
    }

    private static DimacsLines Open(InputFile file)
    {
        if (!file.Exists) throw new InputException(file.Path, null, new Phrase("dimacs.no-file"), new Phrase("dimacs.no-file.remedy"));
        return new DimacsLines(file);
    }

    private static bool Fits(long count) => count is >= 0 and < int.MaxValue / 2;

    // Ids are names, not quantities: no thousands separators.
    private static string Plain(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// A road network as the files of the 9th DIMACS implementation challenge hold it. Nodes are numbered from 0 here,
/// from 1 in the files. Immutable.
/// </summary>
/// <param name="NodeCount">How many nodes.</param>
/// <param name="Tails">Node each arc starts from, [arc count].</param>
/// <param name="Heads">Node each arc leads to, [arc count].</param>
/// <param name="Weights">Weight of each arc, in the file's unit (travel-time files: tenths of a second), [arc count].</param>
public sealed record DimacsGraph(int NodeCount, int[] Tails, int[] Heads, int[] Weights)
{
    /// <summary>How many arcs.</summary>
    public int ArcCount => Tails.Length;
}
