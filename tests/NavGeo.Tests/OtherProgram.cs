using System.ComponentModel;
using System.Diagnostics;

namespace NavGeo.Tests;

/// <summary>Runs a program that need not be installed.</summary>
internal static class OtherProgram
{
    /// <summary>Its exit code, below 0 where there is no such program, and all it said.</summary>
    public static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, said);
        }
        catch (Win32Exception)
        {
            return (-1, "");
        }
    }
}
