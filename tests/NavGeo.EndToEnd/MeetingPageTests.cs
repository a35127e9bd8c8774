using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>The Hallingdal meeting in a browser, from start to what is taken home.</summary>
[Collection(MeetingBrowser.Tests)]
public sealed class MeetingPageTests
{
    /// <summary>What the meeting clicks on, in the language it speaks.</summary>
    private static readonly Dictionary<string, Words> Spoken = new(StringComparer.Ordinal)
    {
        ["nb"] = new("Hva om", "Steng", "Fra", "Til", "Vei", "Angre", "Stengte Rv 7 mellom Gol og Ål, 23,1 km, for gjennomkjøring: de som bor langs veien, kommer ut", "Logg", "Navn på scenariet", "Ta vare på", "Last ned", "Flytt", "Tjenestested", "Flyttet NAV Hol til"),
        ["nn"] = new("Kva om", "Steng", "Frå", "Til", "Veg", "Angre", "Stengde Rv 7 mellom Gol og Ål, 23,1 km, for gjennomkøyring: dei som bur langs vegen, kjem ut", "Logg", "Namn på scenarioet", "Ta vare på", "Last ned", "Flytt", "Tenestestad", "Flytta NAV Hol til"),
    };

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public async Task Hallingdal_meeting_runs_from_start_to_what_is_taken_home(string language)
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        Words words = Spoken[language];
        IPage page = await browser.Open(server.Address, language);
        await Expect(page.Locator("#ledger tbody tr")).ToHaveCountAsync(7);
        await page.Keyboard.PressAsync("5");
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("E");
        string earlier = await Figures(page);

