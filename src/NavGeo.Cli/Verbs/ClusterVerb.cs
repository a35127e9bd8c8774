using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Cluster.Access;
using NavGeo.Cluster.Database;
using NavGeo.Planning.Language;
using NavGeo.Web.Safety;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo cluster</c>: the database that the processes of <c>navgeo serve --cluster</c> share.</summary>
internal static class ClusterVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var database = new Option<string>("--database") { Description = "The database: Host=…;Database=…;Username=….", Required = true, Recursive = true };
        return new Command("cluster", "Many meetings on PostgreSQL: make its database ready, put cases in, begin meetings.")
        {
            database,
            Apply("init", "Make a database ready for a cluster; what is there already stays."),
            Apply("upgrade", "Bring the database of a cluster to this program's edition, while older processes go on."),
            Status(),
            Put(),
            Meet(),
            Grant(),
        };

        Command Apply(string name, string description) => Verb(new Command(name, description), async (screen, _, there, stop) =>
        {
            IReadOnlyList<string> applied = await there.ApplyAsync(stop);
            screen.Line(applied.Count == 0 ? screen.Texts.Say("cluster.unchanged", there.Name) : screen.Texts.Say("cluster.applied", there.Name, string.Join(", ", applied)));
        });

        Command Status() => Verb(new Command("status", "Say what stands in the database of a cluster."), async (screen, _, there, stop) =>
        {
            await there.CheckAsync(stop);
            var library = new CaseLibrary(there);
            IReadOnlyList<CaseLibrary.Item> cases = await library.ReadAsync(stop);
            IReadOnlyList<CaseLibrary.Meeting> meetings = await library.ReadMeetingsAsync(stop);
            screen.Line(screen.Texts.Say("cluster.editions", there.Name, string.Join(", ", await there.ReadEditionsAsync(stop))));
            screen.Line(screen.Texts.Say("cluster.counts", cases.Count, meetings.Count, await there.CountProcessesAsync(stop)));
            foreach (CaseLibrary.Item item in cases) screen.Line(screen.Texts.Say("cluster.case", item.Id, item.Name));
            foreach (CaseLibrary.Meeting meeting in meetings) screen.Line(screen.Texts.Say("cluster.meeting", meeting.Id, meeting.Name, meeting.Entries));
        });

        Command Put()
        {
            var given = new Argument<string>("CASE") { Description = "The case folder, workbook or package." };
            var id = new Option<string?>("--id") { Description = "The address of the case in the library; its own id otherwise." };
            return Verb(new Command("put", "Put a case with all it is built on into the library of a cluster.") { given, id }, async (screen, parsed, there, stop) =>
            {
                var findings = new Findings();
                CaseLibrary.Item item = await new CaseLibrary(there).PutAsync(parsed.GetRequiredValue(given), parsed.GetValue(id), findings, stop);
                screen.Show(findings.All);
                screen.Line(screen.Texts.Say("cluster.put", item.Id));
            });
        }

        Command Meet()
        {
            var id = new Argument<string>("ID") { Description = "The address of a case in the library." };
            var name = new Option<string?>("--name") { Description = "What the meeting is called; as the case otherwise." };
            var address = new Option<string>("--address") { Description = "The address of the cluster, as https://navgeo.example.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
            return Verb(new Command("meet", "Begin a meeting on a case of the library, and write the links to it.") { id, name, address }, async (screen, parsed, there, stop) =>
            {
                CaseLibrary.Meeting meeting = await new CaseLibrary(there).MeetAsync(parsed.GetRequiredValue(id), parsed.GetValue(name), stop);
                await TellAsync(screen, there, meeting, parsed.GetRequiredValue(address));
            });
        }

        Command Grant()
        {
            var id = new Argument<string>("ID") { Description = "The address of a case in the library." };
            var who = new Argument<string>("WHO") { Description = "Who, as they are named where they sign in." };
            var role = new Argument<string>("ROLE") { Description = "owner, leader, member, reader or none." };
            return Verb(new Command("grant", "Give somebody who signs in a role for a case, or take it.") { id, who, role }, async (screen, parsed, there, stop) =>
            {
                (string of, string given) = (parsed.GetRequiredValue(id), parsed.GetRequiredValue(role));
                CaseRole? known = given == "none" ? null : Enum.TryParse(given, ignoreCase: true, out CaseRole r) && Enum.IsDefined(r) ? r
                    : throw new InputException("ROLE", null, new Phrase("cluster.no-role", given), new Phrase("cluster.no-role.remedy"));
                if (await new CaseLibrary(there).FindAsync(of, stop) is null) throw new InputException("ID", null, new Phrase("cluster.no-case", of), new Phrase("cluster.no-case.remedy"));
                await new CaseRights(there).SetAsync(of, parsed.GetRequiredValue(who), known, stop);
                screen.Line(screen.Texts.Say("cluster.granted", parsed.GetRequiredValue(who), given, of));
            });
        }

        Command Verb(Command verb, Func<Screen, ParseResult, ClusterDatabase, CancellationToken, Task> work)
        {
            verb.SetAction(async (parsed, stop) =>
            {
                Screen screen = Screen.Of(common, parsed, output, error);
                await using ClusterDatabase there = ClusterDatabase.Of(parsed.GetRequiredValue(database));
                await there.GuardAsync(() => work(screen, parsed, there, stop));
                return ExitCode.Ok;
            });
            return verb;
        }
    }

    /// <summary>Writes the links to a meeting.</summary>
    public static async Task TellAsync(Screen screen, ClusterDatabase database, CaseLibrary.Meeting meeting, string address)
    {
        Doorkeeper door = await Doorkeeper.OpenAsync(new PostgresLog(database.Source, meeting.Id), isShared: true, TimeProvider.System);
        string at = $"{address.TrimEnd('/')}/m/{meeting.Id}/";
        screen.Line(screen.Texts.Say("web.serve.presenter", $"{at}#{door.PresenterCode}"));
        screen.Line(screen.Texts.Say("web.serve.participants", $"{at}#{door.ParticipantCode}"));
    }
}
