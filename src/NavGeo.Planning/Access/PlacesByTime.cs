namespace NavGeo.Planning.Access;

/// <summary>Sorts places by time once for all who add them up: three passes of counting, linear in the places.</summary>
internal static class PlacesByTime
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <summary>The places in the order of their times; of equal times the lower place first.</summary>
    /// <param name="milliseconds">Time of each place, 0 or more.</param>
    public static int[] Of(ReadOnlySpan<int> milliseconds)
    {
        var places = new int[milliseconds.Length];
        for (int place = 0; place < places.Length; place++) places[place] = place;
        var next = new int[places.Length];
        Span<int> starts = stackalloc int[Buckets];
        for (int shift = 0; shift < 32; shift += Bits)
        {
            starts.Clear();
            foreach (int time in milliseconds) starts[(time >> shift) & (Buckets - 1)]++;
            int sum = 0;
            foreach (ref int start in starts)
            {
                (start, sum) = (sum, sum + start);
            }
            foreach (int place in places) next[starts[(milliseconds[place] >> shift) & (Buckets - 1)]++] = place;
            (places, next) = (next, places);
        }
        return places;
    }
}
