namespace NavGeo.Maps.Styles;

/// <summary>The symbols of sites: filled when open every day, half when open fewer days, small and grey when closed.</summary>
public sealed record SiteStyle(string Open, string PartTime, string Closed, string Rim);
