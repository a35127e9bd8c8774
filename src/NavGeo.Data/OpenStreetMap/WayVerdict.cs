using NavGeo.Data.Roads;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>Whether a way is for cars: its traits, or why not.</summary>
internal readonly record struct WayVerdict(WayTraits? Traits, DropReason Reason, string Value, bool HasUnreadSpeed)
{
    public static WayVerdict Drop(DropReason reason, string value) => new(null, reason, value, false);

    public static WayVerdict Keep(WayTraits traits, bool hasUnreadSpeed = false) => new(traits, default, "", hasUnreadSpeed);
}
