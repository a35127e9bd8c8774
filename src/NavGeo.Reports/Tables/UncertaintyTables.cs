using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Uncertainty;
using NavGeo.Reports.Json;

namespace NavGeo.Reports.Tables;

/// <summary>The doubt of a comparison as tables: <c>uncertainty.csv</c>, <c>uncertainty_ranking.csv</c> and <c>uncertainty_switches.csv</c>.</summary>
public static class UncertaintyTables
{
    /// <summary>Writes the files into a folder; each is whole or not there.</summary>
    public static void Save(UncertaintyResult result, IReadOnlyList<ClaimSwitches> switches, string folder, UserLanguage language)
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
        var turns = new DelimitedWriter(dress, "better", "worse", "difference_min", "unknown", "of", "now", "turns", "deviations", "worth_measuring");
        foreach ((RankingClaim claim, SwitchValue value) in switches.SelectMany(s => s.Values.Select(v => (s.Claim, v))))
        {
            turns.Text(UncertaintySentences.NameOf(result, claim.Better)).Text(UncertaintySentences.NameOf(result, claim.Worse)).Decimal(claim.Stated, 3)
                .Text(UncertaintyJson.NameOf(value.Kind)).Text(value.Subject).Decimal(value.Now, 3).Decimal(value.Turns, 3).Decimal(value.Deviations, 2)
                .Flag(value.IsWorthMeasuring).EndRow();
        }
        turns.Save(Path.Combine(folder, "uncertainty_switches.csv"));
        bands.Save(Path.Combine(folder, "uncertainty.csv"));
        ranking.Save(Path.Combine(folder, "uncertainty_ranking.csv"));
    }
}
