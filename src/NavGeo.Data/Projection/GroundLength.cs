namespace NavGeo.Data.Projection;

/// <summary>Lengths on the ground between places in degrees, on the WGS84 ellipsoid.</summary>
internal static class GroundLength
{
    private const double SemiMajorMetres = 6_378_137;
    private const double EccentricitySquared = 0.006_694_379_990_14;

    /// <summary>
    /// Metres between two places given in tenths of a microdegree, by the curvature at their middle: for the pieces of
    /// a drawn road exact to a millionth, for a ferry's leg of 200 km to a thousandth.
    /// </summary>
    public static double Metres(int longitudeA, int latitudeA, int longitudeB, int latitudeB)
    {
        const double Radians = Math.PI / 180 / 1e7;
        long turn = (long)longitudeB - longitudeA;
        if (turn > 1_800_000_000) turn -= 3_600_000_000;
        else if (turn < -1_800_000_000) turn += 3_600_000_000;
        double middle = ((long)latitudeA + latitudeB) / 2.0 * Radians;
        double sine = Math.Sin(middle);
        double bend = 1 - EccentricitySquared * sine * sine;
        double meridian = SemiMajorMetres * (1 - EccentricitySquared) / (bend * Math.Sqrt(bend));
        double parallel = SemiMajorMetres / Math.Sqrt(bend) * Math.Cos(middle);
        double east = turn * Radians * parallel;
        double north = ((long)latitudeB - latitudeA) * Radians * meridian;
        return Math.Sqrt(east * east + north * north);
    }
}
