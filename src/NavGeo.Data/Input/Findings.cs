using NavGeo.Planning.Language;

namespace NavGeo.Data.Input;

/// <summary>
/// Collects what a reader finds, so that a user mends a file in one go and not line by line. Errors beyond
/// <see cref="MostErrors"/> stop the reading. Not safe for several threads.
/// </summary>
public sealed class Findings
{
    /// <summary>So many errors are shown before a reader stops.</summary>
    public const int MostErrors = 20;

    private readonly List<Finding> all = [];

    /// <summary>In the order they were found.</summary>
    public IReadOnlyList<Finding> All => all;

    /// <summary>How many of them stop the work.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Adds an error.</summary>
    /// <exception cref="InputException">It was the twentieth: the reader stops here.</exception>
    public void Error(string file, string? place, Phrase problem, Phrase remedy)
    {
        all.Add(new Finding(Severity.Error, file, place, problem, remedy));
        ErrorCount++;
        if (ErrorCount >= MostErrors) throw new InputException(all);
    }

    /// <summary>Adds an error at a line (the first is 1).</summary>
    public void Error(string file, int line, Phrase problem, Phrase remedy) =>
        Error(file, line.ToString(System.Globalization.CultureInfo.InvariantCulture), problem, remedy);

    /// <summary>Adds a warning.</summary>
    public void Warning(string file, string? place, Phrase problem, Phrase remedy) =>
        all.Add(new Finding(Severity.Warning, file, place, problem, remedy));

    /// <summary>Adds something worth knowing.</summary>
    public void Note(string file, string? place, Phrase problem, Phrase remedy) =>
        all.Add(new Finding(Severity.Note, file, place, problem, remedy));

    /// <summary>To be called when a file has been read to its end.</summary>
    /// <exception cref="InputException">At least one finding is an error.</exception>
    public void ThrowIfErrors()
    {
        if (ErrorCount > 0) throw new InputException(all);
    }
}
