using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>What stands on the desk about offices, and what happens to them when something else goes.</summary>
public sealed partial class StartPageTests
{
    [Fact]
    public async Task Case_says_what_it_is_and_what_a_removal_takes_along_and_comes_back_from_the_meeting()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        using StartProgram program = await StartProgram.Run();
        IPage page = await browser.Open(program.Address, "nb");
        await page.GetByLabel("Kommuner, fylker eller distrikter").FillAsync("Vang, Vestre Slidre, Øystre Slidre");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lag saken" }).ClickAsync();
        await Expect(page.GetByText("3 kommuner, 3 tjenestesteder · modell A: 3 kontorer, 3 åpne tjenestesteder")).ToBeVisibleAsync();
        await Expect(page).ToHaveTitleAsync("Vang, Vestre Slidre, Øystre Slidre – NavGeo");
        string folder = Directory.GetDirectories(program.CasesFolder).Single();
        string structures = Path.Combine(folder, "structures.csv");

        ILocator name = page.GetByLabel("Navn på kontoret NAV Vang i modell A");
        await name.FillAsync("NAV Filefjell");
        await name.PressAsync("Enter");
        await page.GetByLabel("Vertskommune for NAV Filefjell i modell A").SelectOptionAsync("Vang");
        await Saved(page);
        Assert.Matches("A[,;].*NAV Filefjell[,;]3454[,;]3454[,;]", await File.ReadAllTextAsync(structures));
        byte[] before = await File.ReadAllBytesAsync(structures);

        // Taken back before it was saved, and after.
        await page.GetByRole(AriaRole.Button, new() { Name = "Fjern Slidre", Exact = true }).ClickAsync();
        await Expect(page.Locator(".gone")).ToContainTextAsync("Slidre er fjernet. Det var i bruk i modell A (NAV Vestre Slidre). Uten tjenestested nå: modell A (NAV Vestre Slidre).");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hent tilbake" }).ClickAsync();
        await Expect(page.Locator(".pin")).ToHaveCountAsync(3);
        await page.GetByLabel("Kontor for kommunen Vang i modell A").SelectOptionAsync("NAV Vestre Slidre");
        await Expect(page.Locator(".gone")).ToContainTextAsync("Kontoret NAV Filefjell hadde ingen andre kommuner og er borte; tjenestestedene følger med: Vang.");
        await Saved(page);
        Assert.DoesNotContain("Filefjell", await File.ReadAllTextAsync(structures), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hent tilbake" }).ClickAsync();
        await Expect(page.GetByLabel("Navn på kontoret NAV Filefjell i modell A")).ToBeVisibleAsync();
        Assert.Equal(before, await File.ReadAllBytesAsync(structures));

        await page.GetByLabel("Nytt tjenestested").FillAsync("Skrautvålsvegen 77");
        await page.GetByRole(AriaRole.Button, new() { Name = "Legg til" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ser ut som en adresse");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kartverket");
        Assert.Empty(await PageCheck.Violations(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Åpne møtet" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tilbake til saken" }).ClickAsync();
        await Expect(page.GetByLabel("Navn på kontoret NAV Filefjell i modell A")).ToBeVisibleAsync();
    }
}
