using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Reports.Tables;

/// <summary>The doubt of a comparison as tables: <c>uncertainty.csv</c> and <c>uncertainty_ranking.csv</c>.</summary>
public static class UncertaintyTables
{
    /// <summary>Writes the files into a folder; each is whole or not there.</summary>
    public static void Save(UncertaintyResult result, string folder, UserLanguage language)
    {
        TableDress dress = language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        var bands = new DelimitedWriter(dress, "structure", "indicator", "stated", "low_90", "high_90", "draws", "seed");
        foreach (StructureUncertainty structure in result.Structures)
        {
            foreach (HeadlineDraws number in structure.Numbers)
            {
                Band band = number.Band;
                bands.Text(structure.Structure.Id).Text(number.Headline.NameOf()).Decimal(number.Stated, 3).Decimal(band.Low, 3).Decimal(band.High, 3)
                    .Whole(result.Draws).Whole((long)result.Seed).EndRow();
            }
        }
        var ranking = new DelimitedWriter(dress, "indicator", "better", "worse", "difference", "low_90", "high_90", "holds_share", "decided");
        foreach (RankingClaim claim in result.Claims)
        {
            ranking.Text(claim.Headline.NameOf()).Text(UncertaintySentences.NameOf(result, claim.Better)).Text(UncertaintySentences.NameOf(result, claim.Worse))
                .Decimal(claim.Stated, 3).Decimal(claim.Band.Low, 3).Decimal(claim.Band.High, 3).Decimal(claim.Holds, 4).Flag(claim.IsDecided).EndRow();
        }
        bands.Save(Path.Combine(folder, "uncertainty.csv"));
        ranking.Save(Path.Combine(folder, "uncertainty_ranking.csv"));
    }
}
