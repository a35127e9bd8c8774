using System.CommandLine;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Options;

/// <summary><c>--least-people</c>: who what is written is for.</summary>
/// <param name="usual">The audience where nothing is said.</param>
internal sealed class LeastPeopleOption(Audience usual)
{
    private readonly Option<int> least = new("--least-people")
    {
        Description = "Where fewer people than this live at a place, none or so many are told and the difference at a larger place near by; 0 tells all as counted.",
        DefaultValueFactory = _ => usual.LeastPeople,
    };

    /// <summary>Adds the option to a verb.</summary>
    public void AddTo(Command verb) => verb.Options.Add(least);

    /// <summary>The audience asked for.</summary>
    /// <exception cref="InputException">The number is below 0.</exception>
    public Audience In(ParseResult parsed) => parsed.GetValue(least) is >= 0 and int people
        ? new Audience(people)
        : throw new InputException(least.Name, null, new Phrase("export.least", parsed.GetValue(least)), new Phrase("export.least.remedy"));
}
