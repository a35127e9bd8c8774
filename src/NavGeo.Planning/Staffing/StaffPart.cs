namespace NavGeo.Planning.Staffing;

/// <summary>Which of an office's staff is meant.</summary>
public enum StaffPart
{
    /// <summary>State and municipal.</summary>
    All = 0,

    /// <summary>Those the state employs.</summary>
    State,

    /// <summary>Those the municipalities employ.</summary>
    Municipal,
}
