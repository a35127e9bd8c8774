using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Visits;
using NavGeo.Routing;
using NavGeo.Transit.Search;
using NavGeo.Transit.Walking;

namespace NavGeo.Planning.Regions;

/// <summary>Times between municipalities by timetable and on foot, as the alternative to the car that rules of regions may look at.</summary>
public static class TimetableTimes
{
    /// <summary>What the alternative is called.</summary>
    public const string Mode = "transit";

    /// <summary>The times of a market with the fastest way by timetable that one leaves for within a window; one known already stays where it is faster.</summary>
    /// <param name="market">Whose times.</param>
    /// <param name="network">What people travel with.</param>
    /// <param name="date">When.</param>
    /// <param name="first">Nobody leaves before; seconds of the clock.</param>
    /// <param name="last">Nobody leaves later.</param>
    /// <param name="of">The case of the market: one goes from the place of a municipality where most people live to that of another. Null goes from centre to centre.</param>
    public static MunicipalityTimes With(LabourMarket market, TransitNetwork network, DateOnly date, int first, int last, PlanningCase? of)
    {
        GeoPoint[] points = [.. Enumerable.Range(0, market.Count).Select(m => VoiceOf(market, m, of))];
        IReadOnlyList<StopWalk>[] near = [.. points.Select(p => network.Walks.StopsNear(p, network.Walks.Settings.MostMinutes))];
        ServiceDay day = network.Day(date, last / 3600 + 26);
        (int from, int to) = (day.Clock.SecondAt(first), day.Clock.SecondAt(last));
        List<Journey>[][] ways = JourneyTable.Of(network, day, near, near, new TravelWindow(from, to, to + 86_400));
        var car = new int[market.Count * market.Count];
        var alternative = new int[market.Count * market.Count];
        for (int one = 0; one < market.Count; one++)
        {
            int?[] onFoot = network.Walks.Between(points[one], points);
            for (int other = 0; other < market.Count; other++)
            {
                int at = one * market.Count + other;
                car[at] = market.Times.Car(one, other).Milliseconds;
                int? fastest = ways[one][other].Select(j => (int?)j.Seconds).Append(onFoot[other]).Min();
                alternative[at] = Math.Min(market.Times.Alternative(one, other).Milliseconds, fastest is { } seconds ? seconds * 1000 : TravelTime.UnreachableMilliseconds);
            }
        }
        string mode = market.Times.AlternativeMode == MunicipalityTimes.NoAlternative ? Mode : $"{market.Times.AlternativeMode}, {Mode}";
        return new MunicipalityTimes(market.Count, car, alternative, mode) { Ends = market.Times.Ends };
    }

    private static GeoPoint VoiceOf(LabourMarket market, int municipality, PlanningCase? of) => of is not null && StructureVisits.VoiceOf(of, municipality) is >= 0 and var voice
        ? MapProjection.ForEpsg(of.Epsg).ToGeo(of.Demand.Points[voice]) : market.Municipalities[municipality].Centre;
}
