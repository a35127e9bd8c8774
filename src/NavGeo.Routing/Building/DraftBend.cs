namespace NavGeo.Routing.Building;

/// <summary>Where two drafts with another pace were joined: what lies between the first end and there.</summary>
/// <param name="Metres">Of the drawing.</param>
/// <param name="LengthMillimetres">Of the road.</param>
/// <param name="ForwardMilliseconds">Given time along the drawing; null where none is given.</param>
/// <param name="BackwardMilliseconds">Given time against it.</param>
internal readonly record struct DraftBend(double Metres, int LengthMillimetres, int? ForwardMilliseconds, int? BackwardMilliseconds)
{
    /// <summary>The first end.</summary>
    public static DraftBend Start { get; } = new(0, 0, 0, 0);

    /// <summary>The same point seen from the other end.</summary>
    public DraftBend TurnedIn(DraftBend end)
    {
        DraftBend rest = end - this;
        return rest with { ForwardMilliseconds = rest.BackwardMilliseconds, BackwardMilliseconds = rest.ForwardMilliseconds };
    }

    public static DraftBend operator +(DraftBend a, DraftBend b) => new(
        a.Metres + b.Metres, a.LengthMillimetres + b.LengthMillimetres,
        a.ForwardMilliseconds + b.ForwardMilliseconds, a.BackwardMilliseconds + b.BackwardMilliseconds);

    public static DraftBend operator -(DraftBend a, DraftBend b) => new(
        a.Metres - b.Metres, a.LengthMillimetres - b.LengthMillimetres,
        a.ForwardMilliseconds - b.ForwardMilliseconds, a.BackwardMilliseconds - b.BackwardMilliseconds);

    /// <summary>The point between two others, by the drawing.</summary>
    public static DraftBend Between(DraftBend a, DraftBend b, double metres)
    {
        double share = b.Metres <= a.Metres ? 0.5 : Math.Clamp((metres - a.Metres) / (b.Metres - a.Metres), 0, 1);
        return new DraftBend(
            metres, Part(a.LengthMillimetres, b.LengthMillimetres, share),
            Part(a.ForwardMilliseconds, b.ForwardMilliseconds, share), Part(a.BackwardMilliseconds, b.BackwardMilliseconds, share));
    }

    private static int Part(int a, int b, double share) => a + (int)Math.Round((b - a) * share);

    private static int? Part(int? a, int? b, double share) => a is { } from && b is { } to ? Part(from, to, share) : null;
}
