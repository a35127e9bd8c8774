namespace NavGeo.Planning.StaffTravel;

/// <summary>Why somebody of the staff drives.</summary>
public enum StaffTripKind : byte
{
    /// <summary>A round of the case.</summary>
    Round = 0,

    /// <summary>Into a municipality that has no open site of its office any more: NavGeo's assumption.</summary>
    AssumedVisit,

    /// <summary>To be on duty at a site that is open while one's desk is elsewhere: NavGeo's assumption.</summary>
    AssumedDuty,

    /// <summary>The office's leader, from the main site to the others: NavGeo's assumption.</summary>
    Leader,
}
