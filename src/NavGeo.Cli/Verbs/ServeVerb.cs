using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;
using NavGeo.Web;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo serve [DIR]</c>: the live map session that a meeting sits around.</summary>
internal static class ServeVerb
{
    private const int UsualPort = 5080;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string?>("DIR") { Description = "The case folder, workbook or package; the embedded Hallingdal case otherwise.", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int>("--port") { Description = "The port to listen on; 0 takes a free one.", DefaultValueFactory = _ => UsualPort };
        var share = new Option<bool>("--share") { Description = "Let others on the local network in, by link and code." };
        var session = new Option<string?>("--session") { Description = "The folder the meeting is kept in; DIR/session otherwise." };
        var background = new Option<string?>("--background") { Description = "kartverket: let the page offer Kartverket's map beneath, which browsers then fetch from the internet." };
        background.AcceptOnlyFromAmong("kartverket");
        var begin = new Option<string?>("--begin") { Description = "What becomes of a meeting that is kept there: resume, new (it is put aside) or practise (nothing is written); asked on the page otherwise." };
        begin.AcceptOnlyFromAmong("resume", "new", "practise");
        var verb = new Command("serve", "Open the live map session of a case.") { folder, port, share, session, background, begin };
        var least = new LeastPeopleOption(Audience.Public);
        least.AddTo(verb);
        var visits = new VisitOptions();
        visits.AddTo(verb);
        var cluster = new ServeCluster();
        cluster.AddTo(verb);
        verb.SetAction(async (parsed, cancellation) =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string? given = parsed.GetValue(folder);
            if (cluster.IsAsked(parsed))
            {
                await cluster.RunAsync(screen, parsed, given, parsed.GetValue(port), parsed.GetValue(share), cancellation);
                return ExitCode.Ok;
            }
            Workspace work = RoadReading.Case(screen, given ?? EmbeddedCases.Folder("hallingdal"), cancellation);
            PlanningCase planningCase = work.Case;
            (TransitNetwork Network, VisitQuestion Question)? withoutCar = visits.Find(screen, parsed, cancellation);
            screen.Progress("cli.measuring", planningCase.Demand.Count, planningCase.Sites.Count);
            string sessionFolder = parsed.GetValue(session) ?? SessionFolder(given is null ? null : work, planningCase);
            // Who keeps the meeting in a folder of their own saves into the case when they say so.
            bool takesObjections = given is not null && parsed.GetValue(session) is null;
            await using WebApplication app = await MeetingHost.BuildAsync(MeetingOptions.Of(work, sessionFolder, given is not null) with
            {
                Case = planningCase with { Transit = withoutCar?.Network },
                Visits = withoutCar?.Question,
                WritesAtOnce = takesObjections,
                Start = parsed.GetValue(begin) is { } how ? Enum.Parse<MeetingStart>(how, ignoreCase: true) : MeetingStart.Ask,
                Audience = least.In(parsed),
                Port = parsed.GetValue(port),
                IsShared = parsed.GetValue(share),
                HasBackgroundMap = parsed.GetValue(background) is not null,
            });
            await Start(app, parsed.GetValue(port), cancellation);
            Tell(screen, app, sessionFolder);
            await app.WaitForShutdownAsync(cancellation);
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary>Starts a host.</summary>
    /// <exception cref="InputException">Somebody else listens on the port.</exception>
    public static async Task Start(WebApplication app, int port, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new InputException(
                "--port", null, new Phrase("web.serve.port-taken", port.ToString(CultureInfo.InvariantCulture)), new Phrase("web.serve.port-taken.remedy"));
        }
    }

    private static void Tell(Screen screen, WebApplication app, string sessionFolder)
    {
        var door = app.Services.GetRequiredService<Doorkeeper>();
        int port = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)).Port;
        screen.Line(screen.Texts.Say("web.serve.address", Invariant($"http://127.0.0.1:{port}/")));
        if (door.IsShared)
        {
            screen.Line(screen.Texts.Say("web.serve.presenter", Invariant($"http://127.0.0.1:{port}/#{door.PresenterCode}")));
            foreach (string link in SharedLinks.Of(port, door.ParticipantCode!)) screen.Line(screen.Texts.Say("web.serve.participants", link));
        }
        screen.Line(screen.Texts.Say("web.serve.kept", Path.GetFullPath(sessionFolder)));
        if (!PageFiles.Embedded.IsBuilt) screen.Line(screen.Texts.Say("web.serve.no-page"));
        screen.Line(screen.Texts.Say("web.serve.stop"));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>The meeting lives in the case; that of the embedded case among the user's own data.</summary>
    private static string SessionFolder(Workspace? given, PlanningCase planningCase) => given is not null
        ? given.MeetingFolder
        : Path.Combine(EmbeddedCases.DataFolder, planningCase.Id);
}
