namespace NavGeo.Routing;

/// <summary>Questions about <see cref="LinkKind"/> that several rooms ask.</summary>
public static class LinkKinds
{
    /// <summary>True for a link on water, whether it carries cars or people only.</summary>
    public static bool IsFerry(this LinkKind kind) => kind is LinkKind.CarFerry or LinkKind.PassengerBoat;

    /// <summary>True where a car drives: roads, motorways and the way down to the quay.</summary>
    public static bool IsRoad(this LinkKind kind) =>
        kind is LinkKind.Road or LinkKind.Motorway or LinkKind.Expressway or LinkKind.QuayLink;
}
