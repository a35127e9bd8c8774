namespace NavGeo.Planning.Siting;

/// <summary>
/// The least that an open site must have in its catchment, where everybody goes to the nearest open site (of equally near
/// ones the first). More open sites only make a catchment smaller, so sites that are open for sure tell early. Scratch
/// for one thread.
/// </summary>
/// <param name="table">True costs.</param>
/// <param name="least">Weight.</param>
internal sealed class CatchmentFloor(SitingTable table, long least)
{
    private readonly long[] catchments = new long[table.SiteCount];

    /// <summary>Whether every open site has enough.</summary>
    public bool Fits(bool[] open)
    {
        Array.Clear(catchments);
        for (int row = 0; row < table.RowCount; row++)
        {
            int site = table.Nearest(row, open);
            if (site >= 0) catchments[site] += table.Weights[row];
        }
        for (int site = 0; site < open.Length; site++)
        {
            if (open[site] && catchments[site] < least) return false;
        }
        return true;
    }

    /// <summary>Whether the sites that are open for sure have enough if nothing else opens.</summary>
    public bool CanFit(sbyte[] status) => Fits([.. status.Select(s => s > 0)]);
}
