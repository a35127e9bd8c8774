using NavGeo.Maps.Drawing;

namespace NavGeo.Maps.Labels;

/// <summary>Where a label got its place.</summary>
/// <param name="Request">What wanted it.</param>
/// <param name="Box">Where the text stands.</param>
/// <param name="LeaderEnd">Where the line to the point begins at the box; null where the label stands beside its point.</param>
public sealed record LabelPlacement(LabelRequest Request, PaperBox Box, PaperPoint? LeaderEnd);
