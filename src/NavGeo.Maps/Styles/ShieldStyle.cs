namespace NavGeo.Maps.Styles;

/// <summary>The sign with a road's number.</summary>
public sealed record ShieldStyle(RoadKind Kind, string Fill, string Text, string Frame);
