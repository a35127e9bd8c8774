using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Maps.Sheets;

/// <summary>What on a map is not as it is today, and what rests on assumptions: said on the sheet itself, where it applies.</summary>
internal static class EstimateNotes
{
    /// <summary>What of the sites is estimated, for a sheet that shows no times by car.</summary>
    public static IReadOnlyList<string> OfSites(AccessStudy study, Phrasebook book) =>
        study.Case.Sites.Any(s => s.IsPositionEstimated) ? [book.Say("maps.estimate.position")] : [];

    /// <summary>Whole sentences, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(AccessStudy study, PaperFrame frame, Phrasebook book)
    {
        RoadGraph graph = study.Metric.Graph;
        bool hasEstimatedFerry = false;
        bool hasEstimatedSpeed = false;
        bool hasQuayLink = false;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!frame.Extent.Intersects(CaseExtent.Of(graph.Shape(edge)))) continue;
            LinkKind kind = graph.EdgeKinds[edge];
            bool isEstimated = EdgeTimes.IsEstimated(graph, edge);
            hasQuayLink |= kind == LinkKind.QuayLink;
            hasEstimatedFerry |= isEstimated && !kind.IsRoad();
            hasEstimatedSpeed |= kind.IsRoad() && kind != LinkKind.QuayLink
                && graph.EdgeSpeeds[edge] == 0 && graph.EdgeForwardGiven[edge] == RoadGraph.NotGiven;
        }
        var notes = new List<string>();
        string[] differences = [.. study.Case.Differences.Select(book.Say)];
        if (differences.Length > 0) notes.Add(book.Say("edits.head", string.Join("; ", differences)));
        notes.Add(book.Say(MinutesText.Of(study.Case)));
        if (study.Case.AreMinutesEstimated) notes.Add(book.Say("maps.estimate.minutes"));
        if (study.Case.Sites.Any(s => s.IsPositionEstimated)) notes.Add(book.Say("maps.estimate.position"));
        if (hasEstimatedSpeed) notes.Add(book.Say("maps.estimate.speed"));
        if (hasEstimatedFerry) notes.Add(book.Say("maps.estimate.ferry", FerryWaitWords.Of(study.Metric.Profile.FerryWait)));
        if (hasQuayLink) notes.Add(book.Say("maps.estimate.quay"));
        return notes;
    }
}
