using NavGeo.Planning.Cases;

namespace NavGeo.Tests.Money;

public class CostKeyTests
{
    /// <summary>Printed in the Lillehammer report: total, key, municipal part, state part.</summary>
    [Theory]
    [InlineData(3927995, 58, 1649757, 2278238)]
    [InlineData(638756, 50, 319378, 319378)]
    [InlineData(413067, 40, 247841, 165226)]
    public void Printed_parts_come_out_to_the_krone(int total, int statePercent, int municipal, int state) =>
        Assert.Equal(new CostSplit(state, municipal), new CostKey(statePercent).Split(total, RoundingRule.SmallerPartDown));

    [Theory]
    [InlineData(3927995, 58, 1649758)]
    [InlineData(413067, 40, 247840)]
    public void Nearest_krone_is_one_krone_off_the_printed_parts(int total, int statePercent, int municipal) =>
        Assert.Equal(municipal, new CostKey(statePercent).Split(total, RoundingRule.NearestKrone).Municipal);

    [Theory]
    [InlineData(26.6, 19.5, 58)]
    [InlineData(4.5, 4.5, 50)]
    [InlineData(4.7, 7.1, 40)]
    [InlineData(35.8, 31.1, 54)]
    [InlineData(0, 1, 0)]
    public void Key_follows_from_the_staff(double state, double municipal, int percent) =>
        Assert.Equal(percent, CostKey.FromEquivalents((decimal)state, (decimal)municipal).StatePercent);

    [Fact]
    public void Key_without_staff_is_refused() => Assert.Throws<ArgumentException>(() => CostKey.FromEquivalents(0, 0));

    [Fact]
    public void Parts_are_whole_kroner_and_add_up_for_every_key_and_rule()
    {
        var random = new Random(20151);
        for (int i = 0; i < 2000; i++)
        {
            decimal nok = random.Next(0, 100_000_000);
            var key = new CostKey(random.Next(0, 101));
            foreach (RoundingRule rule in Enum.GetValues<RoundingRule>())
            {
                CostSplit split = key.Split(nok, rule);
                Assert.True(split.Total == nok && split.State % 1 == 0 && split.Municipal % 1 == 0, $"{nok} by {key}, {rule}: {split}");
                Assert.True(Math.Abs(split.State - nok * key.StatePercent / 100) < 1, $"{nok} by {key}, {rule}: {split}");
            }
        }
    }
}
