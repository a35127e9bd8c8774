using NavGeo.Data.Input;
using NavGeo.Data.Roads;

namespace NavGeo.Cli;

/// <summary>Opens a road file for a verb: says so, shows how far it is, and stops when the user stops it.</summary>
internal static class RoadReading
{
    public static RoadNetwork Open(Screen screen, string path, Findings findings, CancellationToken cancellation) => Open(screen, [path], findings, cancellation);

    public static RoadNetwork Open(Screen screen, IReadOnlyList<string> paths, Findings findings, CancellationToken cancellation)
    {
        screen.Progress("cli.reading-roads", string.Join(", ", paths));
        using MovingLine line = screen.Moving();
        return RoadFile.Open(paths, findings, new ReadingRun { Progress = line.Show, Cancellation = cancellation });
    }
}
