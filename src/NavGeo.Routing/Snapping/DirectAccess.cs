namespace NavGeo.Routing.Snapping;

/// <summary>
/// The straight way between two places that leaves the network aside: where one of them has no road at all, or where
/// the straight line is shorter than what both travel off the road anyway.
/// </summary>
public static class DirectAccess
{
    /// <summary>Milliseconds of the straight way, or <see cref="TravelTime.UnreachableMilliseconds"/> where it does not count.</summary>
    public static int Milliseconds(TravelProfile profile, WaterMask? water, SnappedPlace from, SnappedPlace to)
    {
        bool isOnRoad = from.Snap.State == SnapState.OnRoad && to.Snap.State == SnapState.OnRoad;
        double most = isOnRoad ? from.Snap.GapMetres + to.Snap.GapMetres : profile.MaximumDirectMetres;
        double metres = from.Point.DistanceTo(to.Point);
        if (metres > most) return TravelTime.UnreachableMilliseconds;
        if (water is not null && metres > profile.MaximumSeaMetres && water.SeaMetres(from.Point, to.Point) > profile.MaximumSeaMetres)
            return TravelTime.UnreachableMilliseconds;
        return profile.OffRoadMilliseconds(metres);
    }
}
