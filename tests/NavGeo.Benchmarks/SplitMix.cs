namespace NavGeo.Benchmarks;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): a random generator of our own, so that a seed means the same network in
/// every version of the runtime.
/// </summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1; 0 when the bound is.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from 0 to just below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
