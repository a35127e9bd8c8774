using System.Diagnostics;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing.Building;

namespace NavGeo.Cli.Views;

/// <summary>
/// A line on the terminal that tells how far a reading, or the building of a network, has come: bytes or links, percent,
/// rate. Disposing wipes it away.
/// </summary>
internal sealed class MovingLine : IDisposable
{
    private const int MillisecondsBetween = 100;

    private readonly TextWriter? terminal;
    private readonly Phrasebook texts;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private long lastShown = -MillisecondsBetween;
    private int width;
    private BuildingProgress begun = new((BuildingStep)(-1), 0, 0);
    private TimeSpan begunAt;

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
        if (!IsTime()) return;
        double read = ((progress.Pass - 1) * (double)progress.TotalBytes + progress.Bytes) / 1e6;
        double rate = read / Math.Max(0.001, clock.Elapsed.TotalSeconds);
        Write(texts.Say(
            "osm.progress", progress.Bytes / 1e6, progress.TotalBytes / 1e6, progress.Pass, progress.Passes, progress.Share * 100, rate));
    }

    /// <summary>Shows what the building is at and how far it is, every step at least once.</summary>
    public void Show(BuildingProgress progress)
    {
        bool isNew = progress.Step != begun.Step || progress.Done < begun.Done;
        if (isNew) (begun, begunAt) = (progress, clock.Elapsed);
        if (!IsTime(isNew)) return;
        double rate = (progress.Done - begun.Done) / Math.Max(0.001, (clock.Elapsed - begunAt).TotalSeconds);
        string step = texts.Say("osm.step." + progress.Step);
        Write(progress.Total > 0
            ? texts.Say("osm.building", step, progress.Done, progress.Total, progress.Share * 100, rate)
            : texts.Say("osm.building-open", step, progress.Done / 1e6, rate / 1e6));
    }

    /// <summary>Shows how many of so many are done; any thread may tell.</summary>
    public void ShowCount(string key, int done, int of)
    {
        lock (clock)
        {
            if (IsTime()) Write(texts.Say(key, done, of));
        }
    }

    private bool IsTime(bool isNew = false)
    {
        if (terminal is null || (!isNew && clock.ElapsedMilliseconds - lastShown < MillisecondsBetween)) return false;
        lastShown = clock.ElapsedMilliseconds;
        return true;
    }

    private void Write(string line)
    {
        terminal!.Write("\r" + line.PadRight(width));
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
