
namespace NavGeo.Data.Formats.Tables;

/// <summary>Which known word a misspelt one was meant to be.</summary>
public static class Spelling
{
    /// <summary>
    /// The known word with the fewest letters to change (Levenshtein, without regard to case), where that is at most
    /// a third of its letters; the first of equals.
    /// </summary>
    /// <returns>Null where nothing is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string candidate in known)
        {
            int distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            // A word that shares no letter with another, such as an id of one letter, is not a misspelling of it.
            if (distance >= fewest || distance * 3 > Math.Max(candidate.Length, 3) || distance >= Math.Max(candidate.Length, word.Length)) continue;
            fewest = distance;
            nearest = candidate;
        }
        return nearest;
    }

    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int above = row[j];
                int change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.Length];
    }
}
