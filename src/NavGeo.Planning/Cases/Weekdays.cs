using System.Numerics;

namespace NavGeo.Planning.Cases;

/// <summary>The days of a working week, as a set.</summary>
[Flags]
public enum Weekdays : byte
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>måndag, mandag.</summary>
    Monday = 1,

    /// <summary>tysdag, tirsdag.</summary>
    Tuesday = 2,

    /// <summary>onsdag.</summary>
    Wednesday = 4,

    /// <summary>torsdag.</summary>
    Thursday = 8,

    /// <summary>fredag.</summary>
    Friday = 16,

    /// <summary>Monday to Friday.</summary>
    All = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>How case files and options write days: <c>mo ti on to fr</c>, several joined by <c>+</c>.</summary>
public static class WeekdayCode
{
    /// <summary>Monday to Friday, one by one.</summary>
    public static readonly IReadOnlyList<Weekdays> Each =
        [Weekdays.Monday, Weekdays.Tuesday, Weekdays.Wednesday, Weekdays.Thursday, Weekdays.Friday];

    private static readonly string[] Codes = ["mo", "ti", "on", "to", "fr"];

    /// <summary>Reads <c>ti</c> or <c>mo+on+fr</c>; <c>ma</c>, <c>må</c> and <c>ty</c> are Monday and Tuesday too.</summary>
    /// <returns>False where a part is no day.</returns>
    public static bool TryParse(string? text, out Weekdays days)
    {
        days = Weekdays.None;
        foreach (string part in (text ?? "").Split('+', StringSplitOptions.TrimEntries))
        {
            string code = part.ToLowerInvariant() switch { "ma" or "må" => "mo", "ty" => "ti", string other => other };
            int index = Array.IndexOf(Codes, code);
            if (index < 0) return false;
            days |= Each[index];
        }
        return true;
    }

    /// <summary><c>mo+on+fr</c>; empty for no day.</summary>
    public static string Of(Weekdays days) => string.Join('+', Codes.Where((_, i) => (days & Each[i]) != 0));

    /// <summary>How many days a set holds.</summary>
    public static int Count(Weekdays days) => BitOperations.PopCount((uint)days);

    /// <summary>
    /// Which days a site is taken to be open when only their count is known: spread about Wednesday. One day is on, two
    /// are ti+to, three mo+on+fr, four mo+ti+to+fr. A half day counts as a day one can come. NavGeo's convention.
    /// </summary>
    public static Weekdays Assumed(double openDays) => Math.Ceiling(openDays) switch
    {
        <= 0 => Weekdays.None,
        1 => Weekdays.Wednesday,
        2 => Weekdays.Tuesday | Weekdays.Thursday,
        3 => Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday,
        4 => Weekdays.All & ~Weekdays.Wednesday,
        _ => Weekdays.All,
    };
}
