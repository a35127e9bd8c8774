using NavGeo.Planning.Cases;

namespace NavGeo.Tests.Planning.Population;

public sealed class PeopleSpreadTests
{
    [Fact]
    public void Places_keep_their_shares_and_add_up_to_the_total()
    {
        PeopleSpread spread = PeopleSpread.Of([1, 1, 1], [0, 0, 0], [100]);
        Assert.Equal([34, 33, 33], spread.People);
        Assert.Equal((3, 3L, 100.0 / 3), (spread.Rows[0].Places, spread.Rows[0].Counted, spread.Rows[0].Factor));
    }

    [Fact]
    public void Largest_remainder_comes_first()
    {
        // Quotas 0.7, 2.1 and 4.2: the odd person goes where most was cut away.
        Assert.Equal([1, 2, 4], PeopleSpread.Of([1, 3, 6], [0, 0, 0], [7]).People);
    }

    [Fact]
    public void Places_outside_and_municipalities_without_a_total_keep_their_count()
    {
        PeopleSpread spread = PeopleSpread.Of([5, 6, 7], [-1, 0, 1], [null, 14]);
        Assert.Equal([5, 6, 14], spread.People);
        Assert.Null(spread.Rows[0].Factor);
    }

    [Fact]
    public void Total_without_an_inhabited_place_is_told()
    {
        PeopleSpread spread = PeopleSpread.Of([0], [0], [9, 4]);
        Assert.Equal([0], spread.People);
        Assert.All(spread.Rows, row => Assert.True(row.IsWithoutPlaces));
        Assert.Equal([0], PeopleSpread.Of([3], [0], [0]).People);
    }

    [Fact]
    public void Every_municipality_adds_up_whatever_the_numbers()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int municipalities = random.Next(1, 6);
            int[] homes = [.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => random.Next(-1, municipalities))];
            int[] counted = [.. homes.Select(_ => random.Next(0, 4) == 0 ? 0 : random.Next(1, 2000))];
            long?[] totals = [.. Enumerable.Range(0, municipalities).Select(_ => random.Next(0, 5) == 0 ? (long?)null : random.Next(0, 100_000))];
            PeopleSpread spread = PeopleSpread.Of(counted, homes, totals);
            for (int m = 0; m < municipalities; m++)
            {
                long sum = homes.Index().Where(h => h.Item == m).Sum(h => (long)spread.People[h.Index]);
                SpreadRow row = spread.Rows[m];
                long expected = row.Counted == 0 ? 0 : totals[m] ?? row.Counted;
                Assert.True(sum == expected, $"seed {seed}, municipality {m}: {sum} and not {expected}");
            }
            for (int place = 0; place < homes.Length; place++)
            {
                double factor = homes[place] < 0 ? 1 : spread.Rows[homes[place]].Factor ?? 1;
                Assert.True(Math.Abs(spread.People[place] - counted[place] * factor) < 1, $"seed {seed}, place {place}");
            }
        }
    }
}
