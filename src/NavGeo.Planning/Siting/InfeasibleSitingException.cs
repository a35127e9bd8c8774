using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>No set of sites obeys: says which demand makes it so. The command ends with exit code 3.</summary>
public sealed class InfeasibleSitingException : Exception
{
    /// <param name="reasons">At least one.</param>
    public InfeasibleSitingException(params IReadOnlyList<Phrase> reasons) => Reasons = reasons;

    /// <summary>What stands in the way.</summary>
    public IReadOnlyList<Phrase> Reasons { get; }

    /// <inheritdoc/>
    public override string Message => string.Join("; ", Reasons);
}
