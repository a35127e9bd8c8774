namespace NavGeo.Planning.Structures;

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
