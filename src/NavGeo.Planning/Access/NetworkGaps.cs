using NavGeo.Routing.Snapping;

namespace NavGeo.Planning.Access;

/// <summary>How many places of the demand lie how far from the network: what a coarse network hides is said here.</summary>
/// <param name="Kilometres">Farther than this from the nearest road.</param>
/// <param name="Places">Places of the demand.</param>
/// <param name="People">Those who live there.</param>
public readonly record struct NetworkGaps(int Kilometres, int Places, long People)
{
    /// <summary>The distances that are reported, in kilometres.</summary>
    public static readonly IReadOnlyList<int> Distances = [1, 5, 10];

    /// <summary>Counts for each of <see cref="Distances"/>; places in no municipality are among them.</summary>
    public static IReadOnlyList<NetworkGaps> Of(AccessStudy study) => [.. Distances.Select(km => Count(study, km))];

    private static NetworkGaps Count(AccessStudy study, int kilometres)
    {
        int places = 0;
        long people = 0;
        ReadOnlySpan<SnappedPlace> snapped = study.Places;
        for (int place = 0; place < snapped.Length; place++)
        {
            if (snapped[place].Snap.GapMetres <= kilometres * 1000.0) continue;
            places++;
            people += study.Case.Demand.People[place];
        }
        return new NetworkGaps(kilometres, places, people);
    }
}
