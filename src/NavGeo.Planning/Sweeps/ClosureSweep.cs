using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Sweeps;

/// <summary>
/// Takes everything of a kind away in turn, under one structure after another: everybody goes to the nearest open site that is
/// left. What no fastest way passes hits nobody and is not tried (<see cref="NearestForest"/>); of the rest only whoever hangs on it is
/// looked at. The numbers go structure by structure, so that a share of them needs the ways of few structures.
/// </summary>
internal sealed class ClosureSweep : CaseSweep
{
    private static readonly SweepColumn[] Described =
    [
        new("number", SweepValues.Whole), new("over", SweepValues.Text), new("question", SweepValues.Text), new("title", SweepValues.Text),
        new("road", SweepValues.Text), new("kommunenummer", SweepValues.Text), new("municipality", SweepValues.Text),
        new("lon", SweepValues.Decimal, 5), new("lat", SweepValues.Decimal, 5), new("structure", SweepValues.Text), new("kept", SweepValues.Text),
        new("closed", SweepValues.Text),
        new("cut_off", SweepValues.Whole), new("delayed_over_30_min", SweepValues.Whole), new("longer", SweepValues.Whole),
        new("person_hours_one_way", SweepValues.Decimal, 1), new("worst_min", SweepValues.Decimal, 1), new("also_few", SweepValues.Whole),
        new("hit_kommunenummer", SweepValues.Text), new("hit_municipality", SweepValues.Text),
    ];

    private readonly AccessStudy study;
    private readonly PlanningCase planningCase;
    private readonly UserLanguage language;
    private readonly MapProjection projection;
    private readonly ForestShelf forests;
    private readonly Asked[] structures;

    public ClosureSweep(SweepOver over, Comparison comparison, UserLanguage language)
    {
        if (comparison.Structures[0].Rule != AccessRule.Nearest) throw new ArgumentException("a sweep is made for the nearest open site", nameof(comparison));
        (Over, study, this.language) = (over, comparison.Study, language);
        planningCase = study.Case;
        projection = MapProjection.ForEpsg(planningCase.Epsg);
        forests = new ForestShelf(study);
        var questions = new ClosureQuestions(study);
        IReadOnlyList<ClosureQuestion> ofRoads = over switch
        {
            SweepOver.Links => questions.Links(),
            SweepOver.Ferries => questions.Ferries(),
            _ => [],
        };
        structures = [.. comparison.Structures.Select(s => Ask(questions, s.Structure, ofRoads))];
        for (int i = 1; i < structures.Length; i++) structures[i] = structures[i] with { First = structures[i - 1].First + structures[i - 1].Questions.Count };
    }

    /// <inheritdoc/>
    public override SweepOver Over { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<SweepColumn> Columns => Described;

    /// <inheritdoc/>
    public override int Count => structures[^1].First + structures[^1].Questions.Count;

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<object?>> Rows(int from, int to)
    {
        foreach (Asked asked in structures)
        {
            (int first, int last) = (Math.Max(from, asked.First), Math.Min(to, asked.First + asked.Questions.Count));
            if (first >= last) continue;
            KeptForest kept = forests.Of(asked.Open);
            ForestRepair repair = kept.Take();
            for (int number = first; number < last; number++)
            {
                ClosureQuestion question = asked.Questions[number - asked.First];
                (ClosureTally tally, ClosureWay way) = Answer(kept.Forest, repair, question);
                yield return Row(number, question, asked.Structure, tally, way);
            }
            kept.GiveBack(repair);
        }
    }

    private Asked Ask(ClosureQuestions questions, Structure structure, IReadOnlyList<ClosureQuestion> ofRoads)
    {
        bool[] open = [.. planningCase.Sites.Select(site => structure.OpenSites.Contains(site.Id))];
        return new Asked(structure, open, 0, Over switch
        {
            SweepOver.Sites => questions.Sites(open),
            SweepOver.PairsOfOffices => questions.Pairs(structure, forests.Of(open).Forest),
            _ => ofRoads,
        });
    }

    private (ClosureTally Tally, ClosureWay Way) Answer(NearestForest forest, ForestRepair repair, ClosureQuestion question)
    {
        (ClosureTally? least, ClosureWay best) = (null, question.Ways[0]);
        foreach (ClosureWay way in question.Ways)
        {
            bool touches = way.Sites.Count > 0 || way.Edges.Any(forest.IsUsed);
            ClosureTally tally = touches ? ClosureTally.Of(planningCase.Demand, repair.Without(way.Edges, way.Sites)) : ClosureTally.Nobody;
            if (least is null || tally.IsLessThan(least.Value)) (least, best) = (tally, way);
        }
        return (least!.Value, best);
    }

    private object?[] Row(int number, ClosureQuestion question, Structure structure, ClosureTally tally, ClosureWay way)
    {
        GeoPoint at = projection.ToGeo(question.Position);
        return
        [
            (long)number, Over.Name, question.Id, question.Title.Value.In(language), question.Road.IsNumbered ? question.Road.ToString() : null,
            NumberOf(question.Municipality), NameOf(question.Municipality), Rounded(at.Longitude, 5), Rounded(at.Latitude, 5), structure.Id, way.Kept, way.Closed,
            tally.CutOff, tally.Delayed, tally.Longer, Rounded(tally.PersonMilliseconds / 3_600_000.0, 1), Rounded(tally.WorstMilliseconds / 60_000.0, 1),
            tally.HitsFew ? 1L : 0L, NumberOf(tally.Municipality), NameOf(tally.Municipality),
        ];
    }

    private string? NumberOf(int municipality) => municipality < 0 ? null : planningCase.Municipalities[municipality].Number;

    private string? NameOf(int municipality) => municipality < 0 ? null : planningCase.Municipalities[municipality].Name;

    private static double Rounded(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>What is asked under one structure.</summary>
    /// <param name="Structure">The structure.</param>
    /// <param name="Open">One flag a site of the case.</param>
    /// <param name="First">Number of the first question.</param>
    /// <param name="Questions">In the order of their numbers.</param>
    private sealed record Asked(Structure Structure, bool[] Open, int First, IReadOnlyList<ClosureQuestion> Questions);
}
