using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;

namespace NavGeo.Planning.Edits;

/// <summary>Takes out every trip that leaves a stop at a minute.</summary>
/// <param name="Stop">Its name or id.</param>
/// <param name="Minute">Of the service day, from midnight; past 24 hours on the day after.</param>
public sealed record TakeOutDeparture(string Stop, int Minute) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("edits.takeOutDeparture", Stop, TimetableWords.Clock(Minute));

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft) => TimetableWords.Change(draft, Stop, Minute, null);
}

/// <summary>Moves every trip that leaves a stop at a minute, with all its times.</summary>
/// <param name="Stop">Its name or id.</param>
/// <param name="Minute">Of the service day, from midnight; past 24 hours on the day after.</param>
/// <param name="Later">By so many minutes, earlier where negative; a day at most.</param>
public sealed record MoveDeparture(string Stop, int Minute, int Later) : Edit
{
    private const int MostMinutes = 1440;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => Later < 0
        ? new("edits.moveDeparture-earlier", Stop, TimetableWords.Clock(Minute), -Later)
        : new("edits.moveDeparture", Stop, TimetableWords.Clock(Minute), Later);

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        if (Later == 0 || Math.Abs(Later) > MostMinutes) throw EditFault.Of("edits.wrong.later", MostMinutes);
        TimetableWords.Change(draft, Stop, Minute, Later * 60);
    }
}

/// <summary>Gives a site other opening hours in a structure, on the days it is open.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Site">Id of the site.</param>
/// <param name="Opens">Minutes from midnight.</param>
/// <param name="Closes">The same, later.</param>
public sealed record SetSiteHours(string Structure, string Site, int Opens, int Closes) : Edit
{
    private const int Midnight = 1440;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new("edits.setSiteHours", EditWords.OfSite(original, Site), TimetableWords.Clock(Opens), TimetableWords.Clock(Closes), Structure);

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        if (Opens < 0 || Closes <= Opens || Closes > Midnight) throw EditFault.Of("edits.wrong.hours", TimetableWords.Clock(Opens), TimetableWords.Clock(Closes));
        Structure structure = draft.Structure(Structure);
        string id = draft.Sites[draft.SiteIndex(Site)].Id;
        if (structure.WeekdaysOf(id) == Weekdays.None) throw EditFault.Of("edits.wrong.closed", EditWords.OfSite(draft.Original, id), structure.Id);
        draft.Hours[(structure.Id, id)] = (Opens * 60, Closes * 60);
    }
}

/// <summary>How edits of timetables are done, and how their times are written.</summary>
internal static class TimetableWords
{
    private const int MostTold = 30;

    /// <summary>A time of day as sentences write it.</summary>
    /// <param name="minute">From midnight.</param>
    public static string Clock(int minute) => DayClock.Text(minute * 60).Replace(':', '.');

    /// <summary>Moves a departure of the draft's timetable by so many seconds, or takes it out.</summary>
    /// <exception cref="InputException">There is no timetable, or no such departure.</exception>
    public static void Change(EditDraft draft, string stop, int minute, int? seconds)
    {
        if (!draft.IsOfCase) throw EditFault.Of("edits.wrong.noCase");
        TransitNetwork network = draft.Transit ?? throw EditFault.Of("edits.wrong.noTimetable");
        try
        {
            draft.Transit = draft.Memory.Moved(network, new MovedDeparture(stop.Trim(), minute * 60, seconds));
        }
        catch (UnknownDepartureException unknown) when (unknown.Others.Count == 0)
        {
            throw EditFault.Of("edits.wrong.noStop", stop);
        }
        catch (UnknownDepartureException unknown)
        {
            throw EditFault.Of("edits.wrong.noDeparture", stop, Clock(minute), string.Join(", ", unknown.Others.Take(MostTold).Select(s => Clock(s / 60))));
        }
        catch (ArgumentException)
        {
            throw EditFault.Of("edits.wrong.noDeparture", stop, Clock(minute), "–");
        }
    }
}
