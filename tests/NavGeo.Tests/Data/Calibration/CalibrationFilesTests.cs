using System.Globalization;
using System.Text;
using NavGeo.Data.Calibration;
using NavGeo.Data.Input;
using NavGeo.Data.Norway;
using NavGeo.Planning.Calibration;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Data.Calibration;

public sealed class CalibrationFilesTests
{
    private static readonly string[] Towns =
    [
        "10.75,59.91", "10.20,59.74", "10.41,59.27", "9.61,59.21", "8.77,58.46", "7.99,58.15", "5.73,58.97", "5.33,60.39", "6.15,62.47", "7.73,63.11",
        "10.40,63.43", "11.49,64.01", "14.14,66.31", "14.40,67.28", "17.43,68.44", "18.96,69.65", "23.27,69.97", "10.47,61.12", "11.37,60.79", "8.21,60.53",
        "9.10,62.59", "11.38,62.57", "5.03,61.60", "7.10,61.23", "12.00,60.19",
    ];

    [Fact]
    public void Factors_that_Norways_times_were_made_with_are_found_again()
    {
        var made = new TimeFactors(Trunk: 1.1, County: 0.9);
        string empty = Rows((_, _) => 1);
        NetworkCalibration truth = Files(empty, made).Read(new Findings()).Calibration;
        NetworkCalibration found = Files(Rows((i, _) => truth.Times[i].Measured), TimeFactors.None).Read(new Findings()).Calibration;
        Assert.True(found.IsBetter);
        Assert.Equal(1.1, Factor(TimeClass.Trunk), 0.02);
        Assert.Equal(0.9, Factor(TimeClass.County), 0.04);
        Assert.True(found.Errors().Mean > 5 && found.Fitted!.Value.Mean < 0.5, $"{found.Errors()} {found.Fitted}");

        double Factor(TimeClass of) => found.Factors.Single(f => f.Classes.Contains(of)).Factor;
    }

    [Theory]
    [InlineData("3041,9999,20", "calibrate.unknown-number")]
    [InlineData("3041,3041|3042,20", "calibrate.same")]
    [InlineData("3041,8.56 60.63,20", "calibrate.mixed")]
    [InlineData("Gol,3041,20", "calibrate.end")]
    [InlineData("8.56 160.63,8.21 60.53,20", "calibrate.end")]
    [InlineData("3041,3042,0", "table.too-small")]
    public void Line_that_cannot_be_used_is_named(string row, string problem)
    {
        var fault = Assert.Throws<InputException>(() => Files("from,to,minutes\n3041,3042,30\n" + row + "\n", TimeFactors.None).Read(new Findings()));
        Assert.Equal(("3", problem), (Assert.Single(fault.Findings).Place, fault.Findings[0].Problem.Key));
    }

    [Fact]
    public void Two_municipalities_as_one_are_the_mean_over_their_people_and_carried_boundaries_go_by_the_numbers()
    {
        NetworkCalibration found = Files("from,to,minutes\n3011,3003|3004,29.13\n3011,3003,29\n3011,3004,29\n", TimeFactors.None).Read(new Findings()).Calibration;
        Assert.Equal(TravelStandard.Signposted, found.Profile.Standard);
        double[] minutes = [.. found.Times.Select(t => t.Measured)];
        Assert.InRange(minutes[0], Math.Min(minutes[1], minutes[2]), Math.Max(minutes[1], minutes[2]));
        Assert.NotEqual(minutes[1], minutes[2]);
    }

    private static string Rows(Func<int, string, double> minutes)
    {
        var text = new StringBuilder("from,to,minutes\n");
        int row = 0;
        foreach (int step in (int[])[1, 2])
        {
            for (int i = 0; i + step < Towns.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"\"{Towns[i]}\",\"{Towns[i + step]}\",{minutes(row++, Towns[i]):0.0000}\n");
        }
        return text.ToString();
    }

    private static CalibrationFiles Files(string rows, TimeFactors factors) => new()
    {
        Times = new InputFile("times.csv", Encoding.UTF8.GetBytes(rows)),
        Roads = new InputFile(NorwayBase.Roads),
        Population = new InputFile(NorwayBase.People),
        Edits = (graph, profile) => new EditDraft(graph, profile with { Factors = factors }),
    };
}
