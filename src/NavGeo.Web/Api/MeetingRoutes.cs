using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NavGeo.Data.Cases;
using NavGeo.Maps.Report;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>What people in a meeting do. Each answers with the meeting as it then stands.</summary>
internal static class MeetingRoutes
{
    private const int LongestName = 80;
    private const int LargestFile = 1024 * 1024;
    private const int LongestObjection = 2000;
    private const int MostChoices = 6;

    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        RouteGroupBuilder write = api.MapGroup("").RequireRateLimiting(LimitNames.Write)
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(AnswerResponse), ["application/json"]));
        write.MapPost("/objections", Object).WithName("object");
        write.MapPost("/proposals", Propose).WithName("propose");
        api.MapPost("/trials", Try).RequireRateLimiting(LimitNames.Write).WithName("try");
        api.MapPost("/view", (SharedView view, LiveSession session) =>
        {
            session.Show(view);
            return TypedResults.NoContent();
        }).RequireRateLimiting(LimitNames.Look).WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden).WithName("view");
        write.MapPost("/objections/{number:long}/answer", (long number, TextRequest request, HttpContext http, LiveSession session) =>
            Take(http, session, new ObjectionAnswered(number, Text(request.Text, LongestObjection)))).WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden).WithName("answerObjection");
        write.MapPost("/objections/{number:long}/withdraw", (long number, HttpContext http, LiveSession session) =>
            Take(http, session, new ObjectionWithdrawn(number))).WithName("withdraw");
        write.MapPost("/questions", PutQuestion).WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden).WithName("question");
        write.MapPost("/questions/{number:long}/close", (long number, HttpContext http, LiveSession session) =>
            Take(http, session, new QuestionClosed(number))).WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden).WithName("closeQuestion");
        write.MapPost("/questions/{number:long}/vote", (long number, VoteRequest request, HttpContext http, LiveSession session) =>
            Take(http, session, new VoteCast(number, request.Choice))).WithName("vote");
        RouteGroupBuilder present = write.MapGroup("").WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden);
        RouteGroupBuilder step = present.MapGroup("").WithMetadata(new AlsoInOwn());
        step.MapPost("/edits", MakeEdit).WithName("edit");
        step.MapPost("/edits/{number:int}", Switch).WithName("switch");
        step.MapPost("/undo", (HttpContext http, LiveSession session) => Take(http, session, new EditUndone())).WithName("undo");
        step.MapPost("/redo", (HttpContext http, LiveSession session) => Take(http, session, new EditRedone())).WithName("redo");
        step.MapPost("/clear", (HttpContext http, LiveSession session) => Take(http, session, new EditsCleared())).WithName("clear");
        write.MapPost("/own", Own).WithName("own");
        write.MapPost("/own/send", Send).WithName("send");
        present.MapPost("/scenarios", Keep).WithName("keep");
        present.MapPost("/scenarios/open", Open).WithName("open");
        present.MapPost("/scenarios/rename", (RenameRequest request, HttpContext http, LiveSession session) =>
            Take(http, session, new ScenarioRenamed(request.Name, Text(request.To, LongestName)))).WithName("rename");
        present.MapPost("/scenarios/delete", (ScenarioRequest request, HttpContext http, LiveSession session) =>
            Take(http, session, new ScenarioDeleted(request.Name))).WithName("delete");
        present.MapPost("/scenarios/file", TakeIn).Accepts<ScenarioFile>("application/json").WithName("takeIn").WithMetadata(new RequestSizeLimitAttribute(LargestFile));
        present.MapPost("/proposals/{number:long}", Settle).WithName("settle");
        api.MapPost("/save", Save).RequireRateLimiting(LimitNames.Write).WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden).WithName("save");
        api.MapPost("/models", SaveModel).RequireRateLimiting(LimitNames.Write).WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden).WithName("saveModel");
    }

    /// <summary>A scenario by its name.</summary>
    internal sealed record ScenarioRequest(string Name);

    /// <summary>A scenario and the name it is to have.</summary>
    internal sealed record RenameRequest(string Name, string To);

    /// <summary>An objection to a structure.</summary>
    internal sealed record ObjectionRequest(string Structure, string Text);

    /// <summary>What somebody writes.</summary>
    internal sealed record TextRequest(string Text);

    /// <summary>A question and what may be answered.</summary>
    internal sealed record QuestionRequest(string Text, IReadOnlyList<string> Choices);

    /// <summary>Index of what is chosen.</summary>
    internal sealed record VoteRequest(int Choice);

    /// <summary>Whether one tries something by oneself.</summary>
    internal sealed record OwnRequest(bool IsOpen);

    /// <summary>What becomes of a proposal.</summary>
    internal sealed record SettleRequest(bool IsTaken);

    /// <summary>Whether one edit shall be in force.</summary>
    internal sealed record SwitchRequest(bool IsOn);

    private static Task<FileContentHttpResult> MakeEdit(Edit edit, HttpContext http, LiveSession session, MeetingGround ground)
    {
        ground.Check(edit);
        return Take(http, session, new EditMade(edit));
    }

    private static Task<FileContentHttpResult> Switch(int number, SwitchRequest request, HttpContext http, LiveSession session) =>
        Take(http, session, new EditSwitched(number, request.IsOn));

    private static Task<FileContentHttpResult> Keep(ScenarioRequest request, HttpContext http, LiveSession session) =>
        Take(http, session, new ScenarioKept(Text(request.Name, LongestName)));

    private static Task<FileContentHttpResult> Open(ScenarioRequest request, HttpContext http, LiveSession session) =>
        Take(http, session, new ScenarioOpened(request.Name));

    /// <summary>A scenario from a file: only of this very case, whose edits can all be made.</summary>
    private static async Task<FileContentHttpResult> TakeIn(HttpContext http, LiveSession session)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var file = ScenarioFile.Read(body.ToArray(), null);
        file.CheckFits(session.Original);
        return await Take(http, session, new ScenarioTakenIn(Text(file.Name, LongestName), [.. file.Edits]));
    }

    private static Task<FileContentHttpResult> Object(ObjectionRequest request, HttpContext http, LiveSession session)
    {
        if (session.Original.Structures.All(s => s.Id != request.Structure)) throw EditFault.Of("edits.wrong.structure", request.Structure);
        return Take(http, session, new ObjectionPinned(request.Structure, Text(request.Text, LongestObjection)));
    }

    private static Task<FileContentHttpResult> Propose(Edit edit, HttpContext http, LiveSession session, MeetingGround ground)
    {
        ground.Check(edit);
        return Take(http, session, new EditProposed(edit));
    }

    /// <summary>What an edit would do on top of those in force, before it is made.</summary>
    /// <param name="Title">What it is called.</param>
    /// <param name="Total">Everybody, against the state as it is.</param>
    /// <param name="Sentences">What it means, in short.</param>
    internal sealed record TrialResponse(string Title, LedgerLine Total, IReadOnlyList<string> Sentences);

    private static async Task<Ok<TrialResponse>> Try(Edit edit, HttpContext http, LiveSession session, MeetingGround ground)
    {
        ground.Check(edit);
        MeetingView view = InsideFilter.ViewOf(http);
        ComparedStructure shown = (await session.TryAsync(view, edit, http.RequestAborted)).ShownSince(view.Situation);
        UserLanguage language = Problems.LanguageOf(http);
        return TypedResults.Ok(new TrialResponse(
            edit.Title(session.Original).In(language), LedgerLine.Whole(shown.Change), [.. ChangeSentences.Head(shown.Ledger).Select(s => s.In(language))]));
    }

    private static Task<FileContentHttpResult> Settle(long number, SettleRequest request, HttpContext http, LiveSession session) =>
        Take(http, session, new ProposalSettled(number, request.IsTaken));

    private static Task<FileContentHttpResult> PutQuestion(QuestionRequest request, HttpContext http, LiveSession session)
    {
        if (request.Choices.Count is < 2 or > MostChoices) throw EditFault.Of("web.wrong.choices", MostChoices);
        return Take(http, session, new QuestionPut(Text(request.Text, LongestObjection), [.. request.Choices.Select(c => Text(c, LongestName))]));
    }

    /// <summary>Begins a meeting of one's own, or goes back to that of all.</summary>
    private static FileContentHttpResult Own(OwnRequest request, HttpContext http, LiveSession session, Sandboxes own, AnswerTexts texts)
    {
        if (request.IsOpen) return texts.To(http, own.Open(InsideFilter.KeyOf(http)));
        own.Close(InsideFilter.KeyOf(http));
        return texts.To(http, session.Current);
    }

    /// <summary>Proposes to the room what one has tried by oneself; who leads makes it.</summary>
    private static async Task<FileContentHttpResult> Send(HttpContext http, LiveSession session, Sandboxes own, AnswerTexts texts)
    {
        Participant participant = InsideFilter.ParticipantOf(http);
        foreach (Edit edit in own.NewIn(InsideFilter.KeyOf(http)))
            await session.TakeAsync(participant, participant.Role == Role.Presenter ? new EditMade(edit) : new EditProposed(edit), http.RequestAborted);
        own.Close(InsideFilter.KeyOf(http));
        session.Tell();
        return texts.To(http, session.Current);
    }

    private static async Task<FileContentHttpResult> Take(HttpContext http, LiveSession session, MeetingEvent happened)
    {
        if (InsideFilter.IsOwn(http))
        {
            Sandboxes own = http.RequestServices.GetRequiredService<Sandboxes>();
            MeetingView tried = await own.TakeAsync(InsideFilter.KeyOf(http), InsideFilter.ParticipantOf(http), happened, http.RequestAborted);
            return http.RequestServices.GetRequiredService<AnswerTexts>().To(http, tried);
        }
        MeetingView view = await session.TakeAsync(InsideFilter.ParticipantOf(http), happened, http.RequestAborted, InsideFilter.MarkOf(http));
        http.Response.OnCompleted(() =>
        {
            session.Tell();
            return Task.CompletedTask;
        });
        return http.RequestServices.GetRequiredService<AnswerTexts>().To(http, view);
    }

    /// <summary>What was written into the case.</summary>
    /// <param name="Files">Where it lies now.</param>
    internal sealed record SaveResponse(IReadOnlyList<string> Files);

    /// <summary>Writes what the case shall keep of the meeting into it: the objections, which its report takes up.</summary>
    private static Ok<SaveResponse> Save(LiveSession session, MeetingOptions options)
    {
        if (options.CaseFolder is not { } folder) throw EditFault.Of("web.wrong.noFolder");
        ObjectionFile.Write(folder, session.Current.State);
        return TypedResults.Ok(new SaveResponse([Path.Combine(folder, ObjectionTable.Name)]));
    }

    /// <summary>What the edited model shall be called.</summary>
    internal sealed record ModelRequest(string Name);

    /// <summary>An edited model that was saved into the case.</summary>
    /// <param name="Id">Of the new structure: F, or the next letter that is free.</param>
    internal sealed record ModelResponse(string Id);

    /// <summary>Saves the model that is shown, as the meeting has edited it, as another structure of the case: its offices, sites and days.</summary>
    private static Ok<ModelResponse> SaveModel(ModelRequest request, LiveSession session, MeetingOptions options)
    {
        if (options.CaseFolder is not { } folder || !Directory.Exists(folder)) throw EditFault.Of("web.wrong.noFolder");
        Situation situation = session.Current.Situation;
        Structure edited = situation.Chosen.Structure;
        if (!situation.IsEdited(edited)) throw EditFault.Of("web.wrong.notEdited", edited.Id);
        // As the case lies there now: another model may have been saved into it since the meeting read it.
        CaseCheck now = CaseCheck.Of(folder);
        if (now.Case is not { } found) throw new InputException([.. now.Findings.Where(f => f.Severity == Severity.Error)]);
        CaseTables before = CaseTables.Of(folder);
        CaseForm form = CaseForm.Of(found);
        string id = FreeId([.. form.Structures.Select(s => s.Id)]);
        var model = new FormStructure(
            id, Text(request.Name, LongestName), [.. edited.Offices.Select(o => new FormOffice(o.Name, o.Host, o.Municipalities, o.Sites, o.OpenDays))], edited.Id);
        before.With(form with { Structures = [.. form.Structures, model] }, found.Baseline).Write(folder);
        return TypedResults.Ok(new ModelResponse(id));
    }

    /// <summary>F, or the next letter that no structure has.</summary>
    private static string FreeId(HashSet<string> taken) =>
        Enumerable.Range('F', 'Z' - 'F' + 1).Concat(Enumerable.Range('A', 'F' - 'A')).Select(letter => ((char)letter).ToString()).FirstOrDefault(id => !taken.Contains(id)) ?? throw EditFault.Of("web.wrong.noLetter");

    private static string Text(string given, int longest)
    {
        string text = WrittenText.Clean(given, isOneLine: longest < LongestObjection);
        if (text.Length == 0 || text.Length > longest) throw EditFault.Of("web.wrong.text", longest);
        return text;
    }
}
