namespace NavGeo.Routing;

/// <summary>
/// A point of an edge where links with another pace were joined to one: how much of the edge's length and of its given times
/// lies before it.
/// </summary>
/// <param name="Share">Where it is, 0 to 1 of the drawing's length.</param>
/// <param name="LengthMillimetres">From the edge's first end.</param>
/// <param name="ForwardMilliseconds">Given time along the drawing from the first end; <see cref="RoadGraph.NotGiven"/> where none is given.</param>
/// <param name="BackwardMilliseconds">Given time against the drawing, to the first end; likewise.</param>
public readonly record struct EdgeBend(double Share, int LengthMillimetres, int ForwardMilliseconds, int BackwardMilliseconds);
