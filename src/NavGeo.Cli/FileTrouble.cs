using NavGeo.Data;
using NavGeo.Planning.Language;

namespace NavGeo.Cli;

/// <summary>What to tell a user whose file the system does not let be read or written, in the user's language and not the system's.</summary>
internal static class FileTrouble
{
    /// <summary>The finding.</summary>
    public static Finding FindingOf(Exception problem) => problem is UnwritableException unwritable
        ? new Finding(Severity.Error, unwritable.Path, null, new Phrase("cli.cannot-write", Reason(unwritable.InnerException!)), new Phrase("cli.cannot-write.remedy"))
        : new Finding(Severity.Error, PathIn(problem.Message), null, new Phrase("cli.cannot-use", Reason(problem)), new Phrase("cli.cannot-use.remedy"));

    private static Phrase Reason(Exception problem) => new(problem switch
    {
        UnauthorizedAccessException => "cli.trouble.access",
        FileNotFoundException or DirectoryNotFoundException => "cli.trouble.no-folder",
        PathTooLongException => "cli.trouble.too-long",
        _ => "cli.trouble.system",
    });

    /// <summary>The system names the file between apostrophes.</summary>
    private static string PathIn(string message) => message.Split('\'') is [_, { Length: > 0 } path, ..] ? path : "navgeo";
}
