using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NavGeo.EndToEnd;

/// <summary>
/// What the command shows on a real terminal, which <c>script</c> of util-linux makes, and what it leaves behind when
/// it is stopped there.
/// </summary>
public sealed class TerminalTests : IDisposable
{
    private const string Script = "/usr/bin/script";

    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Progress_is_shown_on_a_terminal_and_wiped_away()
    {
        WriteRoads(nodes: 60_000);
        using Process terminal = Start();
        string shown = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, terminal.ExitCode);
        Assert.Matches(@"\r[0-9.,]+ of [0-9.,]+ MB, pass 1 of 2, [0-9]+%, [0-9.,]+ MB/s", shown);
        // The last thing on the line is blanks.
        Assert.Matches(@"\r +\r", shown);
        Assert.True(File.Exists(folder.Of("town.navnet")));
    }

    [Fact]
    public async Task Nothing_moves_where_nobody_looks()
    {
        WriteRoads(nodes: 20_000);
        CommandRun run = await CommandRun.Of("network", "build", folder.Of("town.osm"), "-o", folder.Of("town.navnet"), "--lang", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("MB/s", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Interrupted_reading_ends_with_130_and_leaves_nothing()
    {
        WriteRoads(nodes: 1_000_000);
        await InterruptAt("MB/s");
    }

    /// <summary>From taking in the first link to writing: whatever it is at, the building stops and says nothing of a file.</summary>
    [Theory]
    [InlineData("joining links")]
    [InlineData("numbering junctions")]
    [InlineData("ordering junctions")]
    public async Task Interrupted_building_ends_with_130_and_leaves_nothing(string step)
    {
        WriteTown(side: 400);
        string shown = await InterruptAt(step);
        Assert.Matches(step + "[a-z ]*: [0-9.,]+ of [0-9.,]+, [0-9]+%, [0-9.,]+ a second", shown);
        Assert.DoesNotContain("writing", shown, StringComparison.Ordinal);
    }

    private async Task<string> InterruptAt(string sign)
    {
        using Process terminal = Start();
        var shown = new StringBuilder();
        var piece = new char[256];
        while (!shown.ToString().Contains(sign, StringComparison.Ordinal))
        {
            int read = await terminal.StandardOutput.ReadAsync(piece, TestContext.Current.CancellationToken);
            Assert.True(read > 0, shown.ToString());
            shown.Append(piece, 0, read);
        }
        await terminal.StandardInput.WriteAsync('\x03');
        await terminal.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        shown.Append(await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, terminal.ExitCode);
        Assert.Equal(["town.osm"], Directory.GetFiles(folder.Of("")).Select(Path.GetFileName));
        return shown.ToString();
    }

    /// <summary>A row of nodes of which the first few are a road: much to read, little to build.</summary>
    private void WriteRoads(int nodes)
    {
        using StreamWriter file = File.CreateText(folder.Of("town.osm"));
        file.Write("<osm version=\"0.6\">\n");
        for (int id = 1; id <= nodes; id++)
            file.Write(string.Create(CultureInfo.InvariantCulture, $" <node id=\"{id}\" lat=\"60.{id % 1000:000}\" lon=\"10.{id % 997:000}\"/>\n"));
        file.Write(" <way id=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/><tag k=\"highway\" v=\"primary\"/></way>\n</osm>\n");
    }

    /// <summary>Streets from side to side, each joint a junction: little to read for what there is to build.</summary>
    private void WriteTown(int side)
    {
        using StreamWriter file = File.CreateText(folder.Of("town.osm"));
        file.Write("<osm version=\"0.6\">\n");
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                file.Write(string.Create(
                    CultureInfo.InvariantCulture, $" <node id=\"{row * side + column + 1}\" lat=\"{59 + row * 0.001:0.000}\" lon=\"{10 + column * 0.002:0.000}\"/>\n"));
            }
        }
        for (int line = 0; line < side; line++)
        {
            Street(line + 1, Enumerable.Range(0, side).Select(i => line * side + i + 1));
            Street(side + line + 1, Enumerable.Range(0, side).Select(i => i * side + line + 1));
        }
        file.Write("</osm>\n");

        void Street(int id, IEnumerable<int> nodes) => file.Write(
            $" <way id=\"{id}\">{string.Concat(nodes.Select(n => $"<nd ref=\"{n}\"/>"))}<tag k=\"highway\" v=\"residential\"/></way>\n");
    }

    private Process Start()
    {
        Assert.SkipUnless(File.Exists(Script), $"{Script} is not there to make a terminal");
        string program = Path.Combine(AppContext.BaseDirectory, "navgeo.dll");
        // Who runs the tests in the background of a shell has them ignore the interrupt, which a child inherits.
        string command = $"env --default-signal=INT dotnet '{program}' network build '{folder.Of("town.osm")}' -o '{folder.Of("town.navnet")}' --lang en";
        return Process.Start(new ProcessStartInfo(Script, ["-qefc", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }
}
