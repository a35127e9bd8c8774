namespace NavGeo.Planning.Regions;

/// <summary>
/// What commuting from the centre into a municipality is a per cent of. The published table does not say; the first
/// reproduces it.
/// </summary>
public enum InShare
{
    /// <summary>The municipality's employed residents, as for commuting out.</summary>
    OfResidents = 0,

    /// <summary>Those who work in the municipality.</summary>
    OfJobs,

    /// <summary>The centre's employed residents.</summary>
    OfCentreResidents,
}
