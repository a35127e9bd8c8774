using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>
/// Tjenestested: a place where people meet NAV. Not an office: one office may have several sites, and a structure
/// says which of them are open.
/// </summary>
/// <param name="Id">Unique in the case.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Municipality">Kommunenummer of where it stands.</param>
/// <param name="Position">Where the door is.</param>
public sealed record ServiceSite(string Id, string Name, string Municipality, GeoPoint Position)
{
    /// <summary>True where the position is NavGeo's assumption (the town centre) and not a known address.</summary>
    public bool IsPositionEstimated { get; init; }

    /// <summary>Its names in other languages, by which users may look for it: "Leavdnja – Lemmijoki"; null for none.</summary>
    public string? OtherNames { get; init; }
}

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

/// <summary>How case files write kinds of sites, and what follows from one.</summary>
public static class SiteKinds
{
    private static readonly (string Code, SiteKind Kind)[] Codes =
    [
        ("full", SiteKind.Full), ("part_time", SiteKind.PartTime), ("meeting_room", SiteKind.MeetingRoom), ("video", SiteKind.Video),
    ];

    /// <summary>As files write them: <c>full, part_time, meeting_room, video</c>.</summary>
    public static string All { get; } = string.Join(", ", Codes.Select(c => c.Code));

    /// <summary>Reads a kind.</summary>
    /// <returns>False where the text is none of them.</returns>
    public static bool TryParse(string? text, out SiteKind kind)
    {
        string written = (text ?? "").Trim().ToLowerInvariant().Replace('-', '_');
        int index = Array.FindIndex(Codes, c => c.Code == written);
        kind = index < 0 ? SiteKind.Full : Codes[index].Kind;
        return index >= 0;
    }

    extension(SiteKind kind)
    {
        /// <summary>As files write it.</summary>
        public string Code => Array.Find(Codes, c => c.Kind == kind).Code;

        /// <summary>Whether one can come without an appointment and meet somebody who works there.</summary>
        public bool IsStaffed => kind is SiteKind.Full or SiteKind.PartTime;

        /// <summary>Whether the office pays for a room of its own. A video point stands in somebody else's.</summary>
        public bool HasPremises => kind != SiteKind.Video;
    }
}
