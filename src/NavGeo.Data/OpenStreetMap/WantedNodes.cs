namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Finds ids in the ascending list of wanted ones. Files are nearly always sorted, so the search goes on from where the
/// last one ended, in steps that double.
/// </summary>
internal struct WantedNodes(long[] wanted)
{
    private int at;

    /// <summary>Position of an id, or -1.</summary>
    public int Find(long id)
    {
        if (wanted.Length == 0) return -1;
        int low = 0;
        int high = wanted.Length;
        if (at < wanted.Length && wanted[at] <= id)
        {
            low = at;
            int step = 1;
            while (low + step < wanted.Length && wanted[low + step] <= id)
            {
                low += step;
                step = step < 1 << 28 ? step * 2 : step;
            }
            high = Math.Min(wanted.Length, low + step);
        }
        else if (at < wanted.Length) high = at;
        int found = Array.BinarySearch(wanted, low, high - low, id);
        at = Math.Min(found >= 0 ? found : ~found, wanted.Length - 1);
        return found >= 0 ? found : -1;
    }
}
