using NavGeo.Planning.Comparing;
using NavGeo.Planning.Money;
using NavGeo.Planning.Staff;

namespace NavGeo.Planning.Uncertainty;

/// <summary>
/// A structure against the baseline on what inhabitants and staff travel together, or on premises and driving, with the rate at which it turns.
/// Both are straight lines in the rate, so the turning point is exact.
/// </summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Kind">Which rate.</param>
/// <param name="Difference">More (positive) or less than the baseline at the rate that stands: hours a year, or NOK a year.</param>
/// <param name="Now">The rate that stands.</param>
/// <param name="Turns">The rate at which the difference is nothing, more than 0.</param>
public sealed record TravelSwitch(string Structure, TravelSwitchKind Kind, double Difference, double Now, double Turns)
{
    /// <summary>Every structure of a comparison that some rate above 0 turns.</summary>
    /// <param name="comparison">The comparison, the baseline first.</param>
    /// <param name="travels">What the staff drives, in the same order.</param>
    public static IReadOnlyList<TravelSwitch> Of(Comparison comparison, IReadOnlyList<StructureStaffTravel> travels)
    {
        var money = new MoneyStudy(comparison.Study.Case);
        var found = new List<TravelSwitch>();
        StructureStaffTravel today = travels[0];
        foreach ((ComparedStructure compared, StructureStaffTravel travel) in comparison.Structures.Zip(travels).Skip(1))
        {
            double visits = (double)comparison.Contacts.VisitsPerInhabitantYear;
            double hoursAVisit = compared.Change.Total.PersonMilliseconds * ContactRate.TripsPerVisit / 3_600_000.0;
            // What is not known in full costs nobody less.
            if (travel.IsPartUnknown || today.IsPartUnknown) continue;
            if (Turned(compared, TravelSwitchKind.Visits, travel.Hours - today.Hours, hoursAVisit, visits) is { } byVisits) found.Add(byVisits);
            if (money.Of(compared.Structure).Total is not { IsPartUnknown: false, Difference: { IsKnown: true, Least: var premises } } || comparison.Study.Case.Figures.Costs.Count == 0) continue;
            double fixedKroner = (double)premises + (travel.Hours - today.Hours) * travel.Settings.KronerPerHour;
            if (Turned(compared, TravelSwitchKind.KronerPerKilometre, fixedKroner, travel.Kilometres - today.Kilometres, travel.Settings.KronerPerKilometre) is { } byKilometre)
                found.Add(byKilometre);
        }
        return found;
    }

    private static TravelSwitch? Turned(ComparedStructure compared, TravelSwitchKind kind, double constant, double slope, double rate)
    {
        double turns = slope == 0 ? 0 : -constant / slope;
        return turns > 0 && double.IsFinite(turns) ? new TravelSwitch(compared.Structure.Id, kind, constant + slope * rate, rate, turns) : null;
    }
}

/// <summary>Which rate turns it.</summary>
public enum TravelSwitchKind
{
    /// <summary>Visits an inhabitant and year: hours on the road of inhabitants and staff together.</summary>
    Visits = 0,

    /// <summary>NOK a kilometre: premises and the staff's driving together.</summary>
    KronerPerKilometre,
}
