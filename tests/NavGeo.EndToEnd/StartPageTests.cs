using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>The program without words, as a planner starts it who has never had it before: from the start page into the meeting.</summary>
[Collection(MeetingBrowser.Tests)]
public sealed partial class StartPageTests
{
    /// <summary>What the planner reads, writes and clicks on, in the language of the page.</summary>
    private static readonly Dictionary<string, Words> Spoken = new(StringComparer.Ordinal)
    {
        ["nb"] = new("Kommuner, fylker eller distrikter", "Lag saken", "Saken kan brukes.", "Kopier A som modell B", "Kontor for kommunen Vang i modell B", "Alt er lagret i", "Angre", "Åpne møtet"),
        ["nn"] = new("Kommunar, fylke eller distrikt", "Lag saka", "Saka kan brukast.", "Kopier A som modell B", "Kontor for kommunen Vang i modell B", "Alt er lagra i", "Angre", "Opne møtet"),
        ["en"] = new("Municipalities, counties or districts", "Make the case", "The case can be used.", "Copy A as model B", "Office of the municipality Vang in model B", "Everything is saved in", "Undo", "Open the meeting"),
    };

    /// <summary>So long a map that is drawn in software takes to lay out its names.</summary>
    private const float SettledMilliseconds = 6000;

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Valdres_is_made_changed_and_taken_to_a_meeting_without_a_path_being_typed(string language)
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        using StartProgram program = await StartProgram.Run();
        Words words = Spoken[language];
        IPage page = await browser.Open(program.Address, language);
        await page.GetByLabel(words.Municipalities).FillAsync("vald");
        await page.GetByRole(AriaRole.Button, new() { Name = "Valdres", Exact = true }).ClickAsync();
        await Picture(page, language, 1);
        await page.GetByRole(AriaRole.Button, new() { Name = words.Make }).ClickAsync();
        await Expect(page.GetByText(words.Sound)).ToBeVisibleAsync();
        await Expect(page.Locator(".pin")).ToHaveCountAsync(6);
        await Picture(page, language, 2);
        string structures = Path.Combine(program.CasesFolder, "Valdres", "structures.csv");
        byte[] before = await File.ReadAllBytesAsync(structures);

        await CopyAndMove(page, words);
        ILocator undo = page.GetByRole(AriaRole.Button, new() { Name = words.Undo, Exact = true });
        while (await page.GetByLabel(words.OfficeOfVang).CountAsync() > 0)
        {
            await Expect(undo).ToBeEnabledAsync();
            await undo.ClickAsync();
            await Expect(page.Locator("main")).ToHaveAttributeAsync("aria-busy", "false");
        }
        Assert.Equal(before, await File.ReadAllBytesAsync(structures));

        await CopyAndMove(page, words);
        Assert.Contains(
            await File.ReadAllLinesAsync(structures),
            l => Regex.IsMatch(l, "^B[,;].*NAV Nord-Aurdal[,;]{2}3451\\|3454[,;]3451\\|3454[,;]5\\|5$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await page.GetByRole(AriaRole.Button, new() { Name = words.Meet }).ClickAsync();
        await Expect(page.Locator(".models button")).ToHaveCountAsync(2);
        await page.Locator(".models button", new() { HasText = "B" }).ClickAsync();
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("B");
        await Picture(page, language, 3);
        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requests, r => Assert.True(OwnPattern().IsMatch(r), r));
    }

