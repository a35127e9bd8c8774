using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Planning.Language;
using NavGeo.Web.Meetings;

namespace NavGeo.Web.Safety;

/// <summary>
/// Who may come in, and as what. A shared meeting has two random codes, one for the presenter and one for the others, which
/// live as long as the meeting does; a meeting on this machine only has none, and whoever sits at the machine presents. Who has
/// come in carries a random token, of which only the hash is kept. Any number of threads may ask.
/// </summary>
public sealed class Doorkeeper
{
    private const int CodeLetters = 10;
    private const int TokenBytes = 32;
    private const int IdLetters = 8;

    /// <summary>Wrong codes from one address: so many, and then one more each time so long has passed. A right one costs nothing.</summary>
    private const int MostWrong = 10;

    private static readonly TimeSpan OneMore = TimeSpan.FromSeconds(6);

    /// <summary>Letters that are not taken for one another when read aloud or from a projector.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>What nobody but who leads may be called, in the users' languages.</summary>
    private static readonly string[] LeadersNames = [.. ((string[])["møteleder", "møteleiar", "ordstyrer", "presenter", "chair", "navgeo"]).Select(WrittenText.Skeleton)];

    private readonly MeetingStore store;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, Participant> known;
    private readonly ConcurrentDictionary<string, bool> seen = [];

    /// <summary>Name by the hash of the token of those who were shown the door.</summary>
    private readonly ConcurrentDictionary<string, string> shownOut;
    private readonly ConcurrentDictionary<IPAddress, DateTimeOffset> wrong = [];
    private readonly Lock joining = new();

    /// <param name="store">Remembers codes and who has come in, so that a restart throws nobody out.</param>
    /// <param name="isShared">Whether others on the network may come in.</param>
    /// <param name="clock">For how often a wrong code may be tried.</param>
    public Doorkeeper(MeetingStore store, bool isShared, TimeProvider clock)
    {
        this.store = store;
        this.clock = clock;
        known = new ConcurrentDictionary<string, Participant>(store.ReadParticipants(), StringComparer.Ordinal);
        shownOut = new ConcurrentDictionary<string, string>(store.ReadShownOut(), StringComparer.Ordinal);
        CookieName = "navgeo-" + store.Secret("cookie", Alphabet, IdLetters);
        if (!isShared) return;
        PresenterCode = store.Secret("presenter", Alphabet, CodeLetters);
        ParticipantCode = store.Secret("participant", Alphabet, CodeLetters);
    }

    /// <summary>The cookie that carries the token: each meeting has one of its own, so that several in a browser do not throw each other out.</summary>
    public string CookieName { get; }

    /// <summary>Whoever has this code presents; null in a meeting on this machine only.</summary>
    public string? PresenterCode { get; }

    /// <summary>Whoever has this code takes part.</summary>
    public string? ParticipantCode { get; }

    /// <summary>Whether others on the network may come in.</summary>
    public bool IsShared => PresenterCode is not null;

    /// <summary>Lets somebody in.</summary>
    /// <param name="code">The code they gave.</param>
    /// <param name="name">What they call themselves; another participant of that name makes them the second.</param>
    /// <param name="address">Where they come from.</param>
    /// <param name="carried">The token that their browser has from an earlier time; null for none.</param>
    /// <returns>Their token and what they are, or why not and how long to wait.</returns>
    public JoinAnswer Join(string? code, string name, IPAddress address, string? carried = null)
    {
        if (WaitOf(address) is { } wait) return new JoinAnswer(JoinRefusal.TooManyTries, wait);
        Role role;
        if (PresenterCode is null ? IPAddress.IsLoopback(address) : IsSame(code, PresenterCode)) role = Role.Presenter;
        else if (ParticipantCode is not null && IsSame(code, ParticipantCode)) role = Role.Participant;
        else return Wrong(address);
        lock (joining)
        {
            if (role == Role.Participant && IsShownOut(name, carried)) return new JoinAnswer(JoinRefusal.ShownOut);
            if (role == Role.Participant && IsLeadersName(name)) return new JoinAnswer(JoinRefusal.LeadersName);
            var participant = new Participant(role == Role.Participant ? Told(name) : name, role);
            string token = RandomNumberGenerator.GetHexString(TokenBytes * 2, lowercase: true);
            store.Remember(KeyOf(token), participant);
            known[KeyOf(token)] = participant;
            seen[KeyOf(token)] = true;
            return new JoinAnswer(token, participant);
        }
    }

    /// <summary>Who carries a token; null for a stranger.</summary>
    public Participant? Find(string? token)
    {
        if (token is null || known.GetValueOrDefault(KeyOf(token)) is not { } participant) return null;
        seen[KeyOf(token)] = true;
        return participant;
    }

