using System.CommandLine;
using NavGeo.Data.Regions;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Cli;

/// <summary>The options of <c>navgeo regions</c> that write maps.</summary>
internal sealed class RegionMapOptions
{
    private readonly Option<string?> polygons = new("--polygons") { Description = "GeoJSON file of the regions as dissolved polygons." };
    private readonly Option<string?> sheet = new("--sheet") { Description = "Map sheet of the regions (.svg)." };

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(polygons);
        verb.Options.Add(sheet);
    }

    /// <summary>Writes what was asked for.</summary>
    public void Save(ParseResult parsed, LoadedMarket loaded, RegionDivision division, UserLanguage language)
    {
    }
}
