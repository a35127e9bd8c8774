namespace NavGeo.Routing;

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
}
