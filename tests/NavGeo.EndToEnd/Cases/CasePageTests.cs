using NavGeo.Cli;

namespace NavGeo.EndToEnd.Cases;

/// <summary>
/// The pages under <c>docs/cases</c> are what the command writes, byte for byte. Run with <c>NAVGEO_ACCEPT=1</c> to write
/// them anew, and read the difference before it is committed.
/// </summary>
public class CasePageTests
{
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    [InlineData("national")]
    [InlineData("survey")]
    public async Task Page_is_what_the_command_writes(string name)
    {
        string written = await Page(name, "en");
        string path = Path.Combine(Root(), "docs", "cases", name + ".md");
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") == "1") await File.WriteAllTextAsync(path, written);
        Assert.Equal(await File.ReadAllTextAsync(path), written, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("hallingdal", "nn", "ikkje rekna")]
    [InlineData("lillehammer", "nb", "stemmer, av seg selv")]
    [InlineData("national", "nb", "37,6 prosent")]
    [InlineData("survey", "nn", "blir drøfta")]
    public async Task Page_speaks_the_users_language(string name, string language, string words) =>
        Assert.Contains(words, await Page(name, language), StringComparison.Ordinal);

    [Fact]
    public async Task Unknown_page_is_bad_input_with_the_names_there_are()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(1, await NavGeoCommand.RunAsync(["case", "page", "atlantis", "--lang", "en"], output, error));
        Assert.Contains("lillehammer", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> Page(string name, string language)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("navgeo-page-").FullName, name + ".md");
        try
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            int code = await NavGeoCommand.RunAsync(["case", "page", name, "-o", file, "--lang", language, "--quiet"], output, error);
            Assert.True(code == 0, error.ToString());
            return await File.ReadAllTextAsync(file);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NavGeo.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no NavGeo.sln above the tests");
    }
}
