namespace NavGeo.Planning.Structures;

/// <summary>
/// What people can do at a site. Drop-in access counts the staffed kinds alone; a meeting room and a video point are
/// places one can be met at by appointment.
/// </summary>
public enum SiteKind : byte
{
    /// <summary>Fullt tjenestested: staffed counter every working day.</summary>
    Full = 0,

    /// <summary>Tjenestested med redusert åpningstid: staffed counter some days.</summary>
    PartTime,

    /// <summary>Møterom: no staff of its own; a counsellor comes by appointment.</summary>
    MeetingRoom,

    /// <summary>Videopunkt: a screen in a town hall or library; nobody comes.</summary>
    Video,
}
