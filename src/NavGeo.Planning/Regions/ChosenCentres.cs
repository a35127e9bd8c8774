namespace NavGeo.Planning.Regions;

/// <summary>Which municipalities are centres, and the tests that made them so.</summary>
/// <param name="MainOf">For a centre the main centre of its pair, itself for most; -1 for a municipality that is no centre. Length: municipalities.</param>
/// <param name="Tests">For every municipality the test it was put to.</param>
/// <param name="Reasons">For every municipality the short name of what decided: centre, pair, pinned, given, forbidden or none.</param>
public sealed record ChosenCentres(IReadOnlyList<int> MainOf, IReadOnlyList<TestOutcome> Tests, IReadOnlyList<string> Reasons)
{
    /// <summary>Indices of all centres, rising.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, MainOf.Count).Where(m => MainOf[m] >= 0);
}
