namespace NavGeo.Planning.Regions;

/// <summary>
/// How strongly two areas are one labour market: F<sub>ij</sub>²/(R<sub>i</sub>W<sub>j</sub>) +
/// F<sub>ji</sub>²/(R<sub>j</sub>W<sub>i</sub>), as in the official method of the Travel-to-Work Areas. 0 to 2.
/// </summary>
internal static class LinkStrength
{
    /// <param name="toOther">Commuters from the first to the second.</param>
    /// <param name="fromOther">Commuters from the second to the first.</param>
    /// <param name="residents">Employed residents of the first.</param>
    /// <param name="jobs">Jobs in the first.</param>
    /// <param name="otherResidents">Employed residents of the second.</param>
    /// <param name="otherJobs">Jobs in the second.</param>
    /// <returns>A term without anybody to divide by is 0.</returns>
    public static double Of(long toOther, long fromOther, long residents, long jobs, long otherResidents, long otherJobs)
    {
        double there = residents == 0 || otherJobs == 0 ? 0 : (double)toOther * toOther / ((double)residents * otherJobs);
        double back = otherResidents == 0 || jobs == 0 ? 0 : (double)fromOther * fromOther / ((double)otherResidents * jobs);
        return there + back;
    }
}
