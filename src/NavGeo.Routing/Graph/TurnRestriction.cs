namespace NavGeo.Routing.Graph;

/// <summary>
/// A sign that forbids a turn, or leaves only one: who comes along one link to a junction may not, or may only, go on
/// along another.
/// </summary>
/// <param name="FromLink">The link one comes along, by the order in which the builder was given links, from 0.</param>
/// <param name="ViaNode">The junction: an end of both links, in the links' coordinates.</param>
/// <param name="ToLink">The link one turns into; <paramref name="FromLink"/> itself for turning back.</param>
/// <param name="IsOnly">False: this turn is forbidden. True: no other turn is allowed from there.</param>
public readonly record struct TurnRestriction(int FromLink, PlanePoint ViaNode, int ToLink, bool IsOnly)
{
    /// <summary>The junction's number where the links carry numbers (<see cref="RoadLink.FromJunction"/>); then the place is not asked.</summary>
    public long? ViaJunction { get; init; }
}

/// <summary>
/// A sign that speaks of a whole path: who has come along the first link and over those between may not, or may only, turn
/// into the last. Whoever joins the path on its way is not meant; nobody turns back in the middle of it.
/// </summary>
/// <param name="Turns">Turn after turn, two or more: each comes along the link into which the one before turns. The last says whether it is the only one.</param>
public sealed record PathRestriction(IReadOnlyList<TurnRestriction> Turns)
{
    /// <summary>Whether the last turn is the only one allowed.</summary>
    public bool IsOnly => Turns[^1].IsOnly;
}
