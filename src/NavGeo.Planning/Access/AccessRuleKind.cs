namespace NavGeo.Planning.Access;

/// <summary>Which sites people may go to.</summary>
public enum AccessRuleKind : byte
{
    /// <summary>Any site that is open some day of the week.</summary>
    Nearest = 0,

    /// <summary>Only the sites of the office that is responsible for one's municipality.</summary>
    OwnOffice,

    /// <summary>Each of the five weekdays any site that is open that day.</summary>
    OpeningDays,

    /// <summary>Any site that is open on one given weekday.</summary>
    Today,

    /// <summary>Any site that is open some day of the week or has a meeting room one can be met in by appointment.</summary>
    Appointment,

    /// <summary>The same, or a point with a screen.</summary>
    Video,
}
