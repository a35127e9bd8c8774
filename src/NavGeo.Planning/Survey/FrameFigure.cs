using NavGeo.Planning.Language;

namespace NavGeo.Planning.Survey;

/// <summary>A figure of the national frame.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Year">The year, or year and month, it holds for.</param>
/// <param name="Cases">Cooperations, mergers, processes or offices.</param>
/// <param name="Municipalities">How many municipalities they cover; null where that is not the point.</param>
/// <param name="Source">Where it stands.</param>
public sealed record FrameFigure(string Id, Names Name, string Year, int Cases, int? Municipalities, Names Source)
{
    /// <summary>Municipalities a case; null where they are not known.</summary>
    public decimal? MunicipalitiesPerCase => Cases == 0 ? null : (decimal?)Municipalities / Cases;
}
