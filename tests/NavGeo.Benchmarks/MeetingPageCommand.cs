using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using NavGeo.Data.Cases;
using NavGeo.EndToEnd;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>meeting-page --case DIR [--edits N] [--json]</c>: opens the page of a meeting in Chromium and closes roads by its own
/// form, each taken back. What is measured is what whoever sits there waits for: from the click until the map rests. The page
/// marks these moments itself (<c>navgeo:asked</c>, <c>answered</c>, <c>painted</c>). Painted is when the page has handed the last
/// frame over; <c>drawn</c>, when the graphics program has drawn it, is marked from here.
/// </summary>
internal static class MeetingPageCommand
{
    /// <summary>The map has come to rest when it has not drawn for so long, milliseconds.</summary>
    private const int Rest = 400;

    private const string WaitForDrawing =
        """
        new PerformanceObserver(list => {
          if (!list.getEntriesByName("navgeo:painted").length) return;
          const gl = document.querySelector("canvas.maplibregl-canvas")?.getContext("webgl2");
          gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
          performance.clearMarks("navgeo:drawn");
          performance.mark("navgeo:drawn");
        }).observe({ type: "mark" });
        """;

    public static async Task<int> Run(Arguments arguments)
    {
        if (Chromium.Place is null) throw new UsageException("Chromium is not on the machine");
        string caseFolder = arguments.Required("--case");
        var work = Workspace.Open(caseFolder, new Findings());
        PlanningCase planningCase = work.Case;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-page-");
        var report = new Report(arguments.Has("--json"));
        try
        {
            await using WebApplication app = await MeetingHost.BuildAsync(new MeetingOptions
            {
                Case = planningCase,
                Background = () => work.GroundWithin(MapWindow.Of(planningCase).Extent),
                SessionFolder = folder.FullName,
                Port = 0,
            });
            await app.StartAsync();
            report.Add("places", planningCase.Demand.Count);
            report.Add("sites", planningCase.Sites.Count);
            report.Add("processors", Environment.ProcessorCount);
            await Hold(new Uri(app.Urls.Single()), arguments.Whole("--edits", 20), report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        report.Print();
        return 0;
    }

    private static async Task Hold(Uri address, int edits, Report report)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.Start(playwright);
        foreach (string visit in (string[])["first", "second"])
        {
            IPage opened = await Open(browser, address);
            report.Add($"{visit}_visit_first_paint_ms", await opened.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            report.Add($"{visit}_visit_answer_ms", await Mark(opened, "answered"));
            report.Add($"{visit}_visit_map_ms", await Mark(opened, "painted"));
            await opened.Context.CloseAsync();
        }
        IPage page = await Open(browser, address);
        await page.GetByRole(AriaRole.Tab).Nth(1).ClickAsync();
        ILocator form = page.Locator("form").First;
        ILocator road = form.Locator("select").First;
        int roads = await road.Locator("option").CountAsync();
        await form.Locator("select").Nth(1).SelectOptionAsync("whole");
        var answered = new List<double>();
        var painted = new List<double>();
        var drawn = new List<double>();
        for (int i = 0; i < edits; i++)
        {
            await road.SelectOptionAsync(new SelectOptionValue { Index = i * 7 % roads });
            await form.GetByRole(AriaRole.Button).ClickAsync();
            await Rested(page);
            double asked = await Mark(page, "asked");
            answered.Add(await Mark(page, "answered") - asked);
            painted.Add(await Mark(page, "painted") - asked);
            drawn.Add(await Mark(page, "drawn") - asked);
            await page.Locator("header .tools button").First.ClickAsync();
            await Rested(page);
        }
        report.Add("edits", edits);
        MeetingTimes.Add(report, "edit_answered", answered);
        MeetingTimes.Add(report, "edit_painted", painted);
        MeetingTimes.Add(report, "edit_drawn", drawn);
    }

    private static async Task<IPage> Open(IBrowser browser, Uri address)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 720 } });
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync(WaitForDrawing);
        await page.GotoAsync(address.ToString());
        await Rested(page);
        return page;
    }

    private static async Task Rested(IPage page) => await page.WaitForFunctionAsync(
        """
        rest => {
          const at = what => performance.getEntriesByName("navgeo:" + what)[0]?.startTime ?? -1;
          return at("painted") > at("answered") && at("answered") > at("asked") && performance.now() - at("painted") > rest;
        }
        """,
        Rest,
        new PageWaitForFunctionOptions { Timeout = 120_000 });

    private static Task<double> Mark(IPage page, string what) =>
        page.EvaluateAsync<double>("what => performance.getEntriesByName('navgeo:' + what)[0]?.startTime ?? 0", what);
}
