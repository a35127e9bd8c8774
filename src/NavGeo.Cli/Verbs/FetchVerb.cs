using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Cli.Views;
using NavGeo.Data.Fetch;
using NavGeo.Planning.Language;
using Spectre.Console;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo fetch n1000 population -o CACHE</c>: downloads from the publishers into a folder that says where everything is from.</summary>
internal static class FetchVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var what = new Argument<string[]>("WHAT") { Description = "What to fetch; --list shows what there is.", Arity = ArgumentArity.ZeroOrMore };
        var list = new Option<bool>("--list") { Description = "Show what can be fetched, from whom, under which licence." };
        var cache = new Option<string?>("--output", "-o") { Description = "The cache folder." };
        var year = new Option<int?>("--year") { Description = "Of a table: the year; the last there is otherwise." };
        var refresh = new Option<bool>("--refresh") { Description = "Ask again for what is there, and fetch it if it is newer." };
        var address = new Option<string?>("--base") { Description = "Ask this address in place of the publishers' own: a mirror." };
        var sources = new Option<string?>("--sources") { Description = "Your own list of sources (.json)." };
        var silence = new Option<int>("--silence") { Description = "Seconds a server may say nothing.", DefaultValueFactory = _ => 60 };
        var verb = new Command("fetch", "Download published data into a cache folder.") { what, list, cache, year, refresh, address, sources, silence };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(list)) return;
            if (result.GetValue(what) is null or { Length: 0 }) result.AddError("fetch.usage.what");
            else if (result.GetValue(cache) is null) result.AddError("fetch.usage.where");
        });
        verb.SetAction(async (parsed, stop) =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            FetchSources known = parsed.GetValue(sources) is { } own ? FetchSources.Read(own) : FetchSources.General();
            if (parsed.GetValue(address) is { } other) known = known.At(other);
            if (parsed.GetValue(list))
            {
                Show(known, screen);
                return ExitCode.Ok;
            }
            FetchSource[] wanted = [.. parsed.GetRequiredValue(what).Select(known.Get)];
            using var client = new PacedClient(known.UserAgent, TimeProvider.System, TimeSpan.FromSeconds(Math.Max(1, parsed.GetValue(silence))))
            {
                Waiting = (why, wait) => screen.Progress("fetch.waiting", why, Math.Ceiling(wait.TotalSeconds)),
            };
            var line = new DownloadLine(error, screen.Texts, TimeProvider.System, !screen.IsQuiet && !screen.IsJson);
            var run = new FetchRun(parsed.GetValue(cache)!, client, TimeProvider.System, line.Show) { IsRefresh = parsed.GetValue(refresh) };
            return await FetchAsync(run, wanted, parsed.GetValue(year), screen, line, stop);
        });
        return verb;
    }

    private static async Task<int> FetchAsync(
        FetchRun run, FetchSource[] wanted, int? year, Screen screen, DownloadLine line, CancellationToken stop)
    {
        var files = new JsonArray();
        foreach (FetchSource source in wanted)
        {
            screen.Progress("fetch.asking", source.Title, source.Service.Publisher);
            FetchResult result;
            try
            {
                result = await run.RunAsync(source, year, stop);
            }
            catch (OperationCanceledException)
            {
                line.Clear();
                throw new InputException(source.Id, null, new Phrase("fetch.stopped"), new Phrase("fetch.stopped.remedy"));
            }
            finally
            {
                line.Clear();
            }
            foreach (CacheEntry file in result.Files)
            {
                files.Add(new JsonObject
                {
                    ["file"] = file.File,
                    ["source"] = file.Source,
                    ["bytes"] = file.Bytes,
                    ["sha256"] = file.Sha256,
                    ["fetched"] = file.Fetched,
                    ["new"] = result.IsNew,
                });
                if (!screen.IsJson)
                    screen.Line(screen.Texts.Say(result.IsNew ? "fetch.came" : "fetch.there", file.File, file.Bytes / 1e6, file.Licence, file.Fetched));
            }
        }
        if (screen.IsJson) screen.Line(files.ToJsonString(JsonText.Options));
        return ExitCode.Ok;
    }

    private static void Show(FetchSources known, Screen screen)
    {
        if (screen.IsJson)
        {
            screen.Line(new JsonArray([.. known.All.Select(s => (JsonNode)new JsonObject
            {
                ["id"] = s.Id,
                ["title"] = s.Title,
                ["licence"] = s.Licence,
                ["publisher"] = s.Service.Publisher,
                ["address"] = s.Service.Base,
            })]).ToJsonString(JsonText.Options));
            return;
        }
        var table = new Table().AddColumns(
            screen.Texts.Say("fetch.column.id"), screen.Texts.Say("fetch.column.title"), screen.Texts.Say("fetch.column.licence"), screen.Texts.Say("fetch.column.from"));
        foreach (FetchSource source in known.All)
            table.AddRow(Markup.Escape(source.Id), Markup.Escape(source.Title), Markup.Escape(source.Licence), Markup.Escape(source.Service.Base));
        screen.Table(table);
    }
}
