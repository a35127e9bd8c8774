namespace NavGeo.Planning.StaffTravel;

/// <summary>Whom counsellors go out to meet.</summary>
public enum PartnerKind : byte
{
    /// <summary>Anybody else.</summary>
    Other = 0,

    /// <summary>The municipality's own services.</summary>
    TownHall,

    /// <summary>Doctors.</summary>
    Doctor,

    /// <summary>Schools.</summary>
    School,

    /// <summary>Employers.</summary>
    Employer,
}
