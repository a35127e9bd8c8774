using System.Text.Json.Nodes;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Reports.Json;
using NavGeo.Routing;

namespace NavGeo.Web.Api;

/// <summary>One structure in a few numbers. Those of the access are as <c>navgeo compare --json</c> writes them.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its title.</param>
/// <param name="Access">Everybody together.</param>
/// <param name="OpenSites">How many sites that are open at least one day.</param>
/// <param name="ReachedByMinute">How many people reach an open site within 0, 1, 2 … minutes.</param>
internal sealed record StructureLine(
    string Id, string Name, JsonObject Access, int OpenSites, IReadOnlyList<long> ReachedByMinute)
{
    private const int LongestMinutes = 120;

    public static StructureLine Of(PlanningCase planningCase, StructureAccess access, UserLanguage language) => new(
        access.Structure.Id,
        access.Structure.Name.In(language),
        ComparisonJson.Indicators(access.Total),
        access.Structure.OpenSites.Count,
        Reached(planningCase.Demand, access.Assignment));

    private static long[] Reached(Demand demand, SiteAssignment assignment)
    {
        var reached = new long[LongestMinutes + 1];
        ReadOnlySpan<int> times = assignment.Milliseconds;
        for (int place = 0; place < times.Length; place++)
        {
            if (times[place] == TravelTime.UnreachableMilliseconds || demand.Municipalities[place] < 0) continue;
            int minute = (int)((times[place] + 59_999L) / 60_000);
            if (minute <= LongestMinutes) reached[minute] += demand.People[place];
        }
        for (int minute = 1; minute <= LongestMinutes; minute++) reached[minute] += reached[minute - 1];
        return reached;
    }
}