        await page.GetByRole(AriaRole.Tab, new() { Name = words.WhatIf }).ClickAsync();
        ILocator road = page.Locator("form").Filter(new() { Has = page.GetByLabel(words.Road, new() { Exact = true }) });
        await road.GetByLabel(words.Road, new() { Exact = true }).SelectOptionAsync("Rv 7");
        await road.GetByLabel(words.From, new() { Exact = true }).SelectOptionAsync("gol");
        await road.GetByLabel(words.To, new() { Exact = true }).SelectOptionAsync("al");
        await road.GetByRole(AriaRole.Button, new() { Name = words.Close }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToHaveTextAsync(words.Closed);
        await page.GetByRole(AriaRole.Tab).First.ClickAsync();
        await Expect(page.Locator("#ledger tbody tr").Nth(1)).ToContainTextAsync("Ål");
        Assert.NotEqual(earlier, await Figures(page));

        await page.GetByRole(AriaRole.Button, new() { Name = words.Undo, Exact = true }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).Not.ToHaveTextAsync(words.Closed);
        Assert.Equal(earlier, await Figures(page));

        await page.GetByRole(AriaRole.Tab, new() { Name = words.WhatIf }).ClickAsync();
        ILocator move = page.Locator("form").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = words.Move, Exact = true }) });
        await move.GetByLabel(words.Site, new() { Exact = true }).SelectOptionAsync("hol");
        await move.GetByLabel(words.To, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Hovet" });
        await move.GetByRole(AriaRole.Button, new() { Name = words.Move, Exact = true }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync(words.Moved);

        await page.GetByRole(AriaRole.Tab, new() { Name = words.Log }).ClickAsync();
        await page.GetByLabel(words.ScenarioName).FillAsync("Kontoret på Hovet");
        await page.GetByRole(AriaRole.Button, new() { Name = words.Keep }).ClickAsync();
        ILocator row = page.Locator("#scenarios tbody tr");
        await Expect(row).ToContainTextAsync("Kontoret på Hovet (E)");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = words.Download }).ClickAsync());
        await using Stream stream = await download.CreateReadStreamAsync();
        JsonNode scenario = (await JsonNode.ParseAsync(stream))!;
        Assert.Equal("Kontoret på Hovet", (string)scenario["name"]!);
        Assert.Equal(["chooseStructure", "moveSite"], scenario["edits"]!.AsArray().Select(e => (string)e!["kind"]!));

        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requests, r => Assert.True(
            r.StartsWith(server.Address.ToString(), StringComparison.Ordinal) || r.StartsWith("blob:", StringComparison.Ordinal) || r.StartsWith("data:", StringComparison.Ordinal), r));
    }

    [Fact]
    public async Task Models_stand_beside_each_other_on_the_same_part_of_the_map()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "nb");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.Locator(".chooser summary").ClickAsync();
        foreach (string model in (string[])["A:", "E:", "E1:"]) await page.Locator(".chooser label", new() { HasText = model }).Locator("input").CheckAsync();
        await page.Locator(".chooser summary").ClickAsync();
        await Expect(page.Locator(".pane canvas")).ToHaveCountAsync(3);
        await Expect(page.Locator(".pane", new() { HasText = "E1:" })).ToContainTextAsync("15 742 får lengre vei");
        await Expect(page.Locator(".pane", new() { HasText = "E1:" })).Not.ToContainTextAsync("1 steder");
        await Expect(page.Locator(".pane").First).ToContainTextAsync("0 får lengre vei");
        await page.Locator(".chooser summary").ClickAsync();
        await page.Locator(".chooser button").ClickAsync();
        await Expect(page.Locator(".pane")).ToHaveCountAsync(0);
        await page.Locator("select.language").SelectOptionAsync("en");
        await Expect(page.GetByRole(AriaRole.Tab).First).ToHaveTextAsync("Answer");
        await Expect(page.Locator(".map canvas")).ToHaveCountAsync(1);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Road_is_drawn_in_the_map_and_a_scenario_goes_out_and_comes_in_again()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "nb");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("9");
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("E1");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Hva om" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tegn i kartet" }).ClickAsync();
        await Expect(page.Locator(".drawing")).ToContainTextAsync("0 punkter");
        ILocator map = page.Locator(".map .gl");
        // From Hol to Hemsedal, over the mountain.
        await map.ClickAsync(new() { Position = new Position { X = 230, Y = 352 } });
        await map.ClickAsync(new() { Position = new Position { X = 280, Y = 240 } });
        await map.ClickAsync(new() { Position = new Position { X = 335, Y = 140 } });
        await Expect(page.Locator(".drawing")).ToContainTextAsync("3 punkter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Legg vei" }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("La ny vei fra");
        await Expect(page.Locator(".drawing")).ToHaveCountAsync(0);
        string with = await Figures(page);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Ta med" }).ClickAsync();
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Endringene som fil" }).ClickAsync());
        string file = await download.PathAsync();
        IDownload picture = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Bilde av kartet (PNG)" }).ClickAsync());
        Assert.True(new FileInfo(await picture.PathAsync()).Length > 20_000, "the picture is empty");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Logg" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tilbake til saken" }).ClickAsync();
        await Expect(page.Locator("#edits")).ToHaveCountAsync(0);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "scenario.json",
            MimeType = "application/json",
            Buffer = await File.ReadAllBytesAsync(file),
        });
        await Expect(page.Locator("#edits li")).ToHaveCountAsync(2);
        Assert.Equal(with, await Figures(page));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Figures_on_the_page_are_those_of_the_compare_command()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "en");
        await page.Locator(".models button", new() { HasText = "E1" }).ClickAsync();
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("E1");
        await Expect(page.Locator("#ledger tbody tr.total td.bad")).ToBeVisibleAsync();
        CommandRun run = await CommandRun.Of("compare", Path.Combine(AppContext.BaseDirectory, "data", "hallingdal"), "--json", "--least-people", "5");
        JsonNode structure = JsonNode.Parse(run.Output)!["structures"]!.AsArray().Single(s => (string)s!["id"]! == "E1")!;
        double mean = (double)structure["access"]!["mean_minutes"]!;
        await Expect(page.Locator("#indicators tr", new() { HasText = "Mean" }).Locator("td.now"))
            .ToContainTextAsync(mean.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
        foreach (JsonNode? municipality in structure["municipalities"]!.AsArray())
        {
            string lose = ((long)municipality!["change"]!["lose"]!).ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
            await Expect(page.Locator("#ledger tr", new() { HasText = (string)municipality["name"]! }).Locator("td").First).ToContainTextAsync(lose);
        }
    }

    [Fact]
    public async Task Second_browser_follows_the_first()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start(isShared: true);
        IPage presenter = await browser.Join(new Uri(server.Address, "#" + server.Door.PresenterCode), "Kari");
        IPage follower = await browser.Join(new Uri(server.Address, "#" + server.Door.ParticipantCode), "Ola");
        await Expect(follower.Locator("#ledger")).ToBeVisibleAsync();
        await presenter.Locator(".models button", new() { HasText = "E1" }).ClickAsync();
        await Expect(follower.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("E1");
        Assert.Equal(await Figures(presenter), await Figures(follower));
    }

    [Theory]
    [InlineData("nb", 1280, 720, 1)]
    [InlineData("nn", 853, 480, 1.5f)]
    [InlineData("nb", 390, 844, 1)]
    public async Task Page_has_no_violation_of_wcag_a_and_aa(string language, int width, int height, float scale)
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, language, width, height, scale);
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        int tabs = await page.GetByRole(AriaRole.Tab).CountAsync();
        for (int tab = 0; tab < tabs; tab++)
        {
            await page.GetByRole(AriaRole.Tab).Nth(tab).ClickAsync();
            Assert.Empty(await PageCheck.Violations(page));
        }
        bool isTooWide = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        Assert.False(isTooWide, "the page scrolls sideways");
    }

    [Fact]
    public async Task Meeting_can_be_held_with_the_keyboard_alone()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "nb");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("9");
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("E1");
        await TabTo(page, "() => document.activeElement?.textContent === 'Angre'");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("A");
        await TabTo(page, "() => document.activeElement?.getAttribute('role') === 'tab'");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "() => document.activeElement?.getAttribute('aria-label') === 'Dager i uka for NAV Flå'");
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator(".sentences .edit")).ToHaveTextAsync("Stengte NAV Flå i modell A");
    }

    private static async Task TabTo(IPage page, string condition)
    {
        for (int i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(condition)) return;
        }
        Assert.Fail("not reached by the tab key: " + condition);
    }

    /// <summary>What all that is in force does; how it came about is told beside it.</summary>
    private static async Task<string> Figures(IPage page)
    {
        await page.GetByRole(AriaRole.Tab).First.ClickAsync();
        IReadOnlyList<string> told = await page.Locator("#indicators tbody :is(th, td.now, td:last-child)").AllInnerTextsAsync();
        return string.Join('\n', told) + await page.Locator("#ledger").InnerTextAsync();
    }

    private sealed record Words(
        string WhatIf, string Close, string From, string To, string Road, string Undo, string Closed, string Log, string ScenarioName,
        string Keep, string Download, string Move, string Site, string Moved);
}
