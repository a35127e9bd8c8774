namespace NavGeo.Routing.Snapping;

/// <summary>
/// Walks the roads one can snap to around a point, from the nearest outwards; of two as near, the lower edge first. Scratch
/// for one thread; used again and again without allocation once its lists have grown.
/// </summary>
internal sealed class NearbyRoads
{
    private readonly IReadOnlyList<EdgeIndex> layers;
    private readonly NearbySegments[] nearby;
    private readonly NearbySegments.Candidate?[] heads;

    public NearbyRoads(EdgeIndex index)
    {
        layers = index.Layers;
        nearby = [.. layers.Select(layer => new NearbySegments(layer))];
        heads = new NearbySegments.Candidate?[nearby.Length];
    }

    /// <summary>Begins at a point; nothing farther than <paramref name="metres"/> will be found.</summary>
    public void Begin(PlanePoint point, double metres)
    {
        for (int layer = 0; layer < nearby.Length; layer++)
        {
            nearby[layer].Begin(point, metres);
            Advance(layer);
        }
    }

    /// <summary>The next nearest road point; false when nothing more is within reach. Each straight piece of a road comes once.</summary>
    public bool TryNext(out RoadSnap snap)
    {
        int nearest = -1;
        for (int layer = 0; layer < heads.Length; layer++)
        {
            if (heads[layer] is { } head && (nearest < 0 || IsBefore(layer, head, nearest, heads[nearest]!.Value))) nearest = layer;
        }
        if (nearest < 0)
        {
            snap = default;
            return false;
        }
        NearbySegments.Candidate found = heads[nearest]!.Value;
        snap = layers[nearest].ToSnap(found);
        Advance(nearest);
        return true;
    }

    private bool IsBefore(int layer, NearbySegments.Candidate a, int other, NearbySegments.Candidate b) =>
        a.Metres != b.Metres ? a.Metres < b.Metres : layers[layer].OwnerOf(a.Segment) < layers[other].OwnerOf(b.Segment);

    private void Advance(int layer)
    {
        heads[layer] = null;
        while (nearby[layer].TryNext(out NearbySegments.Candidate candidate))
        {
            if (layer + 1 < layers.Count && layers[^1].IsReplaced(layers[layer].OwnerOf(candidate.Segment))) continue;
            heads[layer] = candidate;
            return;
        }
    }
}
