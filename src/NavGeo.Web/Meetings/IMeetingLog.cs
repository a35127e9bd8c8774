using System.Text.Json;
using NavGeo.Planning.Edits;

namespace NavGeo.Web.Meetings;

/// <summary>
/// Where a meeting is kept: the list of what happened in it, which is the truth of it, and who is in it. An entry is kept
/// before anybody is told of it, so that whoever dies takes at most the entry in flight along. Several processes may hold
/// the same meeting: each appends with the number it expects, and who comes second is told so and reads first. Any number of
/// threads.
/// </summary>
public interface IMeetingLog
{
    /// <summary>What happened after an entry, in order.</summary>
    /// <param name="after">Number of the last entry that is known; 0 for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<LogEntry>> ReadAsync(long after, CancellationToken cancellation);

    /// <summary>
    /// Writes an entry under its number, unless another has it; it is kept when this returns true. An entry that is there already is
    /// not written again: who has not heard whether theirs was kept asks again.
    /// </summary>
    /// <returns>False where another entry has the number; nothing is written then.</returns>
    Task<bool> TryAppendAsync(LogEntry entry, CancellationToken cancellation);

    /// <summary>Those who have joined, by the hash of their token: the token itself is kept nowhere.</summary>
    Task<IReadOnlyDictionary<string, Participant>> ReadParticipantsAsync(CancellationToken cancellation);

    /// <summary>Remembers somebody who has joined, or what has become of them.</summary>
    Task RememberAsync(string key, Participant participant, CancellationToken cancellation);

    /// <summary>Forgets somebody who is no longer in the meeting.</summary>
    Task ForgetAsync(string key, CancellationToken cancellation);

    /// <summary>Those who were shown the door: what they called themselves, by the hash of their token.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadShownOutAsync(CancellationToken cancellation);

    /// <summary>Remembers somebody who was shown the door.</summary>
    Task ShowOutAsync(string key, string name, CancellationToken cancellation);

    /// <summary>Lets everybody in again: another meeting begins.</summary>
    Task ForgetShownOutAsync(CancellationToken cancellation);

    /// <summary>What is kept under a name, made when first asked for: the codes of the meeting, what its cookie is called.</summary>
    /// <param name="name">Of the value.</param>
    /// <param name="alphabet">Letters it is made of.</param>
    /// <param name="length">How many.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<string> SecretAsync(string name, string alphabet, int length, CancellationToken cancellation);
}

/// <summary>How what happened is written, in whatever it is kept.</summary>
public static class EventText
{
    /// <summary>As JSON.</summary>
    public static string Of(MeetingEvent happened) => JsonSerializer.Serialize(happened, Edit.JsonOptions);

    /// <summary>Read back.</summary>
    public static MeetingEvent Read(string text) => JsonSerializer.Deserialize<MeetingEvent>(text, Edit.JsonOptions)!;
}
