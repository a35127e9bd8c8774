using System.Globalization;
using System.Text;
using NavGeo.Routing;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Method;

/// <summary>Published truths on the real roads; the table in docs/method.md is written by this test.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly (string From, double Minutes)[] TimesToGol = [("Nesbyen", 22.13), ("Ål", 22.28), ("Hemsedal", 27.19)];

    [Theory]
    [InlineData("Nesbyen", 22.13)]
    [InlineData("Ål", 22.28)]
    [InlineData("Hemsedal", 27.19)]
    public void Time_to_Gol_is_within_three_minutes_of_the_published(string from, double minutes)
    {
        double measured = new PublishedFigures().Trip(from, "Gol", TravelProfile.Car).Time.Minutes;
        Assert.InRange(measured, minutes - 3, minutes + 3);
    }

    [Fact]
    public void Geilo_to_Flaa_is_102_kilometres_within_two()
    {
        Assert.InRange(new PublishedFigures().Trip("Geilo", "Flå", TravelProfile.Car).Kilometres, 100, 104);
    }

    [Theory]
    [InlineData("Moskenes", "Svolvær", 140)]
    [InlineData("Andenes", "Bindal (Terråk)", 800)]
    public void Round_figure_of_the_reports_holds_within_15_percent(string from, string to, double kilometres)
    {
        Assert.InRange(new PublishedFigures().Trip(from, to, TravelProfile.Car).Kilometres, kilometres * 0.85, kilometres * 1.15);
    }

    [Theory]
    [InlineData("Værøy")]
    [InlineData("Røst")]
    public void Island_is_reached_by_boat_only(string island)
    {
        var figures = new PublishedFigures();
        Assert.True(figures.Trip(island, "Bodø", TravelProfile.Car).Time.IsReachable);
        Assert.False(figures.Trip(island, "Bodø", TravelProfile.Car, withFerries: false).Time.IsReachable);
    }

    [Fact]
    public void Default_speed_of_national_roads_is_the_one_that_fits_the_published_times_best()
    {
        var figures = new PublishedFigures();
        int best = Enumerable.Range(55, 31).MinBy(kmh => Errors(figures, kmh).Max(Math.Abs));
        Assert.Equal(best, TravelProfile.Car.NationalKmh);
    }

    [Fact]
    public void Method_page_shows_the_table_as_measured()
    {
        var figures = new PublishedFigures();
        var table = new StringBuilder("| trip | published | NavGeo on N1000 | difference |\n| --- | --- | --- | --- |\n");
        foreach ((string from, double minutes) in TimesToGol) Row($"{from}–Gol", minutes, figures.Trip(from, "Gol", TravelProfile.Car).Time.Minutes, "min");
        Row("Geilo–Flå", 102, figures.Trip("Geilo", "Flå", TravelProfile.Car).Kilometres, "km");
        Row("Moskenes–Svolvær (\"about 140 km\")", 140, figures.Trip("Moskenes", "Svolvær", TravelProfile.Car).Kilometres, "km");
        Row("Andenes–Bindal (\"about 800 km\")", 800, figures.Trip("Andenes", "Bindal (Terråk)", TravelProfile.Car).Kilometres, "km");
        foreach (string island in (string[])["Værøy", "Røst"])
        {
            TravelTime byBoat = figures.Trip(island, "Bodø", TravelProfile.Car).Time;
            table.Append(CultureInfo.InvariantCulture, $"| {island}–Bodø | by boat only | {byBoat.Minutes:0} min with the ferry, no way without | – |\n");
        }
        double[] errors = Errors(figures, TravelProfile.Car.NationalKmh);
        double meanSquare = Math.Sqrt(errors.Average(e => e * e));
        table.Append(
            CultureInfo.InvariantCulture,
            $"\nOf the three times to Gol the largest error is {errors.Max(Math.Abs):0.0} minutes, the root mean square {meanSquare:0.0}.\n");
        Golden.AssertSection("docs/method.md", "published-figures", table.ToString());

        void Row(string trip, double published, double measured, string unit) => table.Append(
            CultureInfo.InvariantCulture,
            $"| {trip} | {published:0.##} {unit} | {measured:0.0} {unit} | {measured - published:+0.0;-0.0;0.0} {unit} |\n");
    }

    private static double[] Errors(PublishedFigures figures, double nationalKmh)
    {
        TravelProfile profile = TravelProfile.Car with { NationalKmh = nationalKmh };
        return [.. TimesToGol.Select(t => figures.Trip(t.From, "Gol", profile).Time.Minutes - t.Minutes)];
    }
}
