using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using NavGeo.Cli.Views;
using NavGeo.Planning.Language;
using NavGeo.Web;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo</c> without words: the start page, in the browser of whoever sits here.</summary>
internal static class StartPage
{
    public static void AddTo(RootCommand root, GlobalOptions common, TextWriter output, TextWriter error)
    {
        var port = new Option<int>("--port") { Description = "The port of the start page; a free one otherwise." };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Only say where the start page is; do not open the browser." };
        root.Options.Add(port);
        root.Options.Add(noBrowser);
        root.SetAction(async (parsed, cancellation) =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            // For Norwegian planners, unless somebody says otherwise.
            screen.UseLanguageOf(UserLanguage.Bokmaal);
            await using WebApplication app = StartHost.Build(new StartOptions
            {
                Embedded = [.. EmbeddedCases.Names.Select(EmbeddedCases.Folder)],
                DataFolder = EmbeddedCases.DataFolder,
                Port = parsed.GetValue(port),
            });
            await ServeVerb.Start(app, parsed.GetValue(port), cancellation);
            string address = app.Urls.First() + "/";
            screen.Line(screen.Texts.Say("start.address", address));
            if (!PageFiles.Embedded.IsBuilt) screen.Line(screen.Texts.Say("web.serve.no-page"));
            screen.Line(screen.Texts.Say("start.stop"));
            if (!parsed.GetValue(noBrowser)) Open(address);
            await app.WaitForShutdownAsync(cancellation);
            return ExitCode.Ok;
        });
    }

    /// <summary>Opens the system's browser where there is one; the address stands on the screen in any case.</summary>
    private static void Open(string address)
    {
        bool hasScreen = !OperatingSystem.IsLinux()
            || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasScreen) return;
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception none) when (none is Win32Exception or FileNotFoundException)
        {
            // No browser: who reads the address opens one.
        }
    }
}
