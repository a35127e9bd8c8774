using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Pages;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>
/// The minutes of a meeting as a page: who was there, what was done when and by whom and what each step did, what was put to the
/// vote, and what was objected and answered.
/// </summary>
internal static class Minutes
{
    /// <summary>Of the meeting at a moment; every step is answered again where its answer is not kept.</summary>
    public static async Task<PageDocument> OfAsync(LiveSession session, MeetingView view, UserLanguage language, CancellationToken cancellation)
    {
        MeetingState state = view.State;
        var page = new PageWriter(language);
        page.Title(page.Say("web.minutes.title", session.Original.Name.In(language)));
        page.Paragraph("web.minutes.when", state.Log.Count == 0 ? PageWriter.None : Day(state.Log[0], page), state.Log.Count);
        page.Heading("web.minutes.here");
        page.Points(state.Log.Select(e => Author(e, page)).Distinct(StringComparer.Ordinal));
        page.Heading("web.minutes.done");
        page.Table(
            [page.Say("web.minutes.time"), page.Say("web.minutes.who"), page.Say("web.minutes.what"), page.Say("web.minutes.effect")],
            await StepsAsync(session, state, page, cancellation), 1, 2, 3);
        page.Heading("web.minutes.now");
        page.Points(Now(view, page));
        if (state.Ballots.Count > 0)
        {
            page.Heading("web.minutes.votes");
            page.Points(state.Ballots.Select(b => $"{b.Put.Text} {string.Join(", ", b.Put.Choices.Zip(b.Counts, (choice, count) => $"{choice}: {page.Whole(count)}"))}"));
        }
        if (state.Objections.Any())
        {
            page.Heading("web.minutes.objections");
            page.Points(state.Objections.Select(o => Objection(o, state, page)));
        }
        return page.Document;
    }

    private static async Task<List<IReadOnlyList<string>>> StepsAsync(LiveSession session, MeetingState whole, PageWriter page, CancellationToken cancellation)
    {
        var rows = new List<IReadOnlyList<string>>();
        MeetingState state = MeetingState.Empty;
        foreach (LogEntry entry in whole.Log)
        {
            MeetingState before = state;
            state = state.With(entry);
            if (entry.Event is VoteCast) continue;
            string effect = state.LastStep == entry ? Effect(await SinceAsync(session, before.Edits, state.Edits, cancellation), page) : "";
            rows.Add([Time(entry, page), Author(entry, page), LogSentence.Of(session.Original, whole, entry).In(page.Language), effect]);
        }
        return rows;
    }

    private static async Task<ComparedStructure> SinceAsync(
        LiveSession session, System.Collections.Immutable.ImmutableList<Edit> before, System.Collections.Immutable.ImmutableList<Edit> after, CancellationToken cancellation)
    {
        Situation earlier = await session.AnswerAsync(before, cancellation);
        return (await session.AnswerAsync(after, cancellation)).ShownSince(earlier);
    }

    private static string Effect(ComparedStructure since, PageWriter page)
    {
        AccessIndicators from = since.Change.Shared.From.Total, to = since.Change.Shared.To.Total;
        string head = string.Join(' ', ChangeSentences.Head(since.Ledger).Select(s => s.In(page.Language)));
        return since.Change.Total.PersonMilliseconds == 0 ? head
            : $"{head} {page.Say(MeanKey(since.Change), page.Number((decimal?)from.MeanMinutes, 1), page.Number((decimal?)to.MeanMinutes, 1))}";
    }

    /// <summary>As the page says it: of whom the means are, and nothing of a direction where both read the same.</summary>
    private static string MeanKey(StructureChange change) =>
        (Phrasebook.ReadsSame(change.Shared.From.Total.MeanMinutes, change.Shared.To.Total.MeanMinutes, 1) ? "web.ui.meanStays" : "web.ui.meanFromTo")
        + (change.Total.IsOfAccess ? ".shared" : "");

    private static IEnumerable<string> Now(MeetingView view, PageWriter page) =>
    [
        new ChooseStructure(view.Situation.Chosen.Structure.Id).Title(view.Situation.Original).In(page.Language),
        .. view.State.Edits.Where(e => e is not ChooseStructure).Select(e => e.Title(view.Situation.Original).In(page.Language)),
        .. ChangeSentences.Head(view.Situation.Ledger).Select(s => s.In(page.Language)),
    ];

    private static string Objection(LogEntry objection, MeetingState state, PageWriter page)
    {
        var pinned = (ObjectionPinned)objection.Event;
        string answer = state.Answers.TryGetValue(objection.Number, out LogEntry? given) ? " " + page.Say("web.ui.answered", ((ObjectionAnswered)given.Event).Text) : "";
        return $"{Author(objection, page)} ({pinned.Structure}): {pinned.Text}{answer}";
    }

    private static string Author(LogEntry entry, PageWriter page) => entry.Role == Role.Presenter ? $"{entry.Author} ({page.Say("web.ui.presenter")})" : entry.Author;

    private static string Day(LogEntry entry, PageWriter page) => entry.At.ToLocalTime().ToString("D", page.Texts.Culture);

    private static string Time(LogEntry entry, PageWriter page) => entry.At.ToLocalTime().ToString("t", page.Texts.Culture);
}
