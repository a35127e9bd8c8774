using System.CommandLine;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Options;

/// <summary><c>--access</c>: which sites people may go to, the same on every verb that measures a case.</summary>
internal sealed class AccessOption
{
    private readonly Option<string?> access = new("--access")
    {
        Description = "nearest, own-office, opening-days, today:ti (mo ti on to fr), appointment (meeting rooms too) or video.",
    };

    /// <summary>Adds the option to a verb.</summary>
    public void AddTo(Command verb) => verb.Options.Add(access);

    /// <summary>The rule asked for; the nearest open site otherwise.</summary>
    public AccessRule Rule(ParseResult parsed)
    {
        if (parsed.GetValue(access) is not { } text) return AccessRule.Nearest;
        return AccessRule.TryParse(text, out AccessRule? rule)
            ? rule
            : throw new InputException(access.Name, null, new Phrase("cli.access.unknown", text), new Phrase("cli.access.remedy"));
    }
}
