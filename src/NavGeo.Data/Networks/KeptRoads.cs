using NavGeo.Data.Input;
using NavGeo.Data.Kept;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Networks;

/// <summary>Raw roads of a case, built and put in order once and kept until the file changes. What was dropped on the way is told by verbs that read roads alone.</summary>
internal static class KeptRoads
{
    /// <summary>A smaller file is read as fast as what is kept of it.</summary>
    private const int LeastBytes = 1_000_000;

    /// <summary>The network of a file, as <see cref="RoadFile.Open(InputFile, Findings, ReadingRun?)"/> gives it.</summary>
    /// <exception cref="InputException">The file cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RoadNetwork Open(InputFile file, Findings findings, ReadingRun run)
    {
        if (!IsWorthwhile(file)) return RoadFile.Open(file, findings, run);
        // Findings name the file as the user does.
        string name = KeptFolder.NameOf("roads", file.Path, file.Sha256(run.Cancellation));
        int before = findings.All.Count;
        return KeptFolder.Own.Get(
            name,
            reader =>
            {
                foreach (Finding said in reader.Findings()) findings.Add(said);
                return BuiltNetwork.Open(new InputFile(file.Path, reader.Bytes().ToArray()));
            },
            () => RoadFile.Open(file, findings, run),
            (network, writer) => Write(network, [.. findings.All.Skip(before)], writer, run));
    }

    private static bool Write(RoadNetwork network, IReadOnlyList<Finding> said, KeptWriter writer, ReadingRun run)
    {
        if (network.Source.Titles is not null || network.Source.Licences is not null || !writer.Findings(said)) return false;
        using var bytes = new MemoryStream();
        BuiltNetwork.Write(bytes, network, run);
        writer.Column<byte>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return true;
    }

    /// <summary>A file whose content is all that its network comes from: none with a journal or other files beside it.</summary>
    private static bool IsWorthwhile(InputFile file) =>
        file.Exists && !CarriedFile.IsPath(file.Path) && file.Length >= LeastBytes && !File.Exists(file.Path + "-wal")
        && RoadFormats.Of(file) is RoadFormat.GeoPackage or RoadFormat.OpenStreetMap or RoadFormat.NvdbSegments;
}
