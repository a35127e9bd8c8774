using NavGeo.Data.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>The cases that come with NavGeo are cases like any other.</summary>
public class EmbeddedCaseTests
{
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void Embedded_case_is_read_without_errors_or_warnings(string name)
    {
        CaseCheck check = CaseCheck.Of(Path.Combine(Root(), "data", name));
        Assert.Equal("", string.Join('\n', check.Findings.Where(f => f.Severity != Severity.Note).Select(f => f.In(UserLanguage.English))));
        Assert.NotNull(check.Case);
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NavGeo.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no NavGeo.sln above the tests");
    }
}
