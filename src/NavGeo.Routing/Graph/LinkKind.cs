namespace NavGeo.Routing.Graph;

/// <summary>What one travels on along a link.</summary>
public enum LinkKind : byte
{
    /// <summary>An ordinary road for cars.</summary>
    Road = 0,

    /// <summary>Motorway: divided, grade-separated (<c>motorveg</c>).</summary>
    Motorway,

    /// <summary>Motor-traffic road (<c>motortrafikkveg</c>).</summary>
    Expressway,

    /// <summary>Ferry that carries cars (<c>bilferje</c>).</summary>
    CarFerry,

    /// <summary>Boat that carries people only (<c>passasjerferje</c>, hurtigbåt).</summary>
    PassengerBoat,

    /// <summary>
    /// The short way from the road's end to where the ferry line begins in the source; laid by NavGeo where the
    /// drawing leaves a gap, and therefore an estimate.
    /// </summary>
    QuayLink,

    /// <summary>Going on board: no length; its time is the wait for the ferry. Laid by NavGeo.</summary>
    Boarding,

    /// <summary>
    /// A road that somebody would build. Its time is an estimate, and nobody lives along it: a place meets a road that is
    /// there, so that a new road never lengthens a way.
    /// </summary>
    NewRoad,
}

/// <summary>Questions about <see cref="LinkKind"/> that several rooms ask.</summary>
public static class LinkKinds
{
    /// <summary>True for a link on water, whether it carries cars or people only.</summary>
    public static bool IsFerry(this LinkKind kind) => kind is LinkKind.CarFerry or LinkKind.PassengerBoat;

    /// <summary>True where a car drives: roads built or to be built, motorways and the way down to the quay.</summary>
    public static bool IsRoad(this LinkKind kind) =>
        kind is LinkKind.Road or LinkKind.Motorway or LinkKind.Expressway or LinkKind.QuayLink or LinkKind.NewRoad;
}
