namespace NavGeo.Planning.Structures;

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
