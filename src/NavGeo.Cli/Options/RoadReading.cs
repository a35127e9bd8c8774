using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Options;

/// <summary>Reads roads for a verb: says so, shows how far it is, and stops when the user stops it.</summary>
internal static class RoadReading
{
    public static RoadNetwork Open(Screen screen, string path, Findings findings, CancellationToken cancellation) => Open(screen, [path], findings, cancellation);

    /// <summary>Roads for who goes by own power: with paths, where the source has them.</summary>
    public static RoadNetwork OpenOnFoot(Screen screen, string path, Findings findings, CancellationToken cancellation)
    {
        screen.Progress("cli.reading-roads", path);
        return Followed(screen, run => RoadFile.Open(screen.Files.At(path), findings, run with { IsOnFoot = true }), cancellation);
    }

    public static RoadNetwork Open(Screen screen, IReadOnlyList<string> paths, Findings findings, CancellationToken cancellation)
    {
        screen.Progress("cli.reading-roads", string.Join(", ", paths));
        return Followed(screen, run => RoadFile.Open([.. paths.Select(screen.Files.At)], findings, run), cancellation);
    }

    /// <summary>Opens a case and reads it; the user is told what is wrong with it, in its language.</summary>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public static Workspace Case(Screen screen, string folder, CancellationToken cancellation = default)
    {
        var findings = new Findings();
        screen.Progress("cli.reading-case", folder);
        Workspace work = Followed(
            screen,
            run =>
            {
                Workspace opened = Workspace.Open(folder, findings, run, screen.Files);
                screen.UseLanguageOf(opened.Case.Language);
                return opened;
            },
            cancellation);
        screen.Show(findings.All.Where(f => f.Severity != Severity.Note));
        return work;
    }

    /// <summary>Does something that reads roads, builds a network or writes one, while a line moves.</summary>
    /// <param name="screen">Where the line is.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Stops it.</param>
    public static T Followed<T>(Screen screen, Func<ReadingRun, T> work, CancellationToken cancellation = default)
    {
        using MovingLine line = screen.Moving();
        return work(new ReadingRun { Progress = line.Show, Building = line.Show, Cancellation = cancellation });
    }

    /// <summary>The same for work that gives nothing back.</summary>
    public static void Followed(Screen screen, Action<ReadingRun> work, CancellationToken cancellation) => Followed(
        screen,
        run =>
        {
            work(run);
            return true;
        },
        cancellation);
}