    [Fact]
    public async Task What_the_case_could_not_be_used_with_is_not_saved_and_says_why()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        using StartProgram program = await StartProgram.Run();
        IPage page = await OwnHallingdal(browser, program);
        string folder = Directory.GetDirectories(program.CasesFolder).Single();
        byte[] sites = await File.ReadAllBytesAsync(Path.Combine(folder, "sites.csv"));
        await page.GetByLabel("Navn på modell A", new() { Exact = true }).FillAsync("Dagens kontorer");
        ILocator days = page.GetByLabel(new Regex("^Dager i uka for .* i modell A$"));
        for (int i = 0; i < await days.CountAsync(); i++) await days.Nth(i).FillAsync("0");
        await Expect(page.GetByText("Ikke lagret")).ToBeVisibleAsync();
        await Expect(page.Locator(".findings .error").First).ToContainTextAsync("structures.csv");
        await Expect(page.Locator(".model .findings.here .error").First).ToContainTextAsync("structures.csv");
        CommandRun check = await CommandRun.Of("case", "check", folder);
        Assert.True(check.ExitCode == 0, check.Error);
        for (int i = 0; i < await days.CountAsync(); i++) await days.Nth(i).FillAsync("3");
        await page.GetByLabel("Navn på hol", new() { Exact = true }).FillAsync("NAV Hol på Geilo");
        await AddSite(page, "hovet (Hol)");
        await AddSite(page, "8.65; 60.93");
        await page.GetByLabel("Nytt tjenestested").FillAsync("59.91, 10.75");
        await page.GetByRole(AriaRole.Button, new() { Name = "Legg til" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("utenfor kommunene i saken");
        await page.GetByLabel("Kontor for tjenestestedet Hovet i modell A").SelectOptionAsync("NAV Hol");
        await Expect(page.GetByText("Alt er lagret i")).ToBeVisibleAsync();
        Assert.Contains("NAV Hol på Geilo", await File.ReadAllTextAsync(Path.Combine(folder, "sites.csv")), StringComparison.Ordinal);
        Assert.Contains("60.930000", await File.ReadAllTextAsync(Path.Combine(folder, "sites.csv")), StringComparison.Ordinal);
        Assert.Contains("hol|0620;3|5", (await File.ReadAllTextAsync(Path.Combine(folder, "structures.csv"))).Replace(',', ';'), StringComparison.Ordinal);
        Assert.NotEqual(sites, await File.ReadAllBytesAsync(Path.Combine(folder, "sites.csv")));
        // The browser tells of the one answer that was no.
        Assert.Matches("^Failed to load resource.*422", string.Join('\n', browser.Complaints));
    }

    [Fact]
    public async Task Municipalities_and_sites_are_pointed_at_on_a_map()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        using StartProgram program = await StartProgram.Run();
        IPage page = await browser.Open(program.Address, "nb", 1000, 900);
        ILocator written = page.GetByLabel("Kommuner, fylker eller distrikter");
        await written.FillAsync("Valdres");
        await page.GetByText("Velg på kartet").ClickAsync();
        ILocator map = page.Locator(".deskmap canvas");
        await Expect(map).ToBeVisibleAsync();
        // A municipality in the middle of the country's frame, whatever it is, comes and goes by a press.
        await page.Locator(".deskmap .box[data-ready]").WaitForAsync();
        LocatorBoundingBoxResult box = (await map.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * 0.34f, box.Y + box.Height * 0.8f);
        await Expect(page.Locator(".pointed")).Not.ToBeEmptyAsync();
        string pointed = await page.Locator(".pointed").InnerTextAsync();
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        await Expect(written).ToHaveValueAsync($"Valdres, {pointed}");
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        await Expect(written).ToHaveValueAsync("Valdres");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort Vang" }).ClickAsync();
        await Expect(written).ToHaveValueAsync("Sør-Aurdal, Etnedal, Nord-Aurdal, Vestre Slidre, Øystre Slidre");

        await page.GetByRole(AriaRole.Button, new() { Name = "Lag saken" }).ClickAsync();
        ILocator pin = page.Locator(".pin").First;
        await Expect(pin).ToBeVisibleAsync();
        string folder = Directory.GetDirectories(program.CasesFolder).Single();
        string[] before = await File.ReadAllLinesAsync(Path.Combine(folder, "sites.csv"));
        await pin.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult at = (await pin.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(at.X + 8, at.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(at.X + 12, at.Y + 4, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Saved(page);
        string[] after = await File.ReadAllLinesAsync(Path.Combine(folder, "sites.csv"));
        Assert.Equal(before.Length, after.Length);
        Assert.Single(before.Zip(after), r => r.First != r.Second);

        LocatorBoundingBoxResult beside = (await pin.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(beside.X + 8, beside.Y + 40);
        await Expect(page.Locator(".pin")).ToHaveCountAsync(before.Length);
        await Saved(page);
        Assert.Equal(before.Length + 1, (await File.ReadAllLinesAsync(Path.Combine(folder, "sites.csv"))).Length);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Angre", Exact = true }).ClickAsync();
        await Expect(page.Locator(".pin")).ToHaveCountAsync(before.Length - 1);
        Assert.Equal(after, await File.ReadAllLinesAsync(Path.Combine(folder, "sites.csv")));
        Assert.Empty(browser.Complaints);
    }

    private static async Task Saved(IPage page)
    {
        await Expect(page.GetByText("endringer som ikke er lagret")).ToBeVisibleAsync();
        await Expect(page.GetByText("Alt er lagret i")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("nb", 1280, 720)]
    [InlineData("nb", 390, 844)]
    public async Task Start_page_and_desk_have_no_violation_of_wcag_a_and_aa(string language, int width, int height)
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        using StartProgram program = await StartProgram.Run();
        IPage page = await browser.Open(program.Address, language, width, height);
        await page.GetByLabel("Kommuner, fylker eller distrikter").FillAsync("os");
        await Expect(page.Locator(".suggested button").First).ToBeVisibleAsync();
        Assert.Empty(await PageCheck.Violations(page));
        await OpenOwnHallingdal(page);
        Assert.Empty(await PageCheck.Violations(page));
        bool isTooWide = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        Assert.False(isTooWide, "the page scrolls sideways");
    }

    [GeneratedRegex("^(http://127\\.0\\.0\\.1:[0-9]+/|blob:|data:)")]
    private static partial Regex OwnPattern();

    /// <summary>A picture of the lesson (<c>docs/start.md</c>), made anew with <c>NAVGEO_ACCEPT=1</c>.</summary>
    private static async Task Picture(IPage page, string language, int number)
    {
        string path = Path.Combine(Checkout.Root, "docs", "pictures", $"start-{language}-{number}.png");
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") != "1" || language == "nn") return;
        await page.WaitForTimeoutAsync(SettledMilliseconds);
        await page.ScreenshotAsync(new() { Path = path });
    }

    private static async Task<IPage> OwnHallingdal(MeetingBrowser browser, StartProgram program)
    {
        IPage page = await browser.Open(program.Address, "nb");
        await OpenOwnHallingdal(page);
        return page;
    }

    /// <summary>With the keyboard alone.</summary>
    private static async Task OpenOwnHallingdal(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Hallingdal" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lag min egen kopi" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tjenestesteder" })).ToBeVisibleAsync();
    }

    private static async Task AddSite(IPage page, string where)
    {
        int before = await page.GetByText("Fjern", new() { Exact = true }).CountAsync();
        await page.GetByLabel("Nytt tjenestested").FillAsync(where);
        await page.GetByRole(AriaRole.Button, new() { Name = "Legg til" }).ClickAsync();
        await Expect(page.GetByText("Fjern", new() { Exact = true })).ToHaveCountAsync(before + 1);
    }

    private static async Task CopyAndMove(IPage page, Words words)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = words.Copy }).ClickAsync();
        await page.GetByLabel(words.OfficeOfVang).SelectOptionAsync("NAV Nord-Aurdal");
        await Expect(page.GetByText(words.Saved)).ToBeHiddenAsync();
        await Expect(page.GetByText(words.Saved)).ToBeVisibleAsync();
    }

    private sealed record Words(string Municipalities, string Make, string Sound, string Copy, string OfficeOfVang, string Saved, string Undo, string Meet);

    /// <summary>The program, started by a user whose home is empty.</summary>
    private sealed partial class StartProgram : IDisposable
    {
        private readonly WorkFolder home;
        private readonly Process process;

        private StartProgram(WorkFolder home, Process process, Uri address) => (this.home, this.process, Address) = (home, process, address);

        public Uri Address { get; }

        public string CasesFolder => home.Of(Path.Combine("Documents", "NavGeo"));

        /// <summary>Runs it; the one that is handed out where it is published, with nothing else of this machine.</summary>
        public static async Task<StartProgram> Run(bool isPublished = false)
        {
            var home = new WorkFolder();
            string[] words = ["--no-browser", "--lang", "nb"];
            var start = isPublished ? new ProcessStartInfo(PublishedProgramTests.Program, words)
                : new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "navgeo.dll"), .. words]);
            (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true);
            if (isPublished)
            {
                start.Environment.Clear();
                start.Environment["PATH"] = "/nowhere";
            }
            start.Environment["HOME"] = home.Of("");
            foreach (string set in (string[])["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR"]) start.Environment.Remove(set);
            Process process = Process.Start(start)!;
            string line = await process.StandardOutput.ReadLineAsync() ?? await process.StandardError.ReadToEndAsync();
            Match address = AddressPattern().Match(line);
            Assert.True(address.Success, line);
            return new StartProgram(home, process, new Uri(address.Value));
        }

        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            home.Dispose();
        }

        [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/")]
        private static partial Regex AddressPattern();
    }
}
