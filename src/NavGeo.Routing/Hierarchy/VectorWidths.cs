using System.Runtime.Intrinsics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>What this machine offers.</summary>
public static class VectorWidths
{
    /// <summary>The widest that this machine does in hardware.</summary>
    public static VectorWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : VectorWidth.Scalar;
}
