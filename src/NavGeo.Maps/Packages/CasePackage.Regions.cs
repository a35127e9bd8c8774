using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Regions;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Maps.Packages;

/// <content>The labour-market regions and what placed each municipality.</content>
public sealed partial class CasePackage
{
    private GeoPackageTable Regions(CaseDivision divided)
    {
        RegionDivision division = divided.Division;
        PackageLayer layer = new PackageLayer(shapes.OfficeType)
            .Text("region", "navn", "senter", "regel", "kommuner").Whole("antall_kommuner", "folketall", "sysselsatte", "arbeidsplasser")
            .Real("arbeider_i_regionen_prosent", "bor_i_regionen_prosent");
        var looks = new QgisStyle { LabelColumn = "navn" };
        IReadOnlyList<int> colours = RegionSheet.ColoursOf(division);
        for (int r = 0; r < division.Regions.Count; r++)
        {
            Region region = division.Regions[r];
            string[] numbers = [.. region.Members.Select(m => division.Market.Municipalities[m].Number)];
            Municipality centre = division.Market.Municipalities[region.Centre];
            RegionMeasures? measures = division.Market.Commuting is { } commuting ? RegionMeasures.Of(commuting, region) : null;
            layer.Row(
                shapes.Area(numbers), region.Id, centre.Name, centre.Number, division.Rule.Name, string.Join('|', numbers), numbers.Length,
                region.Members.Sum(m => (long)division.Market.Municipalities[m].Population), measures?.Residents, measures?.Jobs,
                Rounded(measures?.SupplyPercent), Rounded(measures?.DemandPercent));
            string colour = colours[r] < 0 ? RegionSheet.SingleColour : RegionSheet.Colours[colours[r]];
            string filter = $"\"region\" = '{region.Id.Replace("'", "''", StringComparison.Ordinal)}'";
            looks.Rule(filter, centre.Name, shapes.HasOutlines ? QgisSymbol.Area(colour, style.Text.Plain, 0.4, 0.6) : QgisSymbol.Disc(colour, style.Text.Plain, 3));
        }
        return layer.ToTable(
            NameOf("regioner"), "Regioner", "Regioner av hele kommuner, med regelen de er laget etter; ingen offisiell inndeling.", looks, Origin("Regioner", divided));
    }

    private GeoPackageTable Placements(CaseDivision divided)
    {
        RegionDivision division = divided.Division;
        var sentences = new RegionSentences(division, UserLanguage.Bokmaal);
        PackageLayer layer = new PackageLayer(shapes.MunicipalityType)
            .Text("kommunenummer", "navn", "region", "senter", "rolle", "test", "hva_som_avgjorde").Real("minutter", "ut_prosent", "inn_prosent")
            .Real("margin_prosentpoeng", "margin_minutter").Text("ville_følge", "hva_som_ville_flytte");
        foreach ((int m, Placement placement) in division.Placements.Index())
        {
            Municipality municipality = division.Market.Municipalities[m];
            FlipChange? change = placement.CommutingChange ?? placement.TimeChange;
            layer.Row(
                shapes.Municipalities[m], municipality.Number, municipality.Name, division.Regions[placement.Region].Id,
                division.Market.Municipalities[placement.Centre].Number, PackageWords.Of(placement.Role), placement.Test, sentences.Decided(m),
                Minutes(placement.Time), Rounded(placement.OutPercent), Rounded(placement.InPercent),
                Rounded(placement.CommutingChange is { } share ? Math.Abs(share.Amount) : (double?)null),
                Rounded(placement.TimeChange is { } time ? Math.Abs(time.Amount) : (double?)null),
                change is { } c ? division.Market.Municipalities[c.Goes].Number : null, string.Join(' ', sentences.Changes(m)));
        }
        QgisStyle looks = new QgisStyle { LabelColumn = "navn", LabelColour = style.Text.Weak }
            .Rule("\"rolle\" in ('senter', 'andresenter')", "Senter", Symbol(style.Text.Plain, 0.6))
            .Rule("\"rolle\" = 'medlem'", "Følger et senter", Symbol(style.Ground.Boundary, 0.2))
            .Rule("\"rolle\" = 'alene'", "Alene", Symbol(style.Text.Weak, 0.4));
        return layer.ToTable(
            NameOf("regionplassering"), "Hva som plasserte hver kommune", "Regionen hver kommune hører til, hva som avgjorde, og hvor lite som skal til for at den flyttes.",
            looks, Origin("Hva som plasserte hver kommune", divided));

        QgisSymbol Symbol(string colour, double width) =>
            shapes.HasOutlines ? QgisSymbol.Outline(colour, width) : QgisSymbol.Disc(colour, style.Sites.Rim, 2 + width);
    }

    private Provenance Origin(string title, CaseDivision divided)
    {
        Provenance origin = Origin(title);
        return origin with
        {
            Sources = [.. origin.Sources.Concat(divided.Loaded.Sources).Distinct()],
            Parameters = [.. origin.Parameters, .. CaseRegionSheet.ParametersOf(divided.Division)],
        };
    }
}