    /// <summary>Who has come in, but not who leads, by what stands for each.</summary>
    public IReadOnlyList<KeyValuePair<string, Participant>> Participants =>
        [.. known.Where(k => k.Value.Role == Role.Participant).Select(k => KeyValuePair.Create(IdOf(k.Key), k.Value)).OrderBy(k => k.Value.Name, StringComparer.Ordinal)];

    /// <summary>Takes the word from somebody, or gives it back.</summary>
    /// <returns>Whether there is such a participant.</returns>
    public bool Mute(string id, bool isMuted)
    {
        if (KeyOfId(id) is not { } key) return false;
        known[key] = known[key] with { IsMuted = isMuted };
        store.Remember(key, known[key]);
        return true;
    }

    /// <summary>
    /// Shows somebody the door for the rest of the meeting: neither their browser nor their name opens it again, also after a restart.
    /// Who has the code and comes with another browser and another name is another person, as far as a door can tell.
    /// </summary>
    /// <returns>Whether there is such a participant.</returns>
    public bool Remove(string id)
    {
        if (KeyOfId(id) is not { } key) return false;
        store.ShowOut(key, known[key].Name);
        shownOut[key] = known[key].Name;
        store.Forget(key);
        return known.TryRemove(key, out _);
    }

    /// <summary>Another meeting begins here: of those who were in the last, only who is here now is in it.</summary>
    public void Renew()
    {
        lock (joining)
        {
            store.ForgetShownOut();
            shownOut.Clear();
            foreach (string key in known.Keys)
            {
                if (seen.ContainsKey(key)) store.Remember(key, known[key]);
                else known.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Whether a code opens a shared meeting.</summary>
    public bool IsCode(string? code) =>
        PresenterCode is not null && (IsSame(code, PresenterCode) || IsSame(code, ParticipantCode!));

    private string? KeyOfId(string id) => known.FirstOrDefault(k => IdOf(k.Key) == id && k.Value.Role == Role.Participant).Key;

    /// <summary>Tells people apart and opens nothing: a part of the hash of their token.</summary>
    private static string IdOf(string key) => key[..12];

    private JoinAnswer Wrong(IPAddress address)
    {
        DateTimeOffset now = clock.GetUtcNow();
        wrong.AddOrUpdate(address, now + OneMore, (_, until) => (until > now ? until : now) + OneMore);
        return new JoinAnswer(JoinRefusal.WrongCode);
    }

    private TimeSpan? WaitOf(IPAddress address) =>
        wrong.TryGetValue(address, out DateTimeOffset until) && until - clock.GetUtcNow() > (MostWrong - 1) * OneMore
            ? until - clock.GetUtcNow() - (MostWrong - 1) * OneMore
            : null;

    private bool IsShownOut(string name, string? carried)
    {
        if (carried is not null && shownOut.ContainsKey(KeyOf(carried))) return true;
        string skeleton = WrittenText.Skeleton(name);
        return shownOut.Values.Any(other => WrittenText.Skeleton(other) == skeleton);
    }

    private bool IsLeadersName(string name)
    {
        string skeleton = WrittenText.Skeleton(name);
        return skeleton.Length == 0 || LeadersNames.Any(leader => skeleton.Contains(leader, StringComparison.Ordinal))
            || known.Values.Any(other => other.Role == Role.Presenter && WrittenText.Skeleton(other.Name) == skeleton);
    }

    private string Told(string name)
    {
        HashSet<string> taken = [.. known.Values.Select(other => WrittenText.Skeleton(other.Name))];
        string told = name;
        for (int second = 2; taken.Contains(WrittenText.Skeleton(told)); second++) told = FormattableString.Invariant($"{name} {second}");
        return told;
    }

    private static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static bool IsSame(string? given, string code) => given is not null
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given.Trim().ToLowerInvariant())), SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>What the door answers.</summary>
public sealed record JoinAnswer
{
    /// <param name="token">Carried from now on.</param>
    /// <param name="participant">Who they are.</param>
    public JoinAnswer(string token, Participant participant) => (Token, Participant) = (token, participant);

    /// <param name="refusal">Why they are not let in.</param>
    /// <param name="wait">How long to wait.</param>
    public JoinAnswer(JoinRefusal refusal, TimeSpan wait = default) => (Refusal, Wait) = (refusal, wait);

    /// <summary>Null for who is not let in.</summary>
    public string? Token { get; }

    /// <summary>Null for who is not let in.</summary>
    public Participant? Participant { get; }

    /// <summary>Why not.</summary>
    public JoinRefusal Refusal { get; }

    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan Wait { get; }
}

/// <summary>Why somebody is not let in.</summary>
public enum JoinRefusal
{
    /// <summary>They are.</summary>
    None = 0,

    /// <summary>The code opens no door.</summary>
    WrongCode,

    /// <summary>Too many wrong codes have come from there.</summary>
    TooManyTries,

    /// <summary>Who leads is called that, or what who leads is called by.</summary>
    LeadersName,

    /// <summary>They were shown the door of this meeting.</summary>
    ShownOut,
}
