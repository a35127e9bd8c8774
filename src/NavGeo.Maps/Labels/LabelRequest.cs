using NavGeo.Maps.Drawing;

namespace NavGeo.Maps.Labels;

/// <summary>A text box that wants a place near a point.</summary>
/// <param name="Id">To find it again.</param>
/// <param name="Anchor">The point it names.</param>
/// <param name="Clearance">Millimetres from the point to the rim of its symbol.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Height">Millimetres.</param>
/// <param name="Priority">Higher ones are placed first; equal ones in the order they came.</param>
public sealed record LabelRequest(
    string Id, PaperPoint Anchor, double Clearance, double Width, double Height, int Priority)
{
    /// <summary>Whether it may stand farther off with a line to its point; otherwise it is left out instead.</summary>
    public bool MayHaveLeader { get; init; }

    /// <summary>Whether it stands on its point (a road number, the name of an area) and not beside it.</summary>
    public bool StandsOnPoint { get; init; }

    /// <summary>Other points it may stand on or beside when the first is taken.</summary>
    public IReadOnlyList<PaperPoint> OtherAnchors { get; init; } = [];
}
