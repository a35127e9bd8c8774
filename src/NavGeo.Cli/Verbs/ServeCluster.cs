using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NavGeo.Cli.Views;
using NavGeo.Cluster;
using NavGeo.Cluster.Database;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo serve [DIR] --cluster "Host=…"</c>: one process of a cluster that holds many meetings.</summary>
internal sealed class ServeCluster
{
    private const int UsualSiloPort = 11111;

    private readonly Option<string?> cluster = new("--cluster") { Description = "Be one process of a cluster on this database: Host=…;Database=…;Username=…." };
    private readonly Option<int> siloPort = new("--silo-port") { Description = "With --cluster: the port by which its processes reach each other; 0 takes a free one.", DefaultValueFactory = _ => UsualSiloPort };
    private readonly Option<string?> advertise = new("--advertise") { Description = "With --cluster: the address by which the other processes reach this one." };
    private readonly Option<string[]> hosts = new("--host-name") { Description = "With --cluster: a name by which pages are asked for, as navgeo.example; may be given several times." };
    private readonly Option<bool> proxy = new("--behind-proxy") { Description = "With --cluster: a proxy stands before it that says where requests come from." };
    private readonly Option<string?> telemetry = new("--telemetry") { Description = "With --cluster: an OpenTelemetry collector, as http://collector:4317." };
    private readonly Option<string?> signIn = new("--sign-in") { Description = "With --cluster: the OpenID Connect provider people sign in at." };
    private readonly Option<string> client = new("--client") { Description = "With --sign-in: what NavGeo is called there.", DefaultValueFactory = _ => "navgeo" };
    private readonly Option<string?> secret = new("--client-secret-file") { Description = "With --sign-in: a file with what NavGeo shows there." };
    private readonly Option<string> claim = new("--subject-claim") { Description = "With --sign-in: what of a person's token names them in the rights of cases.", DefaultValueFactory = _ => "email" };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (Option[])[cluster, siloPort, advertise, hosts, proxy, telemetry, signIn, client, secret, claim]) verb.Add(option);
    }

    /// <summary>Whether a cluster is asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(cluster) is not null;

    /// <summary>Runs the process until it is told to end; who follows meetings by it is sent elsewhere then.</summary>
    /// <param name="screen">Is told where it answers.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">A case to put into the library, with a meeting on it; none where null.</param>
    /// <param name="port">Of the pages.</param>
    /// <param name="isOpen">Whether others than this machine are served.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">The database cannot be used, or an option is none.</exception>
    public async Task RunAsync(Screen screen, ParseResult parsed, string? folder, int port, bool isOpen, CancellationToken cancellation)
    {
        await using WebApplication app = await ClusterHost.BuildAsync(Of(parsed, port, isOpen));
        CaseLibrary.Meeting? meeting = folder is null ? null : await MeetingOnAsync(screen, app.Services.GetRequiredService<CaseLibrary>(), folder, cancellation);
        await ServeVerb.Start(app, port, cancellation);
        string address = app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        screen.Line(screen.Texts.Say("cluster.serving", address + "/"));
        if (meeting is not null) await ClusterVerb.TellAsync(screen, app.Services.GetRequiredService<ClusterDatabase>(), meeting, address);
        screen.Line(screen.Texts.Say("web.serve.stop"));
        await app.WaitForShutdownAsync(cancellation);
    }

    private ClusterOptions Of(ParseResult parsed, int port, bool isOpen) => new()
    {
        Database = parsed.GetValue(cluster)!,
        Port = port,
        IsOpen = isOpen,
        SiloPort = parsed.GetValue(siloPort),
        Advertised = parsed.GetValue(advertise) is not { } given ? IPAddress.Loopback : IPAddress.TryParse(given, out IPAddress? address) ? address : throw NoAddress("--advertise", given),
        Names = parsed.GetValue(hosts) ?? [],
        IsBehindProxy = parsed.GetValue(proxy),
        Telemetry = parsed.GetValue(telemetry) is { } collector ? AddressOf("--telemetry", collector) : null,
        SignIn = parsed.GetValue(signIn) is not { } authority ? null : new SignInOptions(
            AddressOf("--sign-in", authority), parsed.GetValue(client)!, parsed.GetValue(secret) is { } file ? File.ReadAllText(file).Trim() : null, parsed.GetValue(claim)!),
    };

    /// <summary>The newest meeting on a case, or its first.</summary>
    private static async Task<CaseLibrary.Meeting> MeetingOnAsync(Screen screen, CaseLibrary library, string folder, CancellationToken cancellation)
    {
        var findings = new Findings();
        CaseLibrary.Item item = await library.PutAsync(folder, null, findings, cancellation);
        screen.Show(findings.All);
        return (await library.ReadMeetingsAsync(cancellation)).FirstOrDefault(m => m.Case == item.Id) ?? await library.MeetAsync(item.Id, null, cancellation);
    }

    private static Uri AddressOf(string option, string given) => Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : throw NoAddress(option, given);

    private static InputException NoAddress(string option, string given) => new(option, null, new Phrase("cluster.no-address", given), new Phrase("cluster.no-address.remedy"));
}
