using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Cli.Views;

/// <summary>Says which of the figures behind a result rest on an estimate.</summary>
internal static class Estimates
{
    /// <summary>One sentence, or null where nothing is estimated.</summary>
    public static string? Sentence(AccessStudy study, Phrasebook texts)
    {
        var parts = new List<string>();
        int sites = study.Case.Sites.Count(s => s.IsPositionEstimated);
        if (sites > 0) parts.Add(texts.Say("cli.estimated.sites", sites, study.Case.Sites.Count));
        RoadGraph graph = study.Case.Roads;
        int ferries = 0;
        int speeds = 0;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] == LinkKind.Boarding && EdgeTimes.IsEstimated(graph, edge)) ferries++;
            if (graph.EdgeKinds[edge].IsRoad() && graph.EdgeSpeeds[edge] == 0 && graph.EdgeForwardGiven[edge] == RoadGraph.NotGiven) speeds++;
        }
        if (ferries > 0) parts.Add(texts.Say("cli.estimated.ferries", FerryWaitWords.Of(study.Case.Profile.FerryWait)));
        if (study.Case.AreMinutesEstimated) parts.Add(texts.Say("cli.estimated.minutes"));
        if (speeds > 0) parts.Add(texts.Say("cli.estimated.speeds", speeds, graph.EdgeCount));
        return parts.Count == 0 ? null : texts.Say("cli.estimated", string.Join("; ", parts));
    }
}
