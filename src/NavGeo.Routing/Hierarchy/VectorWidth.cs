namespace NavGeo.Routing.Hierarchy;

/// <summary>How wide the machine's vectors are, and so which twin of a loop runs. All twins give the same bytes.</summary>
public enum VectorWidth
{
    /// <summary>No vectors: every lane in turn.</summary>
    Scalar = 0,

    /// <summary>Eight lanes of 32 bits.</summary>
    Bits256,

    /// <summary>Sixteen lanes of 32 bits.</summary>
    Bits512,
}
