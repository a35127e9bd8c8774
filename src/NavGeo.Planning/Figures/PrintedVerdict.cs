namespace NavGeo.Planning.Figures;

/// <summary>How a printed figure stands to the computed one.</summary>
public enum PrintedVerdict
{
    /// <summary>The computed figure, rounded half up to the decimals printed, is the printed one.</summary>
    Same = 0,

    /// <summary>The printed figure is the computed one with further decimals cut off, not rounded.</summary>
    Cut,

    /// <summary>The report says "about", and the computed figure is within five per cent.</summary>
    Near,

    /// <summary>The two differ.</summary>
    Differs,

    /// <summary>The case does not hold what it takes to compute it.</summary>
    NotComputed,
}
