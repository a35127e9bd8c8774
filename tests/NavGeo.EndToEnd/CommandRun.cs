using NavGeo.Cli;

namespace NavGeo.EndToEnd;

/// <summary>One run of the command as a user types it: exit code and both outputs.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await NavGeoCommand.RunAsync(args, output, error);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
