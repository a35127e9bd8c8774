namespace NavGeo.Data.OpenStreetMap;

/// <summary>The three kinds of object, numbered as in the pbf format.</summary>
internal enum OsmKind
{
    Node = 0,
    Way = 1,
    Relation = 2,
    Unknown = 3,
}
