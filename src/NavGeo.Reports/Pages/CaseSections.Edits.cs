using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;

namespace NavGeo.Reports.Pages;

/// <content>What is changed together with each structure against today, and what tried changes of the roads do by themselves.</content>
public sealed partial class CaseSections
{
    private static readonly int Thirty = AccessIndicators.Thresholds.Index().First(t => t.Item == ChangeSentences.FirstThreshold).Index;

    /// <summary>
    /// Every structure with all that is changed against today's on today's roads: the figures a meeting shows. The rest of a page
    /// compares with the baseline as the edits leave it.
    /// </summary>
    public void AddAgainstToday()
    {
        if (comparison.Yardstick.IsToday) return;
        page.Heading("edits.today-heading");
        page.Paragraph("edits.today-note");
        page.Table(
            [
                page.Say("money.structure"), page.Say("edits.effect-longer"), page.Say("edits.effect-lost"), page.Say("edits.effect-shorter"),
                page.Say("edits.today-mean"), page.Say("edits.today-mean-with"), page.Say("edits.today-within", ChangeSentences.FirstThreshold),
                page.Say("edits.today-within-with", ChangeSentences.FirstThreshold), page.Say("edits.today-without"), page.Say("edits.today-without-with"),
            ],
            StructureChange.Alike(comparison.Structures.Select(s => comparison.AgainstToday(s).Change)).Select(EffectRow));
    }

    /// <summary>
    /// Every structure on the changed roads against itself on the roads as they are, in one row where the changes mean
    /// the same for several; then the baseline in sentences. The rest of a page compares on changed roads only.
    /// </summary>
    public void AddEditEffect()
    {
        if (publication.Effect is not { } effect) return;
        page.Heading("edits.effect-heading");
        page.Paragraph("edits.effect-note", planningCase.Baseline);
        page.Table(
            [
                page.Say("money.structure"), page.Say("edits.effect-longer"), page.Say("edits.effect-lost"), page.Say("edits.effect-shorter"),
                page.Say("edits.effect-mean"), page.Say("edits.effect-mean-with"), page.Say("edits.effect-within", ChangeSentences.FirstThreshold),
                page.Say("edits.effect-within-with", ChangeSentences.FirstThreshold), page.Say("edits.effect-without"), page.Say("edits.effect-without-with"),
            ],
            effect.Alike.Select(EffectRow));
        ChangeLedger ledger = effect.Compared[0].Ledger;
        page.Paragraph("edits.effect-baseline", $"{planningCase.Baseline} {ledger.Change.To.Structure.Name.In(page.Language)}");
        page.Points(ChangeSentences.Of(ledger).Select(s => page.Texts.Say(s)));
    }

    private string[] EffectRow(IReadOnlyList<StructureChange> alike)
    {
        (AccessIndicators without, AccessIndicators with, AccessChange change) = (alike[0].From.Total, alike[0].To.Total, alike[0].Total);
        return
        [
            string.Join(", ", alike.Select(s => s.To.Structure.Id)), page.Whole(change.Lose), page.Whole(change.LoseAccess),
            page.Whole(change.Gain + change.GainAccess), Minutes(alike[0].Shared.From.Total.MeanMinutes), Minutes(alike[0].Shared.To.Total.MeanMinutes),
            page.Percent(without.ShareWithin(Thirty)), page.Percent(with.ShareWithin(Thirty)),
            page.Whole(without.WithoutAccess), page.Whole(with.WithoutAccess),
        ];
    }
}
