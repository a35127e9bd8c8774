using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Measures;
using NavGeo.Routing;

namespace NavGeo.Reports.Pages;

/// <summary>Access as the field measures it, and public promises held against it.</summary>
public sealed partial class CaseSections
{
    /// <summary>Minutes of a counted opportunity, and of the line that time lies above.</summary>
    private const double OpportunityMinutes = 30, LineMinutes = 45;

    /// <summary>Of gravity and availability, per minute: a site 15 minutes farther off counts half.</summary>
    private static readonly double Decay = Math.Log(2) / 15;

    /// <summary>A place and a site are a cell of a table; with more the measures are left out.</summary>
    private const long MostMeasured = 20_000_000;

    /// <summary>Promises of others, with their minutes and the least share that is to be within.</summary>
    private static readonly (string Key, double Minutes, decimal Percent)[] Promises = [("police", 45, 90)];

    /// <summary>One row a measure, with its formula and source; a promise is met or not.</summary>
    public void AddMeasures()
    {
        if ((long)planningCase.Demand.Count * planningCase.Sites.Count > MostMeasured) return;
        Measured[] measured = [.. comparison.Structures.Select(Measure)];
        page.Heading("measures.heading");
        page.Paragraph("measures.note");
        page.Table(
            [page.Say("page.indicator"), .. comparison.Structures.Select(s => s.Structure.Id), page.Say("page.formula")],
            [
                Row("cumulative", m => m.Cumulative, 2), Row("gravity", m => m.Gravity, 2), Row("two-step", m => m.TwoStep, 2), Row("half", m => m.HalfPercent, 1),
                Row("three-step", m => m.ThreeStepHalf, 1), Row("least", m => m.LeastPercent, 1), Row("theil", m => m.Theil, 3), Row("palma", m => m.Palma, 2), Row("above", m => m.Above, 3),
            ],
            comparison.Structures.Count + 1);
        page.Subheading("measures.promises");
        page.Table(
            [page.Say("measures.promise"), .. comparison.Structures.Select(s => s.Structure.Id)],
            Promises.Select(p => (string[])[page.Say("measures.promise." + p.Key), .. comparison.Structures.Select(s => Met(s, p.Minutes, p.Percent))]));

        string[] Row(string key, Func<Measured, double> value, int decimals) =>
        [
            page.Say("measures." + key), .. measured.Select(m => double.IsFinite(value(m)) ? page.Number((decimal)value(m), decimals) : PageWriter.None), page.Say($"measures.{key}.formula"),
        ];
    }

    private string Met(ComparedStructure compared, double minutes, decimal percent)
    {
        SiteAssignment assignment = compared.Access.Assignment;
        (long within, long all, bool isAnyLeft) = (0, 0, false);
        for (int place = 0; place < planningCase.Demand.Count; place++)
        {
            if (planningCase.Demand.Municipalities[place] < 0) continue;
            all += planningCase.Demand.People[place];
            if (assignment.States[place] == AccessState.Served && assignment.Milliseconds[place] <= minutes * 60_000) within += planningCase.Demand.People[place];
            else isAnyLeft |= planningCase.Demand.IsInhabited(place);
        }
        return AccessIndicators.ShareOf(within, all, isAnyLeft) is { } share
            ? page.Say(100 * (decimal)share >= percent ? "measures.met" : "measures.not-met", page.Percent(share)) : PageWriter.None;
    }

    private Measured Measure(ComparedStructure compared)
    {
        Demand demand = planningCase.Demand;
        int[] open = [.. Enumerable.Range(0, planningCase.Sites.Count).Where(s => compared.Structure.OpenSites.Contains(planningCase.Sites[s].Id))];
        int[] places = [.. Enumerable.Range(0, demand.Count).Where(p => demand.People[p] > 0 && demand.Municipalities[p] >= 0 && compared.Access.Assignment.States[p] == AccessState.Served)];
        double[][] minutes = [.. places.Select(p => (double[])[.. open.Select(s => comparison.Study.Times.Row(p)[s] is var ms && ms == TravelTime.UnreachableMilliseconds ? double.PositiveInfinity : ms / 60_000.0)])];
        double[] people = [.. places.Select(p => (double)demand.People[p])];
        double[] days = [.. open.Select(s => compared.Structure.OpenDaysOf(planningCase.Sites[s].Id))];
        double[] nearest = [.. places.Select(p => compared.Access.Assignment.Milliseconds[p] / 60_000.0)];
        double all = people.Sum();
        double[] perPerson = AccessMeasures.TwoStep(minutes, days, people, AccessMeasures.Zones);
        double mean = perPerson.Zip(people, (a, p) => a * p).Sum() / all;
        double[] sites = [.. days.Select(_ => 1.0)];
        double[] given = AccessMeasures.Availability(minutes, days, people, Decay);
        return new Measured(
            MeanOf(AccessMeasures.Cumulative(minutes, sites, OpportunityMinutes)), MeanOf(AccessMeasures.Gravity(minutes, sites, Decay)), 1000 * mean,
            Half(AccessMeasures.ThreeStep(minutes, days, people, AccessMeasures.Zones)), 100 * given.Zip(nearest, (g, t) => t > OpportunityMinutes ? g : 0).Sum() / given.Sum(), Half(perPerson), InequalityMeasures.Theil(nearest, people),
            InequalityMeasures.Palma(nearest, people), InequalityMeasures.Above(nearest, people, LineMinutes, 1));

        double Half(double[] values) => 100 * values.Zip(people, (a, p) => a < mean / 2 ? p : 0).Sum() / all;

        double MeanOf(double[] values) => values.Zip(people, (a, p) => a * p).Sum() / all;
    }

    private readonly record struct Measured(double Cumulative, double Gravity, double TwoStep, double ThreeStepHalf, double LeastPercent, double HalfPercent, double Theil, double Palma, double Above);
}
