namespace NavGeo.Data.OpenStreetMap;

/// <summary>One member of a relation.</summary>
internal readonly record struct OsmMember(OsmKind Kind, long Id, string Role);
