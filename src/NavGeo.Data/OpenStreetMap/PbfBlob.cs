namespace NavGeo.Data.OpenStreetMap;

/// <summary>One block of an .osm.pbf file as it lies there, still compressed.</summary>
/// <param name="Offset">Where in the file it begins, for messages.</param>
/// <param name="Type"><c>OSMHeader</c>, <c>OSMData</c> or something a reader is to skip.</param>
/// <param name="Content">The Blob message; empty where it was passed over.</param>
/// <param name="IsPassedOver">Whether nobody wanted it.</param>
internal readonly record struct PbfBlob(long Offset, string Type, byte[] Content, bool IsPassedOver = false);
