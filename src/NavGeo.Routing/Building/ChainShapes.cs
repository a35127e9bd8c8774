namespace NavGeo.Routing.Building;

/// <summary>
/// The drawings of links that are joined to chains. Which follows which is noted only, and every chain is drawn once at
/// the end: a chain of a thousand links would else be copied a thousand times.
/// </summary>
internal sealed class ChainShapes(DraftLinks drafts)
{
    /// <summary>Two parts one after the other; a part is a link, or, written as its complement, an earlier pair.</summary>
    private readonly List<(int First, bool IsFirstTurned, int Second, bool IsSecondTurned)> pairs = [];
    private readonly Dictionary<int, int> partOf = [];

    /// <summary>Notes that a link's drawing goes on with another's, either perhaps drawn the other way.</summary>
    public void Join(int stays, bool isTurned, int gone, bool isGoneTurned)
    {
        pairs.Add((partOf.GetValueOrDefault(stays, stays), isTurned, partOf.GetValueOrDefault(gone, gone), isGoneTurned));
        partOf[stays] = ~(pairs.Count - 1);
        partOf.Remove(gone);
    }

    /// <summary>Draws the chains.</summary>
    public void Draw(BuildingRun run)
    {
        int drawn = 0;
        var shape = new List<PlanePoint>();
        var waiting = new Stack<(int Part, bool IsTurned)>();
        foreach ((int link, int whole) in partOf)
        {
            run.Pass(BuildingStep.Contracting, drawn++, partOf.Count);
            shape.Clear();
            waiting.Push((whole, false));
            while (waiting.TryPop(out (int Part, bool IsTurned) next))
            {
                if (next.Part >= 0)
                {
                    Add(shape, drafts.ShapeOf(next.Part), next.IsTurned);
                    continue;
                }
                (int first, bool isFirstTurned, int second, bool isSecondTurned) = pairs[~next.Part];
                (int Part, bool IsTurned) before = (first, isFirstTurned ^ next.IsTurned);
                (int Part, bool IsTurned) after = (second, isSecondTurned ^ next.IsTurned);
                if (next.IsTurned) (before, after) = (after, before);
                waiting.Push(after);
                waiting.Push(before);
            }
            drafts[link] = drafts[link] with { Shape = shape.ToArray() };
        }
    }

    /// <summary>The point where a link meets the one before is there already.</summary>
    private static void Add(List<PlanePoint> shape, ReadOnlySpan<PlanePoint> link, bool isTurned)
    {
        int skipped = shape.Count == 0 ? 0 : 1;
        for (int i = skipped; i < link.Length; i++) shape.Add(isTurned ? link[^(i + 1)] : link[i]);
    }
}
