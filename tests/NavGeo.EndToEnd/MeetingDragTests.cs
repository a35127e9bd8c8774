using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>Only what was meant is done: a site that is dragged by mouse or finger, let go of anywhere.</summary>
[Collection(MeetingBrowser.Tests)]
public sealed class MeetingDragTests
{
    private static readonly (double Longitude, double Latitude) Hol = (8.2075, 60.5324);

    [Fact]
    public async Task Site_that_is_dragged_is_asked_about_with_what_it_does_before_it_counts()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await Opened(browser, server);
        (float x, float y) = await At(page, Hol);
        ILocator card = page.GetByRole(AriaRole.Dialog);
        // A tremor is no movement.
        await Drag(page, (x, y), (x + 3, y + 2));
        await Expect(card).ToHaveCountAsync(0);
        // Let go of beside the map it is off, and moving on does nothing.
        await Drag(page, (x, y), (1000, 300));
        await page.Mouse.MoveAsync(x + 60, y);
        await Expect(card).ToHaveCountAsync(0);
        await Drag(page, (x, y), (x + 60, y - 40));
        await Expect(card).ToContainTextAsync("NAV Hol flyttet til");
        await Expect(card).ToContainTextAsync("får lengre vei");
        Assert.Equal(0, await Version(page));
        await card.GetByRole(AriaRole.Button, new() { Name = "La stå" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        Assert.Equal(0, await Version(page));
        await Drag(page, (x, y), (x + 60, y - 40));
        await card.GetByRole(AriaRole.Button, new() { Name = "Ja, flytt hit" }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Flyttet NAV Hol til");
        Assert.Equal(1, await Version(page));
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Angre dette" }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Angret: Flyttet NAV Hol til");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task New_site_is_made_at_a_place_is_told_before_it_counts_and_is_taken_back()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await Opened(browser, server);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("geilo");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nytt tjenestested her" }).ClickAsync();
        ILocator name = page.Locator(".trip").GetByLabel("Navn");
        await Expect(name).Not.ToHaveValueAsync("");
        await name.FillAsync("Skolen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se hva det gir" }).ClickAsync();
        ILocator card = page.GetByRole(AriaRole.Dialog);
        await Expect(card).ToContainTextAsync("Nytt tjenestested Skolen");
        Assert.Equal(0, await Version(page));
        Assert.Empty(await PageCheck.Violations(page));
        await card.GetByRole(AriaRole.Button, new() { Name = "Ja", Exact = true }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Åpnet nytt tjenestested Skolen");
        await page.Locator(".bands select").SelectOptionAsync("Skolen");
        await Expect(page.Locator(".legend h2")).ToContainTextAsync("Skolen");
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Angre dette" }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Angret: Åpnet nytt tjenestested Skolen");
        await Expect(page.Locator(".bands select option", new() { HasText = "Skolen" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".legend h2")).Not.ToContainTextAsync("Skolen");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Finger_drags_a_site_and_no_later_tap_or_pinch_repeats_it()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await Opened(browser, server);
        ICDPSession touch = await page.Context.NewCDPSessionAsync(page);
        (float x, float y) = await At(page, Hol);
        ILocator card = page.GetByRole(AriaRole.Dialog);
        await Finger(touch, (x, y), (x + 70, y - 30));
        await card.GetByRole(AriaRole.Button, new() { Name = "Ja, flytt hit" }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Flyttet NAV Hol til");
        // Taps elsewhere, and on the site, are no movements.
        await Finger(touch, (x + 200, y - 100));
        await Finger(touch, (x + 70, y - 30));
        await page.Mouse.ClickAsync(x + 150, y - 60);
        // Two fingers mean the map, though the first is on a site.
        await Send(touch, "touchStart", (x + 70, y - 30));
        await Send(touch, "touchStart", (x + 70, y - 30), (x + 200, y - 100));
        await Send(touch, "touchMove", (x + 40, y - 10), (x + 240, y - 140));
        await Send(touch, "touchEnd");
        await Expect(card).ToHaveCountAsync(0);
        Assert.Equal(1, await Version(page));
        Assert.Empty(browser.Complaints);
    }

    private static async Task<IPage> Opened(MeetingBrowser browser, MeetingServer server)
    {
        IPage page = await browser.Open(server.Address, "nb");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('navgeo:painted').length > 0");
        return page;
    }

    private static async Task<int> Version(IPage page) => await page.EvaluateAsync<int>("() => fetch('api/answer').then(r => r.json()).then(a => a.version)");

    private static async Task Drag(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    private static async Task Finger(ICDPSession touch, (float X, float Y) from, (float X, float Y)? to = null)
    {
        await Send(touch, "touchStart", from);
        if (to is { } end)
        {
            for (int step = 1; step <= 5; step++) await Send(touch, "touchMove", (from.X + (end.X - from.X) * step / 5, from.Y + (end.Y - from.Y) * step / 5));
        }
        await Send(touch, "touchEnd");
    }

    private static async Task Send(ICDPSession touch, string kind, params (float X, float Y)[] fingers) => await touch.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
    {
        ["type"] = kind,
        ["touchPoints"] = fingers.Select((f, id) => new Dictionary<string, object> { ["x"] = f.X, ["y"] = f.Y, ["id"] = id }).ToArray(),
    });

    /// <summary>Where a place is on the screen while the map shows the whole case: its bounds fitted into the map with the room that is left around them.</summary>
    internal static async Task<(float X, float Y)> At(IPage page, (double Longitude, double Latitude) place)
    {
        const double Top = 64, Side = 28;
        JsonNode info = JsonNode.Parse(await page.EvaluateAsync<string>("() => fetch('api/case').then(r => r.text())"))!;
        double[] bounds = [.. info["bounds"]!.AsArray().Select(b => (double)b!)];
        LocatorBoundingBoxResult box = (await page.Locator(".map .gl").BoundingBoxAsync())!;
        (double west, double north) = Mercator(bounds[0], bounds[3]);
        (double east, double south) = Mercator(bounds[2], bounds[1]);
        double scale = Math.Min((box.Width - 2 * Side) / (east - west), (box.Height - Top - Side) / (south - north));
        (double x, double y) = Mercator(place.Longitude, place.Latitude);
        double middleX = box.X + box.Width / 2, middleY = box.Y + Top + (box.Height - Top - Side) / 2;
        return ((float)(middleX + (x - (west + east) / 2) * scale), (float)(middleY + (y - (north + south) / 2) * scale));
    }

    private static (double X, double Y) Mercator(double longitude, double latitude) =>
        (longitude / 360, -Math.Log(Math.Tan(Math.PI / 4 + latitude * Math.PI / 360)) / (2 * Math.PI));
}
