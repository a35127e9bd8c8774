using NavGeo.Planning.Calibration;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Planning.Calibration;

public sealed class NetworkCalibrationTests
{
    [Fact]
    public void Factors_that_made_the_times_are_found_again()
    {
        NetworkCalibration found = Calibrated(60, new TimeFactors(1.1, 0.9, 1.2, 0.8), i => 0);
        Assert.Equal([1.1, 0.9, 1.2, 0.8], found.Factors.Select(f => f.Factor));
        Assert.All(found.Factors, f => Assert.InRange(f.StandardError, 0, 1e-6));
        Assert.True(found.IsBetter);
        Assert.Equal(0, found.Fitted!.Value.Mean, 3);
        Assert.True(found.Errors().Mean > 1);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(20, 2)]
    [InlineData(30, 3)]
    [InlineData(40, 4)]
    public void No_more_factors_than_the_times_carry(int times, int factors) =>
        Assert.Equal(factors, Calibrated(times, new TimeFactors(1.1, 1.1, 1.1, 1.1), i => 0).Factors.Count);

    [Fact]
    public void Class_that_few_times_know_keeps_its_minutes()
    {
        KnownTime[] known = [.. Enumerable.Range(0, 60).Select(i => new KnownTime("a", "b", 40 + i % 7, ""))];
        var found = NetworkCalibration.Of(known, TravelProfile.Car, profile =>
            [.. known.Select((_, i) => (double?)(profile.Factors.Trunk * 30 + profile.Factors.County * (5 + i % 5) + profile.Factors.Ferry * (i < 9 ? 20 : 2)))]);
        Assert.DoesNotContain(found.Factors, f => f.Classes.Contains(TimeClass.Ferry));
        Assert.Equal(9, found.Errors(t => t.HasFerry).Count);
    }

    [Fact]
    public void Factors_that_do_no_better_on_times_left_out_are_not_offered()
    {
        // The network is right but for an error that no class explains.
        NetworkCalibration found = Calibrated(12, TimeFactors.None, i => i % 2 == 0 ? 6 : -6);
        Assert.Single(found.Factors);
        Assert.False(found.IsBetter);
        Assert.True(found.Factors[0].Lowest < 1 && found.Factors[0].Highest > 1);
    }

    [Fact]
    public void County_is_held_against_factors_of_the_others()
    {
        // One county is slower than all others: fitted on itself alone it would be right.
        NetworkCalibration found = Calibrated(60, new TimeFactors(1.2, 1.2, 1.2, 1.2), i => 0, odd: 2);
        Assert.Equal(["00", "01", "02", "03"], found.Counties.Select(c => c.County));
        CountyLeftOut odd = found.Counties[2];
        Assert.All(odd.Factors, f => Assert.Equal(1.2, f, 3));
        Assert.Equal(0, odd.Before.Mean, 6);
        Assert.True(odd.After.Mean > 5);
        Assert.Equal(60, found.Counties.Sum(c => c.After.Count));
    }

    [Fact]
    public void Time_without_way_is_told_and_left_out()
    {
        KnownTime[] known = [new("a", "b", 10, ""), new("a", "c", 20, "")];
        var found = NetworkCalibration.Of(known, TravelProfile.Car, _ => [12, null]);
        Assert.Equal("c", Assert.Single(found.WithoutWay).To);
        Assert.Equal(2, Assert.Single(found.Times).Error);
        Assert.Empty(found.Factors);
    }

    [Fact]
    public void Errors_are_told_by_size_and_by_sign()
    {
        MinuteErrors errors = MinuteErrors.Of([-4, 1, 1, 2, -3, 0, 0, 0, 0, 13]);
        Assert.Equal(new MinuteErrors(10, 2.4, 1, 4, 1), errors);
        Assert.Equal(default, MinuteErrors.Of([]));
    }

    /// <summary>Trips of minutes that differ in every class, whose times were made with factors and an error of their own.</summary>
    private static NetworkCalibration Calibrated(int count, TimeFactors truth, Func<int, double> error, int odd = -1)
    {
        KnownTime[] known =
        [
            .. Enumerable.Range(0, count).Select(i => new KnownTime("a", "b", Minutes(i, i % 4 == odd ? TimeFactors.None : truth) + error(i), $"0{i % 4}")),
        ];
        return NetworkCalibration.Of(known, TravelProfile.Car, profile => [.. known.Select((_, i) => (double?)Minutes(i, profile.Factors))]);
    }

    private static double Minutes(int i, TimeFactors f) =>
        2 + f.Trunk * (20 + i * 7 % 11) + f.County * (10 + i * 5 % 13) + f.OtherRoads * (4 + i * 3 % 7) + f.Ferry * (5 + i * 11 % 17);
}
