using NavGeo.Data.Fetch;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Views;

/// <summary>
/// One line on standard error that follows a download: bytes, per cent, rate. On a terminal it is rewritten in place and
/// wiped at the end; elsewhere nothing is written.
/// </summary>
internal sealed class DownloadLine
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly TextWriter error;
    private readonly Phrasebook texts;
    private readonly TimeProvider clock;
    private readonly bool isShown;
    private string file = "";
    private long began;
    private long beganBytes;
    private long last;
    private int width;

    public DownloadLine(TextWriter error, Phrasebook texts, TimeProvider clock, bool isWanted)
    {
        this.error = error;
        this.texts = texts;
        this.clock = clock;
        isShown = isWanted && !Console.IsErrorRedirected;
    }

    /// <summary>Shows how far it has come, at most four times a second.</summary>
    public void Show(FetchProgress progress)
    {
        if (!isShown) return;
        long now = clock.GetTimestamp();
        if (progress.File != file)
        {
            file = progress.File;
            began = now;
            beganBytes = progress.Bytes;
        }
        else if (clock.GetElapsedTime(last, now) < Interval && progress.Bytes != progress.Total)
        {
            return;
        }
        last = now;
        double seconds = Math.Max(0.001, clock.GetElapsedTime(began, now).TotalSeconds);
        double rate = (progress.Bytes - beganBytes) / seconds / 1e6;
        string text = progress.IsCells
            ? texts.Say("fetch.progress-cells", file, progress.Bytes, progress.Total ?? 0)
            : progress.Total is { } total && total > 0 ? texts.Say("fetch.progress", file, progress.Bytes / 1e6, total / 1e6, Math.Floor(100.0 * progress.Bytes / total), rate)
            : texts.Say("fetch.progress-unknown", file, progress.Bytes / 1e6, rate);
        error.Write("\r" + text.PadRight(width));
        width = text.Length;
    }

    /// <summary>Wipes the line.</summary>
    public void Clear()
    {
        if (isShown && width > 0) error.Write("\r" + new string(' ', width) + "\r");
        width = 0;
    }
}
