using NavGeo.Planning.Cases;
using NavGeo.Planning.Staff;

namespace NavGeo.Planning.Comparing;

/// <summary>How often people visit an office: a named setting, printed beside every figure that rests on it.</summary>
/// <param name="Name">As exports print it.</param>
/// <param name="VisitsPerInhabitantYear">Visits per inhabitant and year, 0 or more; each is a trip there and back.</param>
/// <param name="IsEstimate">Whether it was counted elsewhere than in the case.</param>
public sealed record ContactRate(string Name, decimal VisitsPerInhabitantYear, bool IsEstimate)
{
    /// <summary>Trips one way in a visit: there and back.</summary>
    public const int TripsPerVisit = 2;

    private const decimal MillisecondsPerHour = 3_600_000;

    /// <summary>
    /// 9 528 visits a year by 20 711 inhabitants, 0.46 each: the drop-in visits at the six counters of Hallingdal in
    /// April, May, September and October 2017 (832 + 1 006 + 738 + 600) times three. Visits by appointment were not
    /// counted, and the months may not be typical: an estimate everywhere.
    /// </summary>
    public static ContactRate HallingdalDropIn { get; } =
        new("hallingdal-drop-in-2017", (832 + 1006 + 738 + 600) * 3 / 20_711m, IsEstimate: true);

    /// <summary>What a case has counted (<c>contacts.csv</c>, the months counted standing for the others), else Hallingdal's.</summary>
    public static ContactRate Of(PlanningCase planningCase) => ContactStudy.Of(planningCase)?.All.YearlyPerInhabitant is { } counted
        ? new ContactRate("contacts.csv", counted, IsEstimate: true) : HallingdalDropIn;

    /// <summary>A rate the user gives.</summary>
    public static ContactRate Given(decimal visitsPerInhabitantYear)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(visitsPerInhabitantYear);
        return new ContactRate("given", visitsPerInhabitantYear, IsEstimate: false);
    }

    /// <summary>Person-hours a year from persons times milliseconds one way.</summary>
    public double Hours(long personMilliseconds) =>
        (double)(personMilliseconds * VisitsPerInhabitantYear * TripsPerVisit / MillisecondsPerHour);
}
