using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>What is on the screen, and on whose: divider, background map, the view of whoever leads.</summary>
[Collection(MeetingBrowser.Tests)]
public sealed class MeetingViewTests
{
    private const string Kartverket = "https://cache.kartverket.no/";

    [Fact]
    public async Task Two_models_lie_over_each_other_with_a_divider_moved_by_mouse_and_by_keys()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "nb");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.Locator(".chooser summary").ClickAsync();
        await Expect(page.GetByLabel("Legg to modeller over hverandre")).ToBeDisabledAsync();
        foreach (string model in (string[])["A:", "E1:"]) await page.Locator(".chooser label", new() { HasText = model }).Locator("input").CheckAsync();
        await page.GetByLabel("Legg to modeller over hverandre").CheckAsync();
        await page.Locator(".chooser summary").ClickAsync();
        await Expect(page.Locator(".swipe-map canvas")).ToHaveCountAsync(2);
        await Expect(page.Locator(".swipe-titles")).ToContainTextAsync("15 742 får lengre vei");
        ILocator divider = page.GetByRole(AriaRole.Slider);
        await Expect(divider).ToHaveAttributeAsync("aria-valuenow", "50");
        await divider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("PageDown");
        await Expect(divider).ToHaveAttributeAsync("aria-valuenow", "38");
        await Expect(divider).ToHaveAttributeAsync("aria-valuetext", new Regex("^38 prosent A: Dagens organisering, 62 prosent E1: "));
        LocatorBoundingBoxResult handle = (await divider.BoundingBoxAsync())!;
        LocatorBoundingBoxResult maps = (await page.Locator(".swipe-maps").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(handle.X + handle.Width / 2, handle.Y + handle.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(maps.X + maps.Width * 0.75f, handle.Y + handle.Height / 2);
        await page.Mouse.UpAsync();
        await Expect(divider).ToHaveAttributeAsync("aria-valuenow", "75");
        Assert.Empty(await PageCheck.Violations(page));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Background_map_is_asked_for_only_when_somebody_turns_it_on_and_a_missing_network_is_told()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start(hasBackgroundMap: true);
        IPage page = await browser.Open(server.Address, "nb");
        await page.RouteAsync(Kartverket + "**", route => route.AbortAsync());
        await Expect(page.Locator(".map canvas")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("9");
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("E1");
        Assert.DoesNotContain(browser.Requests, r => r.StartsWith(Kartverket, StringComparison.Ordinal));
        ILocator choice = page.GetByLabel("Bakgrunnskart");
        await Expect(choice).Not.ToBeCheckedAsync();
        await choice.CheckAsync();
        await Expect(page.Locator(".credit")).ToContainTextAsync("Fikk ikke hentet bakgrunnskartet");
        Assert.Contains(browser.Requests, r => r.StartsWith(Kartverket, StringComparison.Ordinal));
        await page.Locator(".models button").First.ClickAsync();
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("A");
        Assert.Empty(await PageCheck.Violations(page));
        await choice.UncheckAsync();
        await Expect(page.Locator(".credit")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Background_map_stands_with_the_name_of_whose_it_is()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start(hasBackgroundMap: true);
        IPage page = await browser.Open(server.Address, "nb");
        // A single white pixel stands for every tile.
        byte[] tile = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjFZgAAAABJRU5ErkJggg==");
        await page.RouteAsync(Kartverket + "**", route => route.FulfillAsync(new RouteFulfillOptions
        {
            BodyBytes = tile,
            ContentType = "image/png",
            Headers = [new("access-control-allow-origin", "*")],
        }));
        await Expect(page.Locator(".map canvas")).ToBeVisibleAsync();
        await page.GetByLabel("Bakgrunnskart").CheckAsync();
        await Expect(page.Locator(".credit")).ToHaveTextAsync("© Kartverket");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Participant_sees_what_whoever_leads_sees_until_they_look_around()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start(isShared: true);
        IPage presenter = await browser.Join(new Uri(server.Address, "#" + server.Door.PresenterCode), "Kari");
        IPage follower = await browser.Join(new Uri(server.Address, "#" + server.Door.ParticipantCode), "Ola");
        ILocator along = follower.GetByLabel("Følg møtelederen");
        await Expect(along).ToBeCheckedAsync();
        await presenter.Locator(".mode label").Nth(1).ClickAsync();
        await Expect(follower.Locator(".mode input").Nth(1)).ToBeCheckedAsync();
        await follower.GetByRole(AriaRole.Button, new() { Name = "Forstørr" }).ClickAsync();
        await Expect(along).Not.ToBeCheckedAsync();
        await presenter.Locator(".bands select").SelectOptionAsync("al");
        await presenter.Locator(".mode label").First.ClickAsync();
        await along.CheckAsync();
        await Expect(follower.Locator(".mode input").First).ToBeCheckedAsync();
        await Expect(follower.Locator(".bands select")).ToHaveValueAsync("al");
        Assert.Empty(browser.Complaints);
    }
}
