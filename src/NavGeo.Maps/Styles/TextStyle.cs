namespace NavGeo.Maps.Styles;

/// <summary>Colours of text.</summary>
public sealed record TextStyle(string Strong, string Plain, string Weak, string Halo);
