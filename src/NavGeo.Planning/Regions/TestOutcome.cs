namespace NavGeo.Planning.Regions;

/// <summary>A test of a rule on one municipality, with its numbers.</summary>
/// <param name="Test">The test's short name, such as <c>car75-sum8</c>.</param>
/// <param name="Other">Index of the municipality (a centre, or the centre of a region) it was held against; the municipality itself where it is about that alone.</param>
/// <param name="Numbers">All must hold.</param>
public sealed record TestOutcome(string Test, int Other, IReadOnlyList<TestNumber> Numbers)
{
    /// <summary>Whether every number is on the right side.</summary>
    public bool Holds => Numbers.All(n => n.Holds);
}
