namespace NavGeo.Planning.Publishing;

/// <summary>
/// Counts of people that are published together with their sums: those below a limit are not told, nor what they could
/// be found from. In every sum at least two parts with the limit's number of people together stay untold where any is, and no
/// small count follows from all that is told taken together; the next smallest counts are hidden for that, and a sum itself
/// where there are no others. Zeros are told. Filled count by count, then asked; not safe for several threads.
/// </summary>
/// <param name="least">Fewer people than this are not told; 0 or 1 tells all.</param>
public sealed class CountTable(int least)
{
    /// <summary>A sum that everybody knows, such as the inhabitants of a municipality.</summary>
    public const int Known = -1;

    /// <summary>Fewer people than this are not told.</summary>
    public int Least => least;

    private readonly List<long> counts = [];
    private readonly List<(int Total, int[] Parts)> sums = [];
    private bool[]? hidden;

    /// <summary>Adds a count.</summary>
    /// <returns>Its number in the table.</returns>
    public int Add(long people)
    {
        counts.Add(people);
        hidden = null;
        return counts.Count - 1;
    }

    /// <summary>Says that counts add up to another, or to a <see cref="Known"/> number.</summary>
    public void Sum(int total, params int[] parts)
    {
        sums.Add((total, parts));
        hidden = null;
    }

    /// <summary>A count as it is, told or not.</summary>
    public long Count(int count) => counts[count];

    /// <summary>Whether a count is not told.</summary>
    public bool IsHidden(int count) => (hidden ??= Hide())[count];

    /// <summary>Whether any count is hidden only to cover another.</summary>
    public bool HidesOthers => Enumerable.Range(0, counts.Count).Any(c => IsHidden(c) && !IsSmall(c));

    /// <summary>A count as published; null where it is not told.</summary>
    public long? Told(int count) => IsHidden(count) ? null : counts[count];

    /// <summary>Whether a count is hidden for its own sake, and not to cover another.</summary>
    public bool IsSmall(int count) => counts[count] > 0 && counts[count] < least;

    private bool[] Hide()
    {
        bool[] isHidden = [.. Enumerable.Range(0, counts.Count).Select(IsSmall)];
        if (!isHidden.Contains(true)) return isHidden;
        // What one sum hides may leave a single count in another: again until nothing more is hidden.
        while (Complete(isHidden) || Cover(isHidden))
        {
        }
        return isHidden;
    }

    private bool Complete(bool[] isHidden)
    {
        bool isMore = false;
        foreach ((int total, int[] parts) in sums) isMore |= Complete(isHidden, total, parts);
        return isMore;
    }

    private bool Complete(bool[] isHidden, int total, int[] parts)
    {
        bool isTotalHidden = total != Known && isHidden[total];
        (int count, long people) = (0, 0L);
        foreach (int part in parts)
        {
            if (isHidden[part]) (count, people) = (count + 1, people + counts[part]);
        }
        // A hidden sum of told parts is no secret; a hidden part of a hidden sum is one.
        if (isTotalHidden ? count > 0 : count == 0 || (count > 1 && people >= least)) return false;
        return HideSmallest(isHidden, parts) || (total != Known && !isTotalHidden && (isHidden[total] = true));
    }

    private bool HideSmallest(bool[] isHidden, IEnumerable<int> candidates)
    {
        int next = candidates.Where(c => !isHidden[c] && counts[c] > 0).OrderBy(c => counts[c]).ThenBy(c => c).FirstOrDefault(Known);
        return next != Known && (isHidden[next] = true);
    }

    /// <summary>Hides one count more beside a small one that all sums together would give away.</summary>
    private bool Cover(bool[] isHidden)
    {
        int given = CountSolver.Determined(sums, isHidden).FirstOrDefault(IsSmall, Known);
        if (given == Known) return false;
        return Cover(isHidden, given, s => s.Parts) || Cover(isHidden, given, s => s.Total == Known ? [] : [s.Total]);
    }

    /// <summary>Hides a part, or a sum, beside a count, or beside what is hidden beside it, as far as the sums go.</summary>
    private bool Cover(bool[] isHidden, int given, Func<(int Total, int[] Parts), int[]> candidates)
    {
        var reached = new HashSet<int> { given };
        for (int size = 0; size < reached.Count;)
        {
            size = reached.Count;
            foreach ((int Total, int[] Parts) sum in sums)
            {
                int[] all = sum.Total == Known ? sum.Parts : [sum.Total, .. sum.Parts];
                if (!all.Any(reached.Contains)) continue;
                if (HideSmallest(isHidden, candidates(sum))) return true;
                reached.UnionWith(all.Where(c => isHidden[c]));
            }
        }
        return false;
    }
}
