namespace NavGeo.Planning.Risk;

/// <summary>Measured values that risk factors are scored from.</summary>
public enum RiskMeasure
{
    /// <summary>Employees (or årsverk) of the smallest office.</summary>
    SmallestOffice = 0,

    /// <summary>Per cent of the offices' employees who work in an office below the minimum.</summary>
    StaffBelowMinimumPercent,

    /// <summary>Offices an employer's labour market meets.</summary>
    Offices,

    /// <summary>Inhabitants' mean minutes one way to the nearest open site.</summary>
    MeanMinutes,

    /// <summary>Minutes one way that nine of ten inhabitants do not exceed.</summary>
    P90Minutes,

    /// <summary>Hours a year the staff drives on the road the report speaks of.</summary>
    RoadHours,

    /// <summary>Mean minutes one way from an office's main site to its municipalities' centres, where town hall, doctors and schools are; weighted by inhabitants.</summary>
    PartnerMinutes,

    /// <summary>Mean minutes one way from the main site to the office's other open sites, of the office where that is longest.</summary>
    LeaderMinutes,
}
