namespace NavGeo.Planning.Survey;

/// <summary>How municipalities share an office.</summary>
public enum CooperationForm
{
    /// <summary>One municipality runs the office for the others.</summary>
    Host = 0,

    /// <summary>Several offices under one leader.</summary>
    JointLeader,

    /// <summary>One office for several municipalities.</summary>
    JointOffice,

    /// <summary>The municipalities themselves merged.</summary>
    Merged,

    /// <summary>A branch of another municipality's office.</summary>
    Branch,

    /// <summary>Under discussion.</summary>
    Discussed,
}
