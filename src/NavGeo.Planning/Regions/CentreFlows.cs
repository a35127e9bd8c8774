namespace NavGeo.Planning.Regions;

/// <summary>
/// What <see cref="Ba2020Rule"/> looks at: between every two municipalities the flow out as a share of both bases and the
/// times, the two of a twin being one. A twin stands under the index of its first. Immutable.
/// </summary>
internal sealed class CentreFlows
{
    private readonly LabourMarket market;
    private readonly CommutingMatrix commuting;
    private readonly double employedShare;
    private readonly int[] second;

    public CentreFlows(LabourMarket market, double employedShare, IReadOnlyList<(string First, string Second)> twins)
    {
        this.market = market;
        this.employedShare = employedShare;
        commuting = market.GetCommuting();
        second = new int[market.Count];
        Array.Fill(second, -1);
        UnitOf = [.. Enumerable.Range(0, market.Count)];
        foreach ((string one, string other) in twins)
        {
            (int a, int b) = (market.Find(one), market.Find(other));
            if (a < 0 || b < 0) continue;
            second[a] = b;
            UnitOf[b] = a;
        }
        int[] units = [.. Units];
        Pairs = [.. units.Select(m => (AttachmentPair[])[.. units.Where(c => c != m).Select(c => PairOf(m, c))])];
    }

    /// <summary>The municipality under whose index each one stands.</summary>
    public int[] UnitOf { get; }

    /// <summary>For each of <see cref="Units"/> its numbers with every other.</summary>
    public AttachmentPair[][] Pairs { get; }

    /// <summary>Municipalities and firsts of twins, rising.</summary>
    public IEnumerable<int> Units => Enumerable.Range(0, market.Count).Where(m => UnitOf[m] == m);

    /// <summary>Whether a unit is a twin.</summary>
    public bool IsTwin(int unit) => second[unit] >= 0;

    /// <summary>The numbers of a municipality and a unit; the centre is the nearer of a twin.</summary>
    public AttachmentPair PairOf(int m, int unit)
    {
        int other = second[unit];
        (double car, double alternative) = MinutesTo(m, unit);
        int centre = unit;
        int flow = commuting[m, unit];
        double weight = Base(unit);
        if (other >= 0)
        {
            (double car2, double alternative2) = MinutesTo(m, other);
            if (Math.Min(car2, alternative2) < Math.Min(car, alternative)) centre = other;
            (car, alternative) = (Math.Min(car, car2), Math.Min(alternative, alternative2));
            flow += commuting[m, other];
            weight += Base(other);
        }
        double outShare = Share(flow, Base(m));
        double inShare = Share(flow, weight);
        return new AttachmentPair(centre, car, alternative, outShare, inShare, outShare + inShare);
    }

    /// <summary>How much of the sum of both shares is the share out.</summary>
    public double OutPart(int m, int unit)
    {
        double weight = Base(unit) + (IsTwin(unit) ? Base(second[unit]) : 0);
        return weight + Base(m) == 0 ? 1 : weight / (weight + Base(m));
    }

    /// <summary>The two of a twin held against each other.</summary>
    public AttachmentPair Between(int from, int to)
    {
        (double car, double alternative) = MinutesTo(from, to);
        double outShare = Share(commuting[from, to], Base(from));
        double inShare = Share(commuting[from, to], Base(to));
        return new AttachmentPair(to, car, alternative, outShare, inShare, outShare + inShare);
    }

    private (double Car, double Alternative) MinutesTo(int from, int to) =>
        (MunicipalityTimes.MinutesOf(market.Times.Car(from, to)), MunicipalityTimes.MinutesOf(market.Times.Alternative(from, to)));

    private double Base(int m) => commuting.Residents[m] / employedShare;

    private static double Share(int part, double whole) => whole == 0 ? 0 : 100 * part / whole;
}
