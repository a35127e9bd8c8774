using NavGeo.Planning.Access;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;

namespace NavGeo.Cli;

/// <summary>
/// What a tried change of the roads does by itself to today's structure: every structure of the comparison, today's
/// among them, is measured on the changed roads, so that the comparison does not show it.
/// </summary>
internal static class EditEffect
{
    /// <summary>The changes the user tries; the standing ones of the case, such as its winter, are not among them.</summary>
    public static IReadOnlyList<RoadEdit> Tried(AccessStudy study) => [.. study.Scenario.Edits.Except(study.Case.StandingEdits)];

    /// <summary>One sentence; null where nothing is tried.</summary>
    public static string? Sentence(Comparison comparison, Phrasebook texts)
    {
        AccessStudy changed = comparison.Study;
        IReadOnlyList<RoadEdit> tried = Tried(changed);
        if (tried.Count == 0) return null;
        StructureAccess with = comparison.Structures[0].Access;
        StructureAccess without = AccessStudy.Of(changed.Case).Access(with.Structure, with.Rule);
        AccessChange change = changed.Change(without, with).Total;
        return texts.Say(
            "cli.compare.effect", with.Structure.Id, string.Join("; ", tried.Select(e => texts.Say(RoadEditText.Of(e)))),
            change.Lose, change.LoseAccess, change.Gain + change.GainAccess, Minutes(without), Minutes(with),
            without.Total.WithoutAccess, with.Total.WithoutAccess);

        string Minutes(StructureAccess access) =>
            access.Total.MeanMinutes is { } mean ? texts.Decimals(mean, 1) : texts.Say("cli.none");
    }
}
