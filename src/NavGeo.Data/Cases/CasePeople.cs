using NavGeo.Planning;
using NavGeo.Planning.Population;

namespace NavGeo.Data.Cases;

/// <summary>
/// The account of a case's people: the factor each municipality's count was multiplied by, and the places outside all
/// boundaries. Filled while a case is read, then only read.
/// </summary>
public sealed class CasePeople
{
    internal CasePeople()
    {
    }

    /// <summary>The municipalities that <see cref="Spread"/> counts by index; empty where nothing was spread.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; internal set; } = [];

    /// <summary>One a municipality; empty where the case names no totals.</summary>
    public IReadOnlyList<SpreadRow> Spread { get; internal set; } = [];

    /// <summary>The year of the totals; null where not known.</summary>
    public int? Year { get; internal set; }

    /// <summary>Places of the demand file in no municipality, nearest to one of the case.</summary>
    public IReadOnlyList<OutsidePlace> Outside { get; internal set; } = [];
}
