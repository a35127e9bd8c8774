using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>The other tables of a case on the start page: pasted from a spreadsheet, refused beside the cell, taken back.</summary>
public sealed partial class StartPageTests
{
    private const string Paste = """
        text => {
          const cell = document.querySelector('section[aria-labelledby=tables] tbody td');
          const data = new DataTransfer();
          data.setData('text/plain', text);
          cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task Costs_are_pasted_from_a_spreadsheet_refused_where_they_are_wrong_and_taken_back()
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        using StartProgram program = await StartProgram.Run();
        IPage page = await OwnHallingdal(browser, program);
        string costs = Path.Combine(Directory.GetDirectories(program.CasesFolder).Single(), "costs.csv");
        await page.GetByLabel("Skjema").SelectOptionAsync("costs");
        await Expect(page.GetByLabel("Kontor, rad 1", new() { Exact = true })).ToBeVisibleAsync();
        await page.EvaluateAsync(Paste, "Kontor\tTjenestested\tHva\tKroner i året\nNAV Flå\tNAV Flå\tHusleie\t420000,50\nNAV Nes\t\tHusleie\tmye\n");
        await Expect(page.GetByText("Ikke lagret")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Kroner i året, rad 2", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("section[aria-labelledby=tables] .findings.here .error")).ToContainTextAsync("Lokalkostnader, rad 3 (costs.csv)");
        Assert.False(File.Exists(costs));
        await page.GetByLabel("Kroner i året, rad 2", new() { Exact = true }).FillAsync("630 000");
        await Expect(page.GetByText("Alt er lagret i")).ToBeVisibleAsync();
        Assert.Contains("NAV Flå;fla;Husleie;420000;50", (await File.ReadAllTextAsync(costs)).Replace("\"", "", StringComparison.Ordinal).Replace(',', ';'), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Angre", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Kostnad, rad 2", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.False(File.Exists(costs));
        Assert.Empty(await PageCheck.Violations(page));
    }
}
