using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Planning.Sweeps;

/// <summary>
/// The headlines of every structure when the case is drawn anew, draw after draw and in each structure after structure: those that
/// <see cref="UncertaintyStudy.Run"/> makes its bands of.
/// </summary>
internal sealed class DrawSweep : CaseSweep
{
    private readonly UncertaintyStudy study;
    private readonly SweepSettings settings;
    private readonly string[] ids;
    private readonly string[] names;

    public DrawSweep(Comparison comparison, SweepSettings settings, UserLanguage language)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Draws, 1);
        this.settings = settings;
        study = new UncertaintyStudy(comparison, UncertaintyModel.Stated);
        ids = [.. comparison.Structures.Select(s => s.Structure.Id)];
        names = [.. comparison.Structures.Select(s => s.Structure.Name.In(language))];
        Columns =
        [
            new("number", SweepValues.Whole), new("over", SweepValues.Text), new("draw", SweepValues.Whole), new("structure", SweepValues.Text),
            new("name", SweepValues.Text), .. Headlines.All.Select(h => new SweepColumn(h.NameOf(), SweepValues.Decimal, 3)),
        ];
    }

    /// <inheritdoc/>
    public override SweepOver Over => SweepOver.Draws;

    /// <inheritdoc/>
    public override IReadOnlyList<SweepColumn> Columns { get; }

    /// <inheritdoc/>
    public override int Count => checked(settings.Draws * ids.Length);

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<object?>> Rows(int from, int to)
    {
        if (from >= to) yield break;
        int draw = from / ids.Length;
        foreach (double[][] drawn in study.Draws(draw, (to - 1) / ids.Length + 1, settings.Seed))
        {
            for (int structure = 0; structure < ids.Length; structure++)
            {
                int number = draw * ids.Length + structure;
                if (number >= from && number < to) yield return Row(number, draw, structure, drawn[structure]);
            }
            draw++;
        }
    }

    private object?[] Row(int number, int draw, int structure, double[] headlines) =>
    [
        (long)number, Over.Name, (long)draw + 1, ids[structure], names[structure],
        .. headlines.Select(h => double.IsFinite(h) ? (object)Math.Round(h, 3, MidpointRounding.AwayFromZero) : null),
    ];
}
