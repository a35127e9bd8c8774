using System.Diagnostics;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Cli;

/// <summary>A line on the terminal that tells how far a reading has come: bytes, percent, rate. Disposing wipes it away.</summary>
internal sealed class MovingLine : IDisposable
{
    private const int MillisecondsBetween = 100;

    private readonly TextWriter? terminal;
    private readonly Phrasebook texts;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private long lastShown = -MillisecondsBetween;
    private int width;

    /// <param name="terminal">Where it is written; null where nobody looks.</param>
    /// <param name="texts">The user's language.</param>
    public MovingLine(TextWriter? terminal, Phrasebook texts)
    {
        this.terminal = terminal;
        this.texts = texts;
    }

    /// <summary>Shows how far it is, ten times a second at most.</summary>
    public void Show(ReadProgress progress)
    {
        if (terminal is null || clock.ElapsedMilliseconds - lastShown < MillisecondsBetween) return;
        lastShown = clock.ElapsedMilliseconds;
        double read = ((progress.Pass - 1) * (double)progress.TotalBytes + progress.Bytes) / 1e6;
        double rate = read / Math.Max(0.001, clock.Elapsed.TotalSeconds);
        string line = texts.Say(
            "osm.progress", progress.Bytes / 1e6, progress.TotalBytes / 1e6, progress.Pass, progress.Passes, progress.Share * 100, rate);
        terminal.Write("\r" + line.PadRight(width));
        terminal.Flush();
        width = line.Length;
    }

    /// <summary>Wipes the line away.</summary>
    public void Dispose()
    {
        if (terminal is null || width == 0) return;
        terminal.Write("\r" + new string(' ', width) + "\r");
        terminal.Flush();
    }
}
