using System.CommandLine;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Options;

/// <summary><c>--least-people</c>: below which number people are not told in what is published.</summary>
internal sealed class LeastPeopleOption
{
    private readonly Option<int> least = new("--least-people")
    {
        Description = "Fewer people than this, in a place or a count, are written without the number; 0 writes all.",
        DefaultValueFactory = _ => SmallNumbers.UsualLeast,
    };

    /// <summary>Adds the option to a verb.</summary>
    public void AddTo(Command verb) => verb.Options.Add(least);

    /// <summary>The number asked for.</summary>
    /// <exception cref="InputException">It is below 0.</exception>
    public int In(ParseResult parsed) => parsed.GetValue(least) is >= 0 and int people
        ? people
        : throw new InputException(least.Name, null, new Phrase("export.least", parsed.GetValue(least)), new Phrase("export.least.remedy"));
}
