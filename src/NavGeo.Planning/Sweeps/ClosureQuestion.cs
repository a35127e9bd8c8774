using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Sweeps;

/// <summary>One thing that is taken away, and the ways it can be done.</summary>
/// <param name="Id">Unique in its sweep and structure, the same in every run on the case.</param>
/// <param name="Title">What a local calls it.</param>
/// <param name="Road">The road's number; without one where it has none or is no road.</param>
/// <param name="Position">Its middle in the case's projection.</param>
/// <param name="Municipality">Index of the municipality it lies in; -1 where nobody lives near it.</param>
/// <param name="Ways">At least one; the one that hits fewest is taken.</param>
internal sealed record ClosureQuestion(
    string Id, Lazy<Phrase> Title, RoadNumber Road, PlanePoint Position, int Municipality, IReadOnlyList<ClosureWay> Ways);

/// <summary>One way to take something away.</summary>
/// <param name="Edges">Edges closed to through traffic.</param>
/// <param name="Sites">Indices of sites that close.</param>
/// <param name="Kept">The office whose sites stay, of two; null where that is no question.</param>
/// <param name="Closed">The other one.</param>
internal sealed record ClosureWay(IReadOnlyList<int> Edges, IReadOnlyList<int> Sites, string? Kept = null, string? Closed = null);
