namespace NavGeo.Data.Nvdb;

/// <summary>One link of the Ruteplan network, its values as text in the order of <see cref="RuteplanColumns.All"/>; null where there is none.</summary>
/// <param name="Place">Where in the file it stands: a line, or a table and its key.</param>
/// <param name="Values">The values.</param>
/// <param name="Line">The drawing; null where there is none or it is no line.</param>
internal readonly record struct RuteplanRow(string Place, string?[] Values, NetTopologySuite.Geometries.Coordinate[]? Line);
