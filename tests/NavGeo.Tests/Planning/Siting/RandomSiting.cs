using NavGeo.Planning.Siting;

namespace NavGeo.Tests.Planning.Siting;

/// <summary>Small random tables and questions: ties, zero weights, doubled sites, islands, all options. The same seed gives the same.</summary>
internal sealed class RandomSiting
{
    private ulong state;

    public RandomSiting(int seed)
    {
        state = unchecked((ulong)seed * 0x9E3779B97F4A7C15) | 1;
        int sites = 3 + Next(5);
        int rows = 2 + Next(8);
        bool hasIslands = Next(4) == 0;
        bool isTied = Next(2) == 0;
        int[] part = [.. Enumerable.Range(0, sites).Select(_ => hasIslands ? Next(2) : 0)];
        var costs = new long[rows * sites];
        var weights = new long[rows];
        for (int row = 0; row < rows; row++)
        {
            weights[row] = Next(6) == 0 ? 0 : 1 + Next(isTied ? 3 : 1000);
            int home = hasIslands ? Next(2) : 0;
            for (int site = 0; site < sites; site++)
            {
                bool isCut = part[site] != home || (hasIslands && Next(12) == 0);
                costs[row * sites + site] = isCut ? SitingTable.Unreachable : Next(isTied ? 6 : 100_000);
            }
        }
        if (Next(3) == 0)
        {
            for (int row = 0; row < rows; row++) costs[row * sites + sites - 1] = costs[row * sites];
        }
        Table = SitingTable.Of(
            [.. Enumerable.Range(0, rows).Select(r => "d" + r)], [.. Enumerable.Range(0, sites).Select(s => "s" + s)], weights, costs);
        IsTied = isTied;
    }

    public SitingTable Table { get; }

    private bool IsTied { get; }

    public int Next(int below)
    {
        state = unchecked(state ^ (state << 13));
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)below);
    }

    public SitingQuestion Question(SitingModel model)
    {
        int sites = Table.SiteCount;
        long most = IsTied ? 6 : 100_000;
        int[] today = Some(3);
        return new SitingQuestion
        {
            Model = model,
            Count = model == SitingModel.SetCover ? null : 1 + Next(sites),
            Within = model is SitingModel.SetCover or SitingModel.MaxCover || Next(3) == 0 ? most / 4 + Next((int)most) : null,
            Keep = Next(3) == 0 ? Some(5) : [],
            Forbid = Next(3) == 0 ? Some(5) : [],
            Groups = Next(3) == 0 ? [Group("g0"), Group("g1")] : [],
            Today = today,
            MostChanges = Next(3) == 0 ? Next(4) : null,
            OpeningCosts = model is SitingModel.PMedian or SitingModel.SetCover or SitingModel.CapacitatedPMedian && Next(3) == 0
                ? [.. Enumerable.Range(0, sites).Select(_ => (long)Next(IsTied ? 8 : 20_000_000))] : null,
            MinimumSize = Next(5) == 0 ? Next((int)(Table.Weights.Sum() / 3) + 1) : null,
            Capacities = model == SitingModel.CapacitatedPMedian
                ? [.. Enumerable.Range(0, sites).Select(_ => Table.Weights.Sum() / 4 + Next((int)Table.Weights.Sum() + 1))] : null,
        };
    }

    private SitingGroup Group(string name) => new(name, [Next(Table.SiteCount), .. Some(4)]);

    private int[] Some(int oneIn) => [.. Enumerable.Range(0, Table.SiteCount).Where(_ => Next(oneIn) == 0)];
}
