namespace NavGeo.Routing.Hierarchy;

/// <summary>One pair, half by half: what every machine can do and the others are tested against.</summary>
internal readonly struct PairRunScalar : IPairRun
{
    public static void Push(Span<long> targets, ReadOnlySpan<long> sources, long addend)
    {
        // Halves are at most half of int.MaxValue, so neither their sum nor the packing can overflow.
        unchecked
        {
            int addUp = (int)addend, addDown = (int)(addend >> 32);
            for (int i = 0; i < sources.Length; i++)
            {
                int up = Math.Min((int)targets[i], (int)sources[i] + addUp);
                int down = Math.Min((int)(targets[i] >> 32), (int)(sources[i] >> 32) + addDown);
                targets[i] = ((long)down << 32) | (uint)up;
            }
        }
    }
}
