using NavGeo.Planning.Ledger;

namespace NavGeo.Planning.Access;

/// <summary>Structures of a case side by side, each held against the baseline, which is always the first.</summary>
public sealed record Comparison
{
    /// <summary>What was measured.</summary>
    public required AccessStudy Study { get; init; }

    /// <summary>The baseline first, then the others in the order asked for.</summary>
    public required IReadOnlyList<ComparedStructure> Structures { get; init; }

    /// <summary>How often people visit an office: turns minutes a trip into hours a year.</summary>
    public required ContactRate Contacts { get; init; }

    /// <summary>Compares structures.</summary>
    /// <param name="study">The measured case.</param>
    /// <param name="ids">Structures to show beside the baseline, in this order; all of the case where empty.</param>
    /// <param name="rule">Which sites people may go to; the nearest open one where null.</param>
    /// <param name="contacts">Visits per inhabitant and year; <see cref="ContactRate.HallingdalDropIn"/> where null.</param>
    /// <exception cref="ArgumentException">The case has no such structure.</exception>
    public static Comparison Of(
        AccessStudy study, IReadOnlyList<string> ids, AccessRule? rule = null, ContactRate? contacts = null)
    {
        AccessRule asked = rule ?? AccessRule.Nearest;
        ContactRate visits = contacts ?? ContactRate.HallingdalDropIn;
        PlanningCase planningCase = study.Case;
        var baseline = new ComparedStructure(study, planningCase.GetStructure(planningCase.Baseline), asked, visits, baseline: null);
        IEnumerable<string> others = ids.Count > 0 ? ids : planningCase.Structures.Select(s => s.Id);
        IEnumerable<ComparedStructure> compared = others.Distinct(StringComparer.Ordinal).Where(id => id != planningCase.Baseline)
            .Select(id => new ComparedStructure(study, planningCase.GetStructure(id), asked, visits, baseline));
        return new Comparison { Study = study, Structures = [baseline, .. compared], Contacts = visits };
    }
}
