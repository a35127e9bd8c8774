namespace NavGeo.Data.OpenStreetMap;

/// <summary>A turn restriction as the relation has it.</summary>
/// <param name="Id">The relation's id.</param>
/// <param name="From">Way one comes along.</param>
/// <param name="Via">Node one passes.</param>
/// <param name="To">Way one must not, or must, go on along.</param>
/// <param name="IsOnly">Whether it is the only allowed turn instead of a forbidden one.</param>
internal readonly record struct OsmRestriction(long Id, long From, long Via, long To, bool IsOnly);
