namespace NavGeo.Routing.Building;

/// <summary>What the building of a network is at, in the order in which it comes.</summary>
public enum BuildingStep
{
    /// <summary>Links are taken in and joined where they meet.</summary>
    Joining = 0,

    /// <summary>Road ends that lie on another road's line are looked for.</summary>
    Splitting,

    /// <summary>Ways from ferry lines to the road are looked for.</summary>
    Quays,

    /// <summary>Links between which nothing is to be chosen become one.</summary>
    Contracting,

    /// <summary>Nodes and links are numbered along the curve.</summary>
    Numbering,

    /// <summary>Links are laid into columns.</summary>
    Pouring,

    /// <summary>What hangs together is found.</summary>
    Connecting,

    /// <summary>Nodes are put in the order in which a search goes over them.</summary>
    Ordering,

    /// <summary>The finished network is written; counted in bytes.</summary>
    Writing,
}
