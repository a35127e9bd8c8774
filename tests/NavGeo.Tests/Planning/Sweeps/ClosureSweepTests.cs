using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Sweeps;
using NavGeo.Planning.Uncertainty;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Planning.Sweeps;

/// <summary>Every row of a sweep over an embedded case, against closing the thing and measuring everything anew.</summary>
public sealed class ClosureSweepTests
{
    private static readonly Publication Hallingdal = Publication.Of(
        Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["C", "E"]), Audience.Public);

    [Theory]
    [InlineData("links")]
    [InlineData("ferries")]
    public void Roads_closed_in_turn_hit_whom_measuring_without_them_says(string over)
    {
        Publication publication = over == "links" ? Hallingdal : Publication.Of(Comparison.Of(AccessStudy.Of(EmbeddedCase.Nordland), []), Audience.Internal);
        var sweep = CaseSweep.Of(SweepNames.Of(over), publication, default, UserLanguage.English);
        AccessStudy study = publication.Study;
        RoadGraph graph = study.Scenario.Graph;
        var hit = new HashSet<string>();
        foreach (IReadOnlyList<object?> row in sweep.Rows(0, sweep.Count))
        {
            Structure structure = study.Case.GetStructure(Text(sweep, row, "structure"));
            int edge = int.Parse(Text(sweep, row, "question").Split('-')[^1], null);
            if (over == "ferries" && graph.NameOf(edge) is null) continue;
            bool[] closed = [.. Enumerable.Range(0, graph.EdgeCount).Select(e => e == edge || (over == "ferries" && graph.EdgeKinds[e].IsFerry() && graph.NameOf(e) == graph.NameOf(edge)))];
            AssertRow(
                sweep, row, study.Case.Demand, study.Access(structure).Assignment.Milliseconds.ToArray(),
                study.NearestUnder(study.Metric.Without(closed), OpenWithout(study.Case, structure, [])).Milliseconds);
            if (Number(sweep, row, "longer") + Number(sweep, row, "cut_off") > 0) hit.Add(Text(sweep, row, "question"));
        }
        Assert.InRange(hit.Count, over == "links" ? 10 : 3, sweep.Count);
    }

    [Fact]
    public void Sites_and_offices_closed_in_turn_hit_whom_another_structure_says()
    {
        AccessStudy study = Hallingdal.Study;
        foreach (string over in (string[])["sites", "pairs-of-offices"])
        {
            CaseSweep sweep = Sweep(over);
            Assert.True(sweep.Count >= 5, over);
            foreach (IReadOnlyList<object?> row in sweep.Rows(0, sweep.Count))
            {
                Structure structure = study.Case.GetStructure(Text(sweep, row, "structure"));
                int[] before = study.Access(structure).Assignment.Milliseconds.ToArray();
                bool[][] left = over == "sites" ? [OpenWithout(study.Case, structure, [Text(sweep, row, "question")])]
                    : [.. OfficesOf(sweep, row, structure).Select(closing => OpenWithout(study.Case, structure, closing))];
                int[][] after = [.. left.Select(l => study.Nearest(l).Milliseconds)];
                (long, long, long)[] costs = [.. after.Select(a => Lost(before, a))];
                AssertRow(sweep, row, study.Case.Demand, before, after[Array.IndexOf(costs, costs.Min())]);
            }
        }
    }

    [Fact]
    public void Row_is_a_function_of_its_number_and_the_same_for_any_threads_and_shares()
    {
        foreach (string over in SweepNames.All)
        {
            CaseSweep sweep = Sweep(over);
            if (sweep.Count == 0) continue;
            string[] all = Lines(sweep, new SweepShare(0, sweep.Count), 1);
            Assert.Equal(all, Lines(sweep, new SweepShare(0, sweep.Count), 3));
            Assert.Equal(all, Lines(Sweep(over), new SweepShare(0, sweep.Count), 2));
            Assert.Equal(all, Enumerable.Range(1, 7).SelectMany(i => Lines(sweep, SweepShare.Of(sweep.Count, i, 7), 2)));
            foreach (int number in (int[])[sweep.Count - 1, 0, sweep.Count / 2]) Assert.Equal(all[number], Line(sweep.Row(number)));
        }
    }

    [Fact]
    public void Nothing_told_is_fewer_people_than_everybody_may_know()
    {
        foreach (string over in (string[])["links", "sites", "pairs-of-offices"])
        {
            CaseSweep sweep = Sweep(over);
            foreach (IReadOnlyList<object?> row in sweep.Rows(0, sweep.Count))
            {
                foreach (string count in (string[])["cut_off", "delayed_over_30_min", "longer"])
                    Assert.False(Number(sweep, row, count) is > 0 and < Audience.UsualLeast, $"{over} {row[0]} {count}");
            }
        }
    }

    [Fact]
    public void Draws_are_those_the_bands_are_made_of()
    {
        CaseSweep sweep = Sweep("draws");
        UncertaintyResult result = new UncertaintyStudy(Hallingdal.Comparison, UncertaintyModel.Stated).Run(6, 1, 2);
        foreach (IReadOnlyList<object?> row in sweep.Rows(0, sweep.Count))
        {
            int draw = (int)Number(sweep, row, "draw") - 1;
            StructureUncertainty structure = result.Structures.Single(s => s.Structure.Id == Text(sweep, row, "structure"));
            foreach (HeadlineDraws headline in structure.Numbers)
                Assert.Equal(Math.Round(headline.Draws[draw], 3, MidpointRounding.AwayFromZero), (double)row[Column(sweep, headline.Headline.NameOf())]!);
        }
    }

    private static CaseSweep Sweep(string over) => CaseSweep.Of(SweepNames.Of(over), Hallingdal, new SweepSettings(6), UserLanguage.English);

    private static bool[] OpenWithout(PlanningCase planningCase, Structure structure, IReadOnlyList<string> closing) =>
        [.. planningCase.Sites.Select(s => structure.OpenSites.Contains(s.Id) && !closing.Contains(s.Id))];

    /// <summary>The sites that close when the one or the other of two offices keeps its own.</summary>
    private static IEnumerable<string[]> OfficesOf(CaseSweep sweep, IReadOnlyList<object?> row, Structure structure)
    {
        Office[] two = [.. Text(sweep, row, "question").Split(" + ").Select(name => structure.Offices.Single(o => o.Name == name))];
        return two.Reverse().Select(closed => (string[])[.. closed.OpenSites.Where(s => structure.Offices.Count(o => o.OpenSites.Contains(s)) == 1)]);
    }

    /// <summary>Least first: cut off, then delayed, then the time lost.</summary>
    private static (long, long, long) Lost(int[] before, int[] after) => Tally(Hallingdal.Case.Demand, before, after) is var tally ? (tally.CutOff, tally.Delayed, tally.Sum) : default;

    private static (long CutOff, long Delayed, long Longer, long Sum) Tally(Demand demand, int[] before, int[] after)
    {
        (long cutOff, long delayed, long longer, long sum) = (0, 0, 0, 0);
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] < 0 || before[place] == RoadMetric.Closed || before[place] == after[place]) continue;
            if (after[place] == RoadMetric.Closed) cutOff += demand.People[place];
            else longer += demand.People[place];
            if (after[place] == RoadMetric.Closed) continue;
            sum += (long)(after[place] - before[place]) * demand.People[place];
            if (after[place] - before[place] > 30 * 60_000) delayed += demand.People[place];
        }
        return (cutOff, delayed, longer, sum);
    }

    private static void AssertRow(CaseSweep sweep, IReadOnlyList<object?> row, Demand demand, int[] before, int[] after)
    {
        (long cutOff, long delayed, long longer, long sum) = Tally(demand, before, after);
        Assert.Equal(
            (cutOff, delayed, longer, Math.Round(sum / 3_600_000.0, 1, MidpointRounding.AwayFromZero)),
            (Number(sweep, row, "cut_off"), Number(sweep, row, "delayed_over_30_min"), Number(sweep, row, "longer"), (double)row[Column(sweep, "person_hours_one_way")]!));
    }

    private static string[] Lines(CaseSweep sweep, SweepShare share, int threads)
    {
        var lines = new List<string>();
        SweepDriver.Run(sweep, share, threads, (first, rows) =>
        {
            Assert.Equal(share.From + lines.Count, first);
            lines.AddRange(rows.Select(Line));
        });
        return [.. lines];
    }

    private static string Line(IReadOnlyList<object?> row) => string.Join('|', row);

    private static int Column(CaseSweep sweep, string name) => sweep.Columns.Index().Single(c => c.Item.Name == name).Index;

    private static string Text(CaseSweep sweep, IReadOnlyList<object?> row, string column) => (string)row[Column(sweep, column)]!;

    private static long Number(CaseSweep sweep, IReadOnlyList<object?> row, string column) => (long)row[Column(sweep, column)]!;
}
