namespace NavGeo.Planning.Regions;

/// <summary>
/// Who lives where and works where: one row a municipality of residence, one column a municipality of work, in the order
/// of a list of municipalities. Persons. Immutable; any number of threads may read it.
/// </summary>
/// <remarks>Dense, since the whole country is 422 × 422. Those who work outside the list are in nobody's row.</remarks>
public sealed class CommutingMatrix
{
    private readonly int[] workers;
    private readonly int[] residents;
    private readonly int[] jobs;

    /// <param name="count">How many municipalities.</param>
    /// <param name="workers">Row after row, <paramref name="count"/> squared numbers of 0 or more.</param>
    /// <exception cref="ArgumentException">The table has another size, or someone is less than nobody.</exception>
    public CommutingMatrix(int count, ReadOnlySpan<int> workers)
    {
        if (workers.Length != count * count) throw new ArgumentException("a commuting matrix is square", nameof(workers));
        Count = count;
        this.workers = workers.ToArray();
        residents = new int[count];
        jobs = new int[count];
        for (int home = 0; home < count; home++)
        {
            for (int work = 0; work < count; work++)
            {
                int people = this.workers[home * count + work];
                if (people < 0) throw new ArgumentException("fewer than 0 people cannot commute", nameof(workers));
                residents[home] += people;
                jobs[work] += people;
                Total += people;
            }
        }
    }

    /// <summary>How many municipalities.</summary>
    public int Count { get; }

    /// <summary>Everybody in the table.</summary>
    public long Total { get; }

    /// <summary>Those who live in <paramref name="home"/> and work in <paramref name="work"/>.</summary>
    public int this[int home, int work] => workers[home * Count + work];

    /// <summary>Employed residents, wherever they work. Length: municipalities.</summary>
    public ReadOnlySpan<int> Residents => residents;

    /// <summary>Those who work there, wherever they live. Length: municipalities.</summary>
    public ReadOnlySpan<int> Jobs => jobs;

    /// <summary>The row of one municipality of residence.</summary>
    public ReadOnlySpan<int> From(int home) => workers.AsSpan(home * Count, Count);
}
