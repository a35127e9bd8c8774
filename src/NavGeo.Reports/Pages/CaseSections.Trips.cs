using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Printed;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Reports.Pages;

/// <summary>The open questions that travel time can answer.</summary>
public sealed partial class CaseSections
{
    /// <summary>Trips of this question are there to check a printed distance.</summary>
    private const string DistanceQuestion = "distance";

    /// <summary>The published travel-time limits of labour-market regions, minutes.</summary>
    private static readonly int[] LimitMinutes = [45, 75, 90];

    /// <summary>The ways somebody asked about.</summary>
    public void AddTrips()
    {
        TripAnswer[] asked = [.. trips.Where(t => t.Trip.Question != DistanceQuestion)];
        if (asked.Length == 0) return;
        page.Heading("page.trips-heading");
        page.Paragraph("page.trips-note");
        if (comparison.Study.MissesPassengerBoats) page.Paragraph("page.trips-no-boats");
        string[] plannedHeader = plannedTrips is null ? [] : [page.Say("page.planned-minutes")];
        page.Table(
            [
                page.Say("page.question"), page.Say("page.from"), page.Say("page.to"), page.Say("page.km"), page.Say("page.minutes"),
                .. plannedHeader, page.Say("page.limit"),
            ],
            asked.Select(t => (string[])
            [
                t.Trip.Question, t.Trip.From, t.Trip.To, page.Number(t.Kilometres, 1), Written(t.Time),
                .. plannedTrips is null ? [] : new[] { Written(Planned(t)) }, Limits(t),
            ]),
            1, 2, 5 + plannedHeader.Length);
        page.Points(asked.GroupBy(t => t.Trip.Question, StringComparer.Ordinal).SelectMany(Sentences));
    }

    /// <summary>What the planned roads change.</summary>
    public void AddPlanned()
    {
        if (planned is null) return;
        AccessStudy later = AccessStudy.Of(planned);
        page.Heading("page.planned-heading");
        page.Paragraph("page.planned-note", string.Join(", ", NamesOf(planned.Roads).Except(NamesOf(planningCase.Roads), StringComparer.Ordinal)));
        page.Table(
            [
                page.Say("money.structure"), page.Say("page.planned-mean"), page.Say("page.planned-mean-open"),
                page.Say("page.planned-shorter"), page.Say("page.planned-most"),
            ],
            comparison.Structures.Select(s =>
            {
                var change = StructureChange.Between(later.Case, s.Access, later.Access(s.Structure));
                (StructureAccess now, StructureAccess then) = change.Shared;
                (string name, double fall) = planningCase.Municipalities
                    .Select((m, i) => (m.Name, Fall: (now.ByMunicipality[i].MeanMinutes - then.ByMunicipality[i].MeanMinutes) ?? 0))
                    .MaxBy(m => m.Fall);
                return (string[])
                [
                    s.Access.Structure.Id, Minutes(now.Total.MeanMinutes), Minutes(then.Total.MeanMinutes),
                    page.Whole(change.Total.Gain + change.Total.GainAccess), fall > 0 ? $"{name} ({Minutes(fall)})" : PageWriter.None,
                ];
            }),
            4);
    }

    private static IEnumerable<string> NamesOf(RoadGraph roads) =>
        Enumerable.Range(0, roads.EdgeCount).Select(edge => roads.NameOf(edge)).OfType<string>().Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Sentences(IGrouping<string, TripAnswer> question)
    {
        TripAnswer[][] byFrom = [.. question.GroupBy(t => t.Trip.From, StringComparer.Ordinal).Select(g => g.ToArray())];
        if (byFrom.Length == 1)
        {
            yield return Sentence(byFrom[0]);
            yield break;
        }
        TripAnswer[] first = [.. byFrom.Select(g => g[0])];
        yield return page.Say(
            "page.trip-group", question.Key, first.Length,
            first.Count(t => IsBelow(t.Time, 45)), first.Count(t => IsBelow(t.Time, 75)), first.Count(t => IsBelow(t.Time, 90)), first[0].Trip.To);
    }

    private string Sentence(TripAnswer[] ways)
    {
        TripAnswer[] open = [.. ways.Where(t => t.Time.IsReachable).OrderBy(t => t.Time.Milliseconds)];
        if (open.Length == 0) return $"**{ways[0].Trip.From}**: {page.Say("page.no-way")}";
        if (open.Length == 1) return page.Say("page.trip-only", open[0].Trip.From, open[0].Trip.To, Written(open[0].Time));
        string sentence = page.Say(
            "page.trip-sentence", open[0].Trip.From, open[0].Trip.To, Written(open[0].Time), Written(open[1].Time), open[1].Trip.To);
        if (open[1].Time.Minutes - open[0].Time.Minutes < MinutesError.Mean) sentence += " " + page.Say("page.trip-undecided", MinutesError.Mean);
        bool isChanged = plannedTrips is not null && (Planned(open[0]) != open[0].Time || Planned(open[1]) != open[1].Time);
        return isChanged
            ? sentence + " " + page.Say(
                "page.trip-bridge", Written(Planned(open[0])), open[0].Trip.To, Written(Planned(open[1])), open[1].Trip.To)
            : sentence;
    }

    private TravelTime Planned(TripAnswer answer) => plannedTrips!.First(t => t.Trip == answer.Trip).Time;

    private string Written(TravelTime time) => time.IsReachable ? Minutes(time.Minutes) : page.Say("page.no-way");

    private string Limits(TripAnswer answer)
    {
        string today = Limit(answer.Time);
        string later = plannedTrips is null ? today : Limit(Planned(answer));
        return today == later ? today : $"{today} → {later}";
    }

    private string Limit(TravelTime time)
    {
        if (!time.IsReachable) return PageWriter.None;
        int limit = LimitMinutes.FirstOrDefault(l => IsBelow(time, l));
        return limit == 0 ? page.Say("page.limit-none") : page.Say("page.limit-met", limit);
    }

    /// <summary>The published limits say "under", so 45.0 minutes is not below 45.</summary>
    private static bool IsBelow(TravelTime time, int minutes) => time.IsReachable && time.Milliseconds < minutes * 60_000L;
}
