using System.CommandLine;
using NavGeo.Data.Regions;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Cli.Options;

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
    /// <exception cref="InputException">The market has no boundaries to draw.</exception>
    public void Save(ParseResult parsed, LoadedMarket loaded, RegionDivision division, UserLanguage language)
    {
        (string? layer, string? drawing) = (parsed.GetValue(polygons), parsed.GetValue(sheet));
        if (layer is null && drawing is null) return;
        if (loaded.Boundaries.Count != loaded.Market.Count)
            throw new InputException(layer is null ? "--sheet" : "--polygons", null, new Phrase("regions.no-map"), new Phrase("regions.no-boundaries.remedy"));
        if (layer is not null) RegionLayer.Write(layer, loaded, division);
        if (drawing is not null) SvgRenderer.Write(drawing, RegionSheet.Draw(loaded, division, language));
    }
}
