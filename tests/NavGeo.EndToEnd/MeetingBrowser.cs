using Microsoft.Playwright;

namespace NavGeo.EndToEnd;

/// <summary>Chromium on a page of a meeting. Everything it asks for, and everything it complains of, is kept.</summary>
internal sealed class MeetingBrowser : IAsyncDisposable
{
    /// <summary>The collection of tests that use it: one browser at a time, or they wait for each other.</summary>
    public const string Tests = "browser";

    /// <summary>What takes a blink on an idle machine may take a minute while others use it, milliseconds.</summary>
    private const int Patience = 180_000;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private MeetingBrowser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    /// <summary>Starts it; the test is skipped where there is no Chromium.</summary>
    public static async Task<MeetingBrowser> Start()
    {
        Assert.SkipUnless(Chromium.Place is not null, "Chromium is not on the machine: apt-get install chromium");
        Assert.SkipUnless(NavGeo.Web.PageFiles.Embedded.IsBuilt, "the page was not built: Node was missing");
        Assertions.SetDefaultExpectTimeout(Patience);
        IPlaywright playwright = await Playwright.CreateAsync();
        return new MeetingBrowser(playwright, await Chromium.Start(playwright));
    }

    /// <summary>A browser window of its own, with its own cookies, in a language.</summary>
    public async Task<IPage> Open(Uri address, string language, int width = 1280, int height = 720, float scale = 1)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            DeviceScaleFactor = scale,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        await context.AddInitScriptAsync($"localStorage.getItem('navgeo-language') ?? localStorage.setItem('navgeo-language', '{language}')");
        context.SetDefaultTimeout(Patience);
        IPage page = await context.NewPageAsync();
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error") Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>A window of somebody who comes in by the link they were given.</summary>
    public async Task<IPage> Join(Uri link, string name)
    {
        IPage page = await Open(link, "nb");
        await page.GetByLabel("Navnet ditt").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bli med i møtet" }).ClickAsync();
        await Assertions.Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
