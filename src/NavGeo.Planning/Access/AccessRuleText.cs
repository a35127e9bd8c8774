using NavGeo.Planning.Language;
using NavGeo.Planning.Structures;

namespace NavGeo.Planning.Access;

/// <summary>Which sites people were sent to, in words, and whether that rests on weekdays nobody gave.</summary>
public static class AccessRuleText
{
    /// <summary>One or more sentences.</summary>
    /// <param name="structures">Measured under the same rule; at least one.</param>
    public static IReadOnlyList<Phrase> Of(IReadOnlyList<StructureAccess> structures)
    {
        AccessRule rule = structures[0].Rule;
        List<Phrase> sentences = rule.Kind switch
        {
            AccessRuleKind.Today => [new Phrase("cli.compare.rule.today", WeekdayCode.Of(rule.Day))],
            AccessRuleKind.OpeningDays => [.. structures.Select(s => new Phrase("cli.compare.rule.opening-days", s.PersonDaysWithout, s.Structure.Id))],
            _ => [new Phrase("cli.compare.rule." + rule.Name)],
        };
        bool goesByDay = rule.Kind is AccessRuleKind.Today or AccessRuleKind.OpeningDays;
        if (goesByDay && structures.Any(s => s.Structure.Offices.Any(o => o.AreWeekdaysAssumed)))
            sentences.Add(new Phrase("cli.compare.weekdays-assumed"));
        return sentences;
    }
}
