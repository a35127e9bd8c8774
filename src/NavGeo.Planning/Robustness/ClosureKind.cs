namespace NavGeo.Planning.Robustness;

/// <summary>What is closed in a robustness study.</summary>
public enum ClosureKind : byte
{
    /// <summary>All lines of one ferry service.</summary>
    Ferry = 0,

    /// <summary>All links the source gives one name: a mountain pass, a tunnel, a bridge.</summary>
    NamedRoad,

    /// <summary>
    /// One link of a stretch of road that has no way round: the link of the stretch that most people drive through on
    /// their way to a site.
    /// </summary>
    CutRoad,

    /// <summary>A link between two junctions that has a way round: the edge of it that most people drive through.</summary>
    Road,
}
