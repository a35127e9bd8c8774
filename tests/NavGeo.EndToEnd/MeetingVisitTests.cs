using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>Nordland by its constructed boats on the page: the switch between with a car and without, and a boat that is taken out.</summary>
[Collection(MeetingBrowser.Tests)]
public sealed class MeetingVisitTests
{
    private const int Hour = 3600;

    internal static readonly VisitQuestion Week = new([.. Enumerable.Range(0, 5).Select(new DateOnly(2018, 3, 5).AddDays)], new VisitHours(9 * Hour, 15 * Hour, 45 * 60), []);

    /// <summary>Nordland with its boats.</summary>
    internal static PlanningCase ByBoat(PlanningCase planningCase)
    {
        Timetable boats = TimetableFile.Open([Path.Combine(Checkout.Root, "data", "nordland", "boats")], new Findings());
        return planningCase with { Transit = new TransitNetwork(boats, new StraightWalks(boats, new WalkSettings())) };
    }

    [Fact]
    public async Task Switch_shows_those_without_a_car_and_a_departure_taken_out_costs_them_their_days()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        await using MeetingServer server = await MeetingServer.Start(caseFolder: Path.Combine(Checkout.Root, "data", "nordland"), with: ByBoat, visits: Week);
        IPage page = await browser.Open(server.Address, "nn");
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Kva om" }).ClickAsync();
        foreach (string site in (string[])["NAV Værøy", "NAV Røst"])
        {
            await page.GetByLabel("Søk etter tenestestad").FillAsync(site);
            await page.GetByLabel($"Dagar i veka for {site}").SelectOptionAsync("0");
        }
        await page.GetByRole(AriaRole.Tab, new() { Name = "Svar" }).ClickAsync();
        await page.GetByLabel("Utan bil").CheckAsync();
        await Expect(page.Locator("#visits tr.total")).ToContainTextAsync("A");
        await Expect(page.Locator("#ledger")).ToHaveCountAsync(0);
        await Expect(page.Locator(".legend h2")).ToContainTextAsync("utan bil");
        await Expect(page.Locator(".legend li")).ToHaveCountAsync(6);
        await Expect(page.GetByText(new Regex("Frå Værøy ferjekai \\(Værøy\\) kan ein vitje NAV Bodø og kome heim same dag 2 av 5 kvardagar"))).ToBeVisibleAsync();
        ILocator island = page.Locator("#visit-ledger tr", new() { HasText = "Værøy" });
        await Expect(island).Not.ToContainTextAsync("→ 0,0");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Kva om" }).ClickAsync();
        await page.GetByLabel("Stopp (namn eller id)").FillAsync("Røst");
        await page.GetByLabel("Avgang kl.").FillAsync("05:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta ut avgangen" }).ClickAsync();
        await Expect(page.Locator(".sentences .edit")).ToContainTextAsync("Tok ut avgangen frå Røst kl. 05.00");
        await Expect(page.Locator(".sentences")).ToContainTextAsync("mistar");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Svar" }).ClickAsync();
        await Expect(island).ToContainTextAsync("→ 0,0");
        Assert.Empty(await PageCheck.Violations(page));

        await page.GetByLabel("Med bil").CheckAsync();
        await Expect(page.Locator("#ledger")).ToBeVisibleAsync();
        Assert.Contains(browser.Requests, r => r.Contains("/api/visits/layers/A", StringComparison.Ordinal));
        Assert.Empty(browser.Complaints);
    }
}
