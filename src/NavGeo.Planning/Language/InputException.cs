namespace NavGeo.Planning.Language;

/// <summary>
/// What a user gave cannot be used: every finding says file, place, problem and remedy. The command ends with exit
/// code 1, the web answers with the same text as ProblemDetails.
/// </summary>
public sealed class InputException : Exception
{
    /// <param name="findings">At least one of them an error.</param>
    public InputException(IReadOnlyList<Finding> findings) => Findings = [.. findings];

    /// <summary>A single error.</summary>
    public InputException(string file, string? place, Phrase problem, Phrase remedy)
        : this([new Finding(Severity.Error, file, place, problem, remedy)])
    {
    }

    /// <summary>Everything that was found up to the stop, warnings among it.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <inheritdoc/>
    public override string Message => string.Join(Environment.NewLine, Findings.Select(f => f.In(UserLanguage.English)));
}
