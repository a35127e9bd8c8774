namespace NavGeo.Routing.Edits;

/// <summary>
/// Roads as in winter: what the source says is closed the winter through is closed, roads over ice are open, and the rest
/// is slower by an assumed share, if any. A network without season data is changed by the share alone.
/// </summary>
/// <param name="SlowerPercent">So many percent longer does every road take: an estimate; 0 or more.</param>
public sealed record WinterSeason(double SlowerPercent = 0) : RoadEdit;
