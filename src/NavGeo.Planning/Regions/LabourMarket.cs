using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Regions;

/// <summary>
/// What a rule divides: municipalities of one code year with who commutes between them, how long it takes, and which are
/// neighbours. All parts are in the order of <see cref="Municipalities"/>. Immutable.
/// </summary>
public sealed record LabourMarket
{
    /// <summary>Sorted by number.</summary>
    public required IReadOnlyList<Municipality> Municipalities { get; init; }

    /// <summary>Null where nothing is known: then only a rule without commuting can be used.</summary>
    public required CommutingMatrix? Commuting { get; init; }

    /// <summary>Between where people live.</summary>
    public required MunicipalityTimes Times { get; init; }

    /// <summary>Who is whose neighbour.</summary>
    public required Contiguity Contiguity { get; init; }

    /// <summary>Year of the commuting; null where it is not said.</summary>
    public int? Year { get; init; }

    /// <summary>How many municipalities.</summary>
    public int Count => Municipalities.Count;

    /// <summary>The commuting.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public CommutingMatrix GetCommuting() => Commuting ?? throw new InvalidOperationException("the rule needs commuting");

    /// <summary>Index of a municipality by its number; -1 where there is none.</summary>
    public int Find(string number)
    {
        for (int m = 0; m < Municipalities.Count; m++)
        {
            if (Municipalities[m].Number == number) return m;
        }
        return -1;
    }
}
