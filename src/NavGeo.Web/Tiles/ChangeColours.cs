using NavGeo.Routing;

namespace NavGeo.Web.Tiles;

/// <summary>Which class of the map of changes a change is in; exact to the millisecond.</summary>
internal static class ChangeColours
{
    private const long Quarter = 15 * 60_000;
    private const long HalfHour = 30 * 60_000;

    /// <summary>The class of a change.</summary>
    public static ChangeColour Of(TravelTime before, TravelTime after)
    {
        if (before == after) return before.IsReachable ? ChangeColour.Same : ChangeColour.Nowhere;
        if (!after.IsReachable) return ChangeColour.Lost;
        if (!before.IsReachable) return ChangeColour.Gained;
        return ((long)after.Milliseconds - before.Milliseconds) switch
        {
            < -Quarter => ChangeColour.MuchShorter,
            < 0 => ChangeColour.Shorter,
            <= Quarter => ChangeColour.Longer,
            <= HalfHour => ChangeColour.MuchLonger,
            _ => ChangeColour.FarLonger,
        };
    }
}
