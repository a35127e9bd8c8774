using System.Text.Json;
using Microsoft.Playwright;

namespace NavGeo.EndToEnd;

/// <summary>Holds a page against WCAG 2.1 A and AA with axe.</summary>
internal static class PageCheck
{
    /// <summary>What axe finds; the test is skipped where axe is not installed.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        string axe = Path.Combine(RepositoryRoot(), "src", "NavGeo.Web", "client", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe-core is not installed: npm ci in src/NavGeo.Web/client");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        JsonElement found = await page.EvaluateAsync<JsonElement>(
            "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | ')))");
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    private static string RepositoryRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NavGeo.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
