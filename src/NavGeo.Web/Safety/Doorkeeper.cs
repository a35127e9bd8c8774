using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Web.Meetings;

namespace NavGeo.Web.Safety;

/// <summary>
/// Who may come in, and as what. A shared meeting has two random codes, one for the presenter and one for the others;
/// a meeting on this machine only has none, and whoever sits at the machine presents. Who has come in carries a random
/// token, of which only the hash is kept. Any number of threads may ask.
/// </summary>
public sealed class Doorkeeper
{
    private const int CodeLetters = 10;
    private const int TokenBytes = 32;

    /// <summary>Letters that are not taken for one another when read aloud or from a projector.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly MeetingStore store;
    private readonly ConcurrentDictionary<string, Participant> known;

    /// <param name="store">Remembers who has come in, so that a restart throws nobody out.</param>
    /// <param name="isShared">Whether others on the network may come in.</param>
    public Doorkeeper(MeetingStore store, bool isShared)
    {
        this.store = store;
        known = new ConcurrentDictionary<string, Participant>(store.ReadParticipants(), StringComparer.Ordinal);
        if (!isShared) return;
        PresenterCode = RandomNumberGenerator.GetString(Alphabet, CodeLetters);
        ParticipantCode = RandomNumberGenerator.GetString(Alphabet, CodeLetters);
    }

    /// <summary>Whoever has this code presents; null in a meeting on this machine only.</summary>
    public string? PresenterCode { get; }

    /// <summary>Whoever has this code takes part.</summary>
    public string? ParticipantCode { get; }

    /// <summary>Whether others on the network may come in.</summary>
    public bool IsShared => PresenterCode is not null;

    /// <summary>Lets somebody in.</summary>
    /// <param name="code">The code they gave.</param>
    /// <param name="name">What they call themselves.</param>
    /// <param name="isLocal">Whether they sit at this machine.</param>
    /// <returns>Their token and what they are; null where the code opens no door.</returns>
    public (string Token, Participant Participant)? Join(string? code, string name, bool isLocal)
    {
        Role role;
        if (PresenterCode is null) role = Role.Presenter;
        else if (IsSame(code, PresenterCode)) role = Role.Presenter;
        else if (IsSame(code, ParticipantCode!)) role = Role.Participant;
        else return null;
        if (PresenterCode is null && !isLocal) return null;
        string token = RandomNumberGenerator.GetHexString(TokenBytes * 2, lowercase: true);
        var participant = new Participant(name, role);
        store.Remember(KeyOf(token), participant);
        known[KeyOf(token)] = participant;
        return (token, participant);
    }

    /// <summary>Who carries a token; null for a stranger.</summary>
    public Participant? Find(string? token) => token is null ? null : known.GetValueOrDefault(KeyOf(token));

    /// <summary>Whether a code opens a shared meeting.</summary>
    public bool IsCode(string? code) =>
        PresenterCode is not null && (IsSame(code, PresenterCode) || IsSame(code, ParticipantCode!));

    private static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static bool IsSame(string? given, string code) => given is not null
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given.Trim().ToLowerInvariant())), SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
