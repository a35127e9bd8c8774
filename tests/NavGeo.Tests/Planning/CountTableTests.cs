using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning;

public sealed class CountTableTests
{
    [Fact]
    public void Small_count_takes_the_next_smallest_of_its_sum_with_it()
    {
        var table = new CountTable(5);
        int[] parts = [table.Add(3), table.Add(100), table.Add(20), table.Add(0)];
        table.Sum(CountTable.Known, parts);
        Assert.Equal([null, 100L, null, 0L], parts.Select(table.Told));
    }

    [Fact]
    public void Sum_is_hidden_where_there_is_no_other_part()
    {
        var table = new CountTable(5);
        int part = table.Add(3), none = table.Add(0), sum = table.Add(3);
        table.Sum(sum, part, none);
        Assert.Equal([null, 0L, null], ((int[])[part, none, sum]).Select(table.Told));
    }

    [Fact]
    public void Part_of_a_hidden_sum_is_hidden_so_that_the_sum_cannot_be_added_up()
    {
        var table = new CountTable(5);
        int small = table.Add(4), large = table.Add(96), one = table.Add(2), two = table.Add(2);
        table.Sum(CountTable.Known, small, large);
        table.Sum(small, one, two);
        Assert.All((int[])[small, large, one, two], c => Assert.Null(table.Told(c)));
    }

    [Fact]
    public void Limit_of_nought_tells_all()
    {
        var table = new CountTable(0);
        int part = table.Add(1);
        table.Sum(CountTable.Known, part, table.Add(7));
        Assert.Equal(1, table.Told(part));
    }

    /// <summary>Somebody who knows everything that is told, and tries all that the rest could be, is never left with one answer for a small count.</summary>
    [Fact]
    public void No_small_count_can_be_found_from_what_is_told()
    {
        const int least = 3;
        const int most = 7;
        var random = new Random(20260101);
        for (int run = 0; run < 300; run++)
        {
            int[,] cells = new int[3, 3];
            for (int row = 0; row < 3; row++)
            {
                for (int column = 0; column < 3; column++) cells[row, column] = random.Next(0, most + 1);
                // A row with a single small count and nothing else is its known sum.
                if (cells[row, 0] + cells[row, 1] < least || cells[row, 0] * cells[row, 1] == 0) (cells[row, 0], cells[row, 1]) = (most, most - 1);
            }
            var table = new CountTable(least);
            int[,] ids = new int[3, 3];
            for (int i = 0; i < 9; i++) ids[i / 3, i % 3] = table.Add(cells[i / 3, i % 3]);
            for (int row = 0; row < 3; row++) table.Sum(CountTable.Known, ids[row, 0], ids[row, 1], ids[row, 2]);
            int[] sums = [.. Enumerable.Range(0, 3).Select(c => table.Add(cells[0, c] + cells[1, c] + cells[2, c]))];
            for (int column = 0; column < 3; column++) table.Sum(sums[column], ids[0, column], ids[1, column], ids[2, column]);
            HashSet<int>[] possible = [.. Enumerable.Range(0, 9).Select(_ => new HashSet<int>())];
            Try(cells, ids, sums, table, new int[9], 0, possible);
            for (int i = 0; i < 9; i++)
            {
                if (cells[i / 3, i % 3] is > 0 and < least) Assert.True(possible[i].Count > 1, $"run {run}, cell {i}: {string.Join(' ', cells.Cast<int>())}");
            }
        }
    }

    /// <summary>Fills in what is not told with every number that fits the sums.</summary>
    private static void Try(int[,] cells, int[,] ids, int[] sums, CountTable table, int[] guess, int at, HashSet<int>[] possible)
    {
        if (at == 9)
        {
            for (int column = 0; column < 3; column++)
            {
                if (table.Told(sums[column]) is { } told && guess[column] + guess[3 + column] + guess[6 + column] != told) return;
            }
            for (int i = 0; i < 9; i++) possible[i].Add(guess[i]);
            return;
        }
        int row = at / 3;
        int left = cells[row, 0] + cells[row, 1] + cells[row, 2] - guess[(row * 3)..at].Sum();
        (int from, int to) = table.Told(ids[row, at % 3]) is { } known ? ((int)known, (int)known) : (0, left);
        for (int people = from; people <= to; people++)
        {
            if (people > left || (at % 3 == 2 && people != left)) continue;
            guess[at] = people;
            Try(cells, ids, sums, table, guess, at + 1, possible);
        }
    }

    [Fact]
    public void Published_counts_hide_the_few_who_lose_and_what_would_tell_them()
    {
        // B's site closes: the 3 of B lose 7 minutes; the 40 of C, who go there too, lose them as well.
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A------B---------------------------------C"), "1:AB 2:C", "A1000 B3 C40", "AB",
            TownCase.Structure("A", ("12", "AB")), TownCase.Structure("B", ("12", "A")));
        ComparedStructure compared = Comparison.Of(AccessStudy.Of(town), ["B"]).Structures[1];
        var told = PublishedCounts.Of(compared, 5);
        PublishedRow first = told.InMunicipality(0);
        Assert.Equal((null, null), (first.Lose, first.Unchanged));
        Assert.Null(first.Longer[1]);
        Assert.False(first.TellsMore);
        // 43 in all less 40 in the other municipality would be the 3.
        Assert.Null(told.InMunicipality(1).Lose is { } other && told.Total.Lose is { } all ? all - other : null);
        var plain = PublishedCounts.Of(compared, 0);
        Assert.Equal((3L, 40L, 43L), (plain.InMunicipality(0).Lose, plain.InMunicipality(1).Lose, plain.Total.Lose));
        Assert.Equal(1003, plain.InMunicipality(0).Within[0]);
    }

    [Fact]
    public void Sum_within_a_time_is_not_told_where_few_live_just_beyond()
    {
        // 2 people at 20 minutes, between 15 and 30: neither "within 15" nor "within 30" may stand beside the other.
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A--------------------B--------------------C"), "1:ABC", "A1000 B2 C40", "A", TownCase.Structure("A", ("1", "A")));
        PublishedRow told = PublishedCounts.Of(Comparison.Of(AccessStudy.Of(town), []).Structures[0], 5).Total;
        Assert.Equal(1042, told.Served);
        long?[] shown = [0, .. told.Within.Where(w => w is not null), 1042];
        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.False(pair.Second - pair.First is > 0 and < 5, string.Join(' ', told.Within)));
    }
}
