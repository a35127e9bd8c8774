using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Norway;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>What people write for a spot, on the real Hallingdal.</summary>
public sealed class SpotReaderTests
{
    private static readonly Lazy<SpotReader> Hallingdal = new(() => new SpotReader(
        Workspace.Open(Path.Combine(Repository.Root, "data", "hallingdal"), new Findings()).Case, BoundaryReader.Read(NorwayBase.Boundaries(2018)!, new Findings())));

    [Theory]
    [InlineData("Geilo", "0620", 60.53, 8.20)]
    [InlineData("geilo (hol)", "0620", 60.53, 8.20)]
    [InlineData("60.5344, 8.2063", "0620", 60.5344, 8.2063)]
    [InlineData("60,5344 8,2063", "0620", 60.5344, 8.2063)]
    [InlineData("8.2063; 60.5344", "0620", 60.5344, 8.2063)]
    [InlineData("60°32'03.8\"N 8°12'22.7\"Ø", "0620", 60.5344, 8.2063)]
    [InlineData("N 60° 32.064' E 8° 12.378'", "0620", 60.5344, 8.2063)]
    [InlineData("32 V 456446 6711191", "0620", 60.5344, 8.2063)]
    [InlineData("Nord 6711191 Øst 456446 EUREF89 UTM-sone 32", "0620", 60.5344, 8.2063)]
    [InlineData("456446 6711191", "0620", 60.5344, 8.2063)]
    [InlineData("60.7, 8.946", "0617", 60.7, 8.946)]
    public void Written(string written, string municipality, double latitude, double longitude)
    {
        Spot spot = Hallingdal.Value.Read(written);
        Assert.Equal(municipality, spot.Municipality);
        double tolerance = spot.IsEstimated ? 0.03 : 2e-4;
        Assert.InRange(spot.Latitude, latitude - tolerance, latitude + tolerance);
        Assert.InRange(spot.Longitude, longitude - tolerance, longitude + tolerance);
        Assert.Equal(written.StartsWith("geilo", StringComparison.OrdinalIgnoreCase), spot.IsEstimated);
    }

    [Theory]
    [InlineData("", "spot.unknown")]
    [InlineData("Heimdal", "spot.unknown")]
    [InlineData("Skrautvålsvegen 77", "spot.address")]
    [InlineData("Storgata 5", "spot.address")]
    [InlineData("Kong Olavs gt. 12 B, 3570 Ål", "spot.address")]
    [InlineData("60.5", "spot.unclear")]
    [InlineData("60.5, 8.2, 9.1", "spot.unclear")]
    [InlineData("95.1, 120.3", "spot.unclear")]
    [InlineData("59.91, 10.75", "spot.outside")]
    [InlineData("33 456446 6711191", "spot.outside")]
    // Just over the border, in Aurdal: no municipality of the case, however near.
    [InlineData("60.98, 9.25", "spot.outside")]
    public void Written_but_no_spot(string written, string key)
    {
        var refused = Assert.Throws<InputException>(() => Hallingdal.Value.Read(written));
        Assert.Equal(key, refused.Findings.Single().Problem.Key);
    }
}
