namespace NavGeo.Planning.Regions;

/// <summary>What a test compares with its limit.</summary>
public enum MeasuredQuantity
{
    /// <summary>Minutes by car.</summary>
    CarMinutes = 0,

    /// <summary>Minutes by whatever is faster.</summary>
    AnyMinutes,

    /// <summary>Commuters to the centre, per cent of employed residents.</summary>
    OutPercent,

    /// <summary>Commuters both ways, per cent.</summary>
    SumPercent,

    /// <summary>Workplaces, persons.</summary>
    Jobs,

    /// <summary>Workplaces per hundred employed residents.</summary>
    JobsPerHundred,

    /// <summary>Employed residents who work at home, per cent.</summary>
    OwnPercent,

    /// <summary>The largest share of the employed residents that one larger centre draws, per cent.</summary>
    OutToLargerPercent,

    /// <summary>Commuters from the centre, per cent.</summary>
    InPercent,

    /// <summary>Inhabitants.</summary>
    Inhabitants,

    /// <summary>Minutes to the nearest larger centre.</summary>
    MinutesToLarger,

    /// <summary>Employed residents of a region.</summary>
    Workers,

    /// <summary>Residents of a region who work in it, per cent.</summary>
    SupplyPercent,

    /// <summary>Those who work in a region who live in it, per cent.</summary>
    DemandPercent,

    /// <summary>Link strength to a region, times a thousand.</summary>
    Link,

    /// <summary>Validity of a cluster, times a hundred.</summary>
    Validity,
}
