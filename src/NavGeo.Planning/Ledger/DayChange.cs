namespace NavGeo.Planning.Ledger;

/// <summary>
/// People whose site is open fewer (or more) days a week than the one they go to under the baseline, whether or not
/// their way changes. Those without access before or after are not among them.
/// </summary>
/// <param name="People">How many.</param>
/// <param name="PersonDaysBefore">Sum over them of the days a week their site is open under the baseline.</param>
/// <param name="PersonDaysAfter">The same under the structure.</param>
public readonly record struct DayChange(long People, double PersonDaysBefore, double PersonDaysAfter)
{
    /// <summary>Mean days a week before; 0 where there is nobody.</summary>
    public double MeanBefore => People == 0 ? 0 : PersonDaysBefore / People;

    /// <summary>Mean days a week after; 0 where there is nobody.</summary>
    public double MeanAfter => People == 0 ? 0 : PersonDaysAfter / People;

    /// <summary>The same with more people.</summary>
    public DayChange With(long people, double before, double after) =>
        new(People + people, PersonDaysBefore + people * before, PersonDaysAfter + people * after);

    /// <summary>Both together.</summary>
    public static DayChange operator +(DayChange one, DayChange other) => new(
        one.People + other.People, one.PersonDaysBefore + other.PersonDaysBefore, one.PersonDaysAfter + other.PersonDaysAfter);
}
