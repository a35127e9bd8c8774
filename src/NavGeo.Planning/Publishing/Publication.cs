using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Visits;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// A comparison as an audience may see it: the only thing tables, texts, maps, layers and answers are written from. What the
/// audience may not know is not in it, so no writer can tell it, alone or together with another. Immutable.
/// </summary>
public sealed class Publication
{
    private readonly Lazy<EditEffect?> effect;

    private Publication(Comparison comparison, Audience audience)
    {
        Comparison = comparison;
        Audience = audience;
        effect = new(() => EditEffect.Of(comparison));
    }

    /// <summary>Who sees it.</summary>
    public Audience Audience { get; }

    /// <summary>The structures side by side, counted from what the audience may know.</summary>
    public Comparison Comparison { get; }

    /// <summary>What tried changes of the roads do by themselves; null where none are tried.</summary>
    public EditEffect? Effect => effect.Value;

    /// <summary>How far rounding moves figures; null where nothing was rounded, or the case came rounded.</summary>
    public RoundingError? RoundingError { get; private init; }

    /// <summary>Visits without a car, on the case as the audience may know it; null where nobody asked for them.</summary>
    public VisitStudy? Visits { get; private init; }

    /// <summary>The same with visits without a car, searched on <see cref="Case"/>.</summary>
    /// <exception cref="ArgumentException">They are of another case, whose people the audience may not know.</exception>
    public Publication With(VisitStudy visits) => ReferenceEquals(visits.Case.Demand, Case.Demand)
        ? new Publication(Comparison, Audience) { Visits = visits, RoundingError = RoundingError } : throw new ArgumentException("visits of the published case", nameof(visits));

    /// <summary>What was measured.</summary>
    public AccessStudy Study => Comparison.Study;

    /// <summary>The case as the audience may know it.</summary>
    public PlanningCase Case => Study.Case;

    /// <summary>A comparison for an audience. Travel times are not measured again; people are counted again where they are rounded.</summary>
    public static Publication Of(Comparison comparison, Audience audience)
    {
        Demand known = PeopleRounding.Of(comparison.Study.Case.Demand, audience.LeastPeople);
        if (known == comparison.Study.Case.Demand) return new Publication(comparison, audience);
        Comparison told = comparison.On(comparison.Study.WithPeople(known));
        return new Publication(told, audience) { RoundingError = RoundingError.Between(comparison, told) };
    }

    /// <summary>A case as an audience may know it: whatever is measured on it afterwards may be told.</summary>
    public static PlanningCase CaseFor(PlanningCase planningCase, Audience audience)
    {
        Demand known = PeopleRounding.Of(planningCase.Demand, audience.LeastPeople);
        return known == planningCase.Demand ? planningCase : planningCase with { Demand = known };
    }
}

/// <summary>Who sees what is published.</summary>
/// <param name="LeastPeople">Of a place where fewer live, the number is not told; 0 tells all.</param>
public readonly record struct Audience(int LeastPeople)
{
    /// <summary>The limit unless the user gives another.</summary>
    public const int UsualLeast = 5;

    /// <summary>
    /// A count of people as the audience may know it: to the nearest multiple of the limit, so that no difference of two tells a
    /// small number; null for a count below the limit, be it none.
    /// </summary>
    public int? Told(int count) => LeastPeople <= 1 ? count : count < LeastPeople ? null : (count + LeastPeople / 2) / LeastPeople * LeastPeople;

    /// <summary>Who works with the case on their own machine: every number as it was counted.</summary>
    public static Audience Internal => new(0);

    /// <summary>Everybody: a meeting's participants, and whoever reads a report, a map or a layer.</summary>
    public static Audience Public => new(UsualLeast);
}
