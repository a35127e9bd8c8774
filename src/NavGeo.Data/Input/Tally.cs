using NavGeo.Planning.Language;

namespace NavGeo.Data.Input;

/// <summary>
/// Faults of which a large file may have thousands: each kind is told once, with how many there are and where the first is.
/// Not safe for several threads.
/// </summary>
/// <param name="findings">Takes what is told.</param>
internal sealed class Tally(Findings findings)
{
    private readonly Dictionary<(string Key, string File), (int Count, string? Place, object Example)> kinds = [];

    /// <summary>Counts a fault.</summary>
    /// <param name="key">Its phrase, which takes the count and the example; the remedy's is the same with <c>.remedy</c>.</param>
    /// <param name="file">Where.</param>
    /// <param name="place">Line or id; null for the whole file.</param>
    /// <param name="example">What is wrong: a value or an id.</param>
    public void Count(string key, string file, string? place, object example)
    {
        kinds[(key, file)] = kinds.TryGetValue((key, file), out (int Count, string? Place, object Example) known)
            ? known with { Count = known.Count + 1 }
            : (1, place, example);
    }

    /// <summary>Tells every kind as a warning, and forgets it.</summary>
    public void Tell()
    {
        foreach (((string key, string file), (int count, string? place, object example)) in kinds)
            findings.Warning(file, place, new Phrase(key, count, example), new Phrase(key + ".remedy"));
        kinds.Clear();
    }
}
