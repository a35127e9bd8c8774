namespace NavGeo.Planning.Cases;

/// <summary>
/// Whole numbers out of shares so that nobody is lost and nobody is made up: every part is rounded down, then those with
/// the largest remainder get one more until the sum is right; of equal ones the first. (Hamilton's method of apportionment.)
/// </summary>
public static class LargestRemainder
{
    /// <summary>A total parted by weights. Linear but for a sort of those that do not come out even.</summary>
    /// <param name="total">0 or more.</param>
    /// <param name="weights">Each 0 or more, their sum above 0.</param>
    /// <returns>As many as there are weights; their sum is the total, and a weight of 0 gets 0.</returns>
    /// <exception cref="ArgumentException">There is no weight, or one is below 0.</exception>
    public static long[] Split(long total, IReadOnlyList<long> weights)
    {
        if (weights.Any(w => w < 0)) throw new ArgumentException("a weight is 0 or more", nameof(weights));
        long sum = weights.Sum();
        if (sum == 0) throw new ArgumentException("some weight is above 0", nameof(weights));
        Int128[] products = [.. weights.Select(w => (Int128)total * w)];
        long[] whole = [.. products.Select(p => (long)(p / sum))];
        RaiseLargest(whole, [.. products.Select(p => (double)(long)(p % sum))], total);
        return whole;
    }

    /// <summary>Shares made whole; their sum is that of the shares, rounded.</summary>
    /// <param name="shares">Each 0 or more.</param>
    public static long[] Round(IReadOnlyList<double> shares)
    {
        long[] whole = [.. shares.Select(s => (long)Math.Floor(s))];
        RaiseLargest(whole, [.. shares.Select((s, i) => s - whole[i])], (long)Math.Round(shares.Sum(), MidpointRounding.AwayFromZero));
        return whole;
    }

    private static void RaiseLargest(long[] whole, double[] remainders, long total)
    {
        int missing = (int)(total - whole.Sum());
        if (missing == 0) return;
        foreach (int i in Enumerable.Range(0, whole.Length).Where(i => remainders[i] > 0).OrderByDescending(i => remainders[i]).Take(missing)) whole[i]++;
    }
}
