namespace NavGeo.Planning.Risk;

/// <summary>What a factor can be scored from.</summary>
public enum FactorBasis
{
    /// <summary>Only the partners' own scores.</summary>
    Votes = 0,

    /// <summary>The staff table.</summary>
    Staffing,

    /// <summary>A measured value covers a part of it.</summary>
    Partly,

    /// <summary>A measured value.</summary>
    Measured,
}
