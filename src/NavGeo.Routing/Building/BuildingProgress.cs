namespace NavGeo.Routing.Building;

/// <summary>How far the building of a network has come.</summary>
/// <param name="Step">What it is at.</param>
/// <param name="Done">Links, nodes or bytes of this step that are behind it.</param>
/// <param name="Total">How many there are; 0 where that is not known.</param>
public readonly record struct BuildingProgress(BuildingStep Step, long Done, long Total)
{
    /// <summary>Share of the step that is done, 0 to 1.</summary>
    public double Share => Total <= 0 ? 0 : Math.Clamp((double)Done / Total, 0, 1);
}
