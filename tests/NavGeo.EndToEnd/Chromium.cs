using Microsoft.Playwright;

namespace NavGeo.EndToEnd;

/// <summary>The Chromium on this machine, for tests and measurements of the page: drawn by the processor, asking nobody.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
    ];

    /// <summary>Where it lies; null where there is none.</summary>
    public static string? Place => Array.Find(Places, File.Exists);

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> Start(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Place, Args = Switches });
}
