namespace NavGeo.Data.Cases;

/// <summary>Something that was read, and the line it stands at.</summary>
internal readonly record struct Located<T>(T Value, int Line);
