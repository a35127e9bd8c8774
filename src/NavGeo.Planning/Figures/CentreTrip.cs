using NavGeo.Routing;

namespace NavGeo.Planning.Figures;

/// <summary>A way somebody asked about: "does Hemnes belong with Rana or with Vefsn?" is two of them.</summary>
/// <param name="Question">Which question it belongs to.</param>
/// <param name="From">The name of where it starts.</param>
/// <param name="Start">Metres in the case's projection.</param>
/// <param name="To">The name of the centre it goes to.</param>
/// <param name="End">Metres in the case's projection.</param>
public sealed record CentreTrip(string Question, string From, PlanePoint Start, string To, PlanePoint End);
