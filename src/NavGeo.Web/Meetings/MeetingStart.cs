namespace NavGeo.Web.Meetings;

/// <summary>What becomes of a meeting that is kept where another shall be held.</summary>
public enum MeetingStart
{
    /// <summary>It goes on.</summary>
    Resume = 0,

    /// <summary>It is put aside, and a new one begins.</summary>
    New,

    /// <summary>It stays as it is; what is done now is written nowhere.</summary>
    Practise,

    /// <summary>Whoever leads says so before anything is done.</summary>
    Ask,
}

/// <summary>A meeting that is kept and may go on.</summary>
/// <param name="Entries">How much was done.</param>
/// <param name="LastAt">When it was last.</param>
public sealed record KeptMeeting(int Entries, DateTimeOffset LastAt);
