using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace NavGeo.EndToEnd;

/// <summary>Everything that leaves the house has the same bytes whatever the number of threads.</summary>
public sealed class SameBytesTests
{
    [Fact]
    public async Task Sheets_layers_tables_and_report_are_the_same_on_one_and_on_two_threads()
    {
        using var folder = new WorkFolder();
        string[][] orders =
        [
            ["map", DemoTests.EmbeddedCase("lillehammer"), "--structures", "F1", "--format", "svg,pdf,png", "-q"],
            ["map", DemoTests.EmbeddedCase("lillehammer"), "--structures", "F1", "--route", "Ringebu", "-q"],
            ["export", DemoTests.EmbeddedCase("lillehammer"), "--structures", "F1", "-q"],
            ["report", "lillehammer", "--structures", "F1", "-q"],
        ];
        string[] first = await Hashes(folder, orders, threads: 1);
        Assert.True(first.Length > 20, string.Join('\n', first));
        Assert.Equal(first, await Hashes(folder, orders, threads: 2));
    }

    /// <summary>The files of all orders with their hashes, by name.</summary>
    private static async Task<string[]> Hashes(WorkFolder folder, string[][] orders, int threads)
    {
        string count = threads.ToString(CultureInfo.InvariantCulture);
        string target = folder.Of("threads-" + count);
        for (int i = 0; i < orders.Length; i++)
        {
            string part = Path.Combine(target, i.ToString(CultureInfo.InvariantCulture));
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "navgeo.dll"), .. orders[i], "-o", part])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            };
            start.Environment["DOTNET_PROCESSOR_COUNT"] = count;
            using Process run = Process.Start(start)!;
            string error = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(run.ExitCode == 0, error);
        }
        return [.. Directory.GetFiles(target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetRelativePath(target, f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];
    }
}
