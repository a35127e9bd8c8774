using System.Globalization;
using System.Text;
using NavGeo.Routing;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Method;

/// <summary>Published truths on the real roads; the table in docs/method.md is written by this test.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly (string From, string To, double Least, double Most)[] Driven =
    [
        ("Leknes", "Svolvær", 60, 70), ("Fredrikstad", "Halden", 34, 42), ("Å", "Leknes", 62, 76), ("Oslo", "Hønefoss", 50, 60),
    ];

    [Fact]
    public void Known_trips_are_driven_in_the_time_locals_know()
    {
        var figures = new PublishedFigures();
        Assert.All(Driven, trip => Assert.InRange(figures.Trip(trip.From, trip.To, TravelProfile.Car).Time.Minutes, trip.Least, trip.Most));
    }

    [Fact]
    public void Geilo_to_Flaa_is_102_kilometres_within_three()
    {
        Assert.InRange(new PublishedFigures().Trip("Geilo", "Flå", TravelProfile.Car).Kilometres, 99, 105);
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
    public void Method_page_shows_the_table_as_measured()
    {
        var figures = new PublishedFigures();
        var table = new StringBuilder("| trip | published | NavGeo on N1000 | difference |\n| --- | --- | --- | --- |\n");
        foreach ((string from, string to, double least, double most) in Driven)
        {
            (TravelTime driven, TravelTime signposted) = (figures.Trip(from, to, TravelProfile.Car).Time, figures.Trip(from, to, TravelProfile.Signposted).Time);
            table.Append(CultureInfo.InvariantCulture, $"| {from}–{to} | {least:0}–{most:0} min driven | {driven.Minutes:0.0} min driven, {signposted.Minutes:0.0} signposted | – |\n");
        }
        Row("Geilo–Flå", 102, figures.Trip("Geilo", "Flå", TravelProfile.Car).Kilometres, "km");
        Row("Moskenes–Svolvær (\"about 140 km\")", 140, figures.Trip("Moskenes", "Svolvær", TravelProfile.Car).Kilometres, "km");
        Row("Andenes–Bindal (\"about 800 km\")", 800, figures.Trip("Andenes", "Bindal (Terråk)", TravelProfile.Car).Kilometres, "km");
        foreach (string island in (string[])["Værøy", "Røst"])
        {
            TravelTime byBoat = figures.Trip(island, "Bodø", TravelProfile.Car).Time;
            table.Append(CultureInfo.InvariantCulture, $"| {island}–Bodø | by boat only | {byBoat.Minutes:0} min with the ferry, no way without | – |\n");
        }
        Golden.AssertSection("docs/method.md", "published-figures", table.ToString());

        void Row(string trip, double published, double measured, string unit) => table.Append(
            CultureInfo.InvariantCulture,
            $"| {trip} | {published:0.##} {unit} | {measured:0.0} {unit} | {measured - published:+0.0;-0.0;0.0} {unit} |\n");
    }
}
