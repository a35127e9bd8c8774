namespace NavGeo.Routing.Edits;

/// <summary>
/// One what-if on the roads, as a value: it says what shall be different and changes nothing itself. A
/// <see cref="RoadScenario"/> is a network, a profile and a list of these.
/// </summary>
public abstract record RoadEdit
{
    private protected RoadEdit()
    {
    }
}
