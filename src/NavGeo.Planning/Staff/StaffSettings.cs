
namespace NavGeo.Planning.Staff;

/// <summary>
/// What turns trips into årsverk and kroner: named settings, printed beside every figure that rests on them. The
/// defaults are NavGeo's assumptions, to be replaced by the partnership's own rates.
/// </summary>
public sealed record StaffSettings
{
    /// <summary>Working hours in an årsverk.</summary>
    public double HoursPerFte { get; init; } = 1695;

    /// <summary>Kroner an hour at the wheel costs the employer.</summary>
    public double KronerPerHour { get; init; } = 450;

    /// <summary>Kroner a kilometre in one's own car costs the employer.</summary>
    public double KronerPerKilometre { get; init; } = 4.10;

    /// <summary>Weeks of work in a year.</summary>
    public int WeeksPerYear { get; init; } = 44;

    /// <summary>Visits a week a leader pays to each other site of the office.</summary>
    public int LeaderVisitsPerWeek { get; init; } = 1;

    /// <summary>
    /// Visits a week each employee pays to a municipality whose site is closed, where the case has no
    /// <c>rounds.csv</c>.
    /// </summary>
    public int AssumedVisitsPerWeek { get; init; } = 1;

    /// <summary>A counsellor follows up users in no more municipalities than this.</summary>
    public int MaximumMunicipalities { get; init; } = 2;

    /// <summary>All of them under the names exported files give them.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> All =>
    [
        new("hours_per_fte", HoursPerFte),
        new("kroner_per_hour", KronerPerHour),
        new("kroner_per_km", KronerPerKilometre),
        new("weeks_per_year", WeeksPerYear),
        new("leader_visits_per_week", LeaderVisitsPerWeek),
        new("assumed_visits_per_week", AssumedVisitsPerWeek),
        new("maximum_municipalities", MaximumMunicipalities),
    ];
}
