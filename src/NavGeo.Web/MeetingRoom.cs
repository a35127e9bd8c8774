using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Situations;

namespace NavGeo.Web;

/// <summary>A meeting with all that belongs to it in this process.</summary>
/// <param name="Base">The case it is about.</param>
/// <param name="Session">What happens in it.</param>
/// <param name="Door">Who is in it.</param>
/// <param name="Options">What it was begun with.</param>
public sealed record MeetingRoom(MeetingBase Base, LiveSession Session, Doorkeeper Door, MeetingOptions Options)
{
    /// <summary>What those in it try by themselves.</summary>
    public Sandboxes Own { get; } = new(Session);

    /// <summary>Opens a meeting.</summary>
    /// <param name="roads">The case it is about.</param>
    /// <param name="log">Where it is kept.</param>
    /// <param name="pool">Where it is measured.</param>
    /// <param name="options">What it is begun with.</param>
    /// <exception cref="NavGeo.Planning.Language.InputException">The kept meeting does not fit the case.</exception>
    public static async Task<MeetingRoom> OpenAsync(MeetingBase roads, IMeetingLog log, MeasuringPool pool, MeetingOptions options)
    {
        LiveSession session = await LiveSession.OpenAsync(roads, log, pool, options.Clock, options.WritesAtOnce ? options.CaseFolder : null, options.Start);
        return new MeetingRoom(roads, session, await Doorkeeper.OpenAsync(log, options.IsShared, options.Clock), options);
    }
}
