using System.CommandLine;

namespace NavGeo.Cli;

/// <summary>The options every verb takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Plain numbers for programs.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON.", Recursive = true };

    /// <summary>The language of tables, maps and findings.</summary>
    public Option<string?> Language { get; } = LanguageOption();

    /// <summary>No progress, no notes.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Only results and errors.", Recursive = true };

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [Json, Language, Quiet];

    private static Option<string?> LanguageOption()
    {
        var option = new Option<string?>("--lang") { Description = "nb, nn or en; the case's own language otherwise.", Recursive = true };
        option.AcceptOnlyFromAmong("nb", "nn", "en");
        return option;
    }
}
