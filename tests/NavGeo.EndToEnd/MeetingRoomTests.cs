using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>What the room is told and shown: each step and all of them, in large letters, found by a word, tried by oneself first.</summary>
[Collection(MeetingBrowser.Tests)]
public sealed class MeetingRoomTests
{
    [Fact]
    public async Task Closure_and_then_winter_are_told_apart_and_together_and_each_is_switched_off_beside_the_map()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "nb");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await Edit(page, """{"kind":"closeStretch","road":"rv 7","from":"fla","to":"nes"}""");
        await Edit(page, """{"kind":"setWinter","isWinter":true}""");
        ILocator parts = page.Locator(".sentences .part");
        await Expect(parts.Nth(0)).ToContainTextAsync("Vinterføre");
        await Expect(parts.Nth(0)).Not.ToContainTextAsync("Rv 7");
        await Expect(parts.Nth(1)).ToContainTextAsync("Modell A · Rv 7 stengt mellom Flå og Nes (31,7 km) for gjennomkjøring · Vinterføre");
        await page.Locator(".mode label").Nth(2).ClickAsync();
        await Expect(page.Locator(".legend h2")).ToHaveTextAsync("Minutter lengre eller kortere enn før dette steget");
        await Expect(page.Locator("#ledger caption")).ToHaveTextAsync("Hvem taper og hvem vinner ved dette steget");
        await page.Locator(".bands select").SelectOptionAsync("gol");
        await Expect(page.Locator(".legend h2")).ToHaveTextAsync("Minutter lengre eller kortere til NAV Gol enn før dette steget");
        ILocator winter = page.Locator(".chip", new() { HasText = "Vinterføre" });
        await winter.GetByRole(AriaRole.Checkbox).ClickAsync();
        await Expect(parts.Nth(0)).ToContainTextAsync("Slo av: Vinterføre");
        await Expect(parts.Nth(1)).Not.ToContainTextAsync("Vinterføre");
        await Expect(page.Locator(".chip").Nth(1)).ToHaveTextAsync("Sommerføre");
        Assert.Empty(await PageCheck.Violations(page));
        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData(1920, 1080, 28)]
    [InlineData(1280, 720, 18.5)]
    public async Task Room_mode_has_no_letter_too_small_for_six_metres(int width, int height, double least)
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "nb", width, height);
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("9");
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("E1");
        await page.Keyboard.PressAsync("f");
        await Expect(page.Locator(".roompanel dd")).ToHaveCountAsync(3);
        await Expect(page.Locator(".roompanel")).ToContainTextAsync("15 742");
        JsonElement small = await page.EvaluateAsync<JsonElement>(
            """
            least => [...document.querySelectorAll("body *")].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())).filter((e) => {
              const [style, box] = [getComputedStyle(e), e.getBoundingClientRect()];
              return box.width > 2 && box.height > 2 && style.visibility !== "hidden" && style.clipPath === "none" && parseFloat(style.fontSize) < least;
            }).map((e) => e.className + " " + e.textContent)
            """, least);
        Assert.Empty(small.EnumerateArray());
        Assert.Empty(await PageCheck.Violations(page));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#indicators")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_box_finds_places_roads_and_commands_by_keyboard_and_says_when_there_is_nothing()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start();
        IPage page = await browser.Open(server.Address, "nb");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        ILocator box = page.GetByRole(AriaRole.Combobox, new() { Name = "Søk" });
        await Expect(box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("finnes ikke");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveTextAsync("Ingen treff på «finnes ikke»");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.TypeAsync("geilo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".trip")).ToContainTextAsync("Veien fra Geilo");
        await box.FillAsync("rv 52");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Hele Rv 52 stengt for gjennomkjøring");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ja", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Stengte hele Rv 52");
        await box.FillAsync("angr");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Angret: Stengte hele Rv 52");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Participant_tries_by_themselves_sends_it_to_the_room_and_hears_what_became_of_it()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start(isShared: true);
        IPage kari = await browser.Join(new Uri(server.Address, "#" + server.Door.PresenterCode), "Kari");
        IPage ola = await browser.Join(new Uri(server.Address, "#" + server.Door.ParticipantCode), "Ola");
        Assert.DoesNotContain("#", kari.Url, StringComparison.Ordinal);
        await ola.GetByRole(AriaRole.Button, new() { Name = "Prøv selv" }).ClickAsync();
        await ola.Locator(".models button", new() { HasText = "E1" }).ClickAsync();
        await Expect(ola.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("E1");
        await Expect(kari.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("A");
        await ola.GetByRole(AriaRole.Button, new() { Name = "Send til rommet" }).ClickAsync();
        await Expect(ola.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("A");
        await Expect(kari.Locator(".badge")).ToHaveTextAsync("1");
        await kari.GetByRole(AriaRole.Tab, new() { Name = "Møtet" }).ClickAsync();
        await Expect(kari.Locator("#proposals")).ToContainTextAsync("15 742 innbyggere får lengre vei");
        await kari.Locator("#proposals").GetByRole(AriaRole.Button, new() { Name = "Ta opp" }).ClickAsync();
        await ola.GetByRole(AriaRole.Tab, new() { Name = "Møtet" }).ClickAsync();
        await Expect(ola.Locator("#settled")).ToContainTextAsync("Tatt opp: Modell E1");
        Assert.Empty(browser.Complaints);
    }

    private static async Task Edit(IPage page, string edit)
    {
        int status = await page.EvaluateAsync<int>("body => fetch('api/edits', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(r => r.status)", edit);
        Assert.Equal(200, status);
    }
}
