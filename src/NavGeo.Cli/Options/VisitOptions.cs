using System.CommandLine;
using System.CommandLine.Parsing;
using NavGeo.Cli.Views;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;

namespace NavGeo.Cli.Options;

/// <summary>What a visit without a car asks for, the same on every verb that has a case: timetables, dates, hours and the stay.</summary>
internal sealed class VisitOptions
{
    private readonly TransitOptions transit = new();
    private readonly Option<string?> walkRoads = new("--walk-roads") { Description = "Without a car: roads people walk along, a file of any form in docs/roads.md. Otherwise they walk straight lines." };
    private readonly Option<string?> dates = new("--dates") { Description = "Without a car: a date, yyyy-mm-dd, or all from one to another; Saturdays and Sundays are left out." };
    private readonly Option<string> open = new("--open") { Description = "Without a car: opening hours of every open site of which the case says none.", DefaultValueFactory = _ => "09:00-15:00" };
    private readonly Option<double> stay = new("--stay") { Description = "Without a car: minutes one needs there while it is open.", DefaultValueFactory = _ => 45 };

    /// <summary>Adds the options to the verb.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="isNeeded">Whether its other options already ask for it; otherwise timetables ask for it, and need dates.</param>
    public void AddTo(Command verb, Predicate<CommandResult>? isNeeded = null)
    {
        transit.AddTo(verb);
        foreach (Option option in (Option[])[walkRoads, dates, open, stay]) verb.Options.Add(option);
        verb.Validators.Add(result =>
        {
            bool hasTimetable = result.GetResult(transit.Timetable) is not null;
            if (isNeeded?.Invoke(result) == true && !hasTimetable) result.AddError(Help.UsageText.Mistake("usage.needed", transit.Timetable.Name));
            else if (hasTimetable && result.GetResult(dates) is null) result.AddError(Help.UsageText.Mistake("usage.needed", dates.Name));
        });
    }

    /// <summary>The opening hours as the user wrote them.</summary>
    public string HoursText(ParseResult parsed) => parsed.GetValue(open)!;

    /// <summary>What is measured with the timetables the user gave, which edits can change, and with visits without a car by them.</summary>
    /// <param name="screen">Where progress is told.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="measure">Publishes a case that has these timetables; null where none were given.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">Something cannot be used.</exception>
    public Publication Publish(Screen screen, ParseResult parsed, Func<TransitNetwork?, Publication> measure, CancellationToken cancellation = default)
    {
        (TransitNetwork Network, VisitQuestion Question)? asked = Find(screen, parsed, cancellation);
        Publication publication = measure(asked?.Network);
        return asked is { } by ? publication.With(by.Question.Of(publication.Case, cancellation)) : publication;
    }

    /// <summary>What the user asks of those without a car, and what they travel with; null where no timetable was given.</summary>
    public (TransitNetwork Network, VisitQuestion Question)? Find(Screen screen, ParseResult parsed, CancellationToken cancellation) =>
        (parsed.GetValue(transit.Timetable) ?? []).Length == 0 ? null : Ask(screen, parsed, cancellation);

    private (TransitNetwork Network, VisitQuestion Question) Ask(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        IReadOnlyList<DateOnly> days = TransitOptions.Dates(dates.Name, parsed.GetValue(dates) ?? "");
        (int opens, int closes) = TransitOptions.Window(open.Name, parsed.GetValue(open)!);
        double minutes = parsed.GetValue(stay);
        if (!(minutes is >= 0 and <= 1440)) throw new InputException(stay.Name, null, new Phrase("cli.bad-value", minutes), new Phrase("cli.between.remedy", 0, 1440));
        TransitNetwork network = transit.Open(screen, parsed, parsed.GetValue(walkRoads), walkRoads.Name, cancellation);
        DateOnly[] weekdays = [.. VisitStudy.WeekdaysOf(days)];
        if (weekdays.Length == 0) throw new InputException(dates.Name, null, new Phrase("cli.visit.no-weekday"), new Phrase("cli.dates.remedy"));
        if (!weekdays.Any(network.Timetable.Dates.Contains)) screen.Notice("cli.transit.no-service", parsed.GetValue(dates)!);
        return (network, new VisitQuestion(weekdays, new VisitHours(opens, closes, (int)Math.Round(minutes * 60)), transit.Changes(parsed)));
    }
}
