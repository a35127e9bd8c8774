using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Regions;

/// <summary>Something a report left open: where do these municipalities belong?</summary>
/// <param name="Id">Short name.</param>
/// <param name="Title">The question.</param>
/// <param name="Municipalities">Numbers.</param>
/// <param name="CloseAt">A point whose road is taken away for a second answer (a bridge that was not there yet); null for one answer.</param>
public sealed record RegionQuestion(string Id, Names Title, IReadOnlyList<string> Municipalities, GeoPoint? CloseAt);
