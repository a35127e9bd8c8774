using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NavGeo.Data.Cases;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;
using NavGeo.Web;
using NavGeo.Web.Safety;

namespace NavGeo.EndToEnd;

/// <summary>A meeting, of Hallingdal unless told otherwise, on a free port, kept in a folder of its own.</summary>
internal sealed class MeetingServer : IAsyncDisposable
{
    private readonly WorkFolder folder;
    private readonly WebApplication app;

    private MeetingServer(WorkFolder folder, WebApplication app)
    {
        this.folder = folder;
        this.app = app;
        Address = new Uri(app.Urls.Single().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }

    public Uri Address { get; }

    public Doorkeeper Door => app.Services.GetRequiredService<Doorkeeper>();

    public static async Task<MeetingServer> Start(bool isShared = false, bool hasBackgroundMap = false, string? caseFolder = null, Audience? audience = null, Func<PlanningCase, PlanningCase>? with = null, VisitQuestion? visits = null)
    {
        var folder = new WorkFolder();
        caseFolder ??= Path.Combine(AppContext.BaseDirectory, "data", "hallingdal");
        var work = Workspace.Open(caseFolder, new Findings());
        PlanningCase planningCase = with is null ? work.Case : with(work.Case);
        WebApplication app = await MeetingHost.BuildAsync(new MeetingOptions
        {
            Case = planningCase,
            Visits = visits,
            Audience = audience ?? Audience.Public,
            Background = () => work.GroundWithin(MapWindow.Of(planningCase).Extent),
            SessionFolder = folder.Of("session"),
            Port = 0,
            IsShared = isShared,
            HasBackgroundMap = hasBackgroundMap,
        });
        await app.StartAsync();
        return new MeetingServer(folder, app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }
}
