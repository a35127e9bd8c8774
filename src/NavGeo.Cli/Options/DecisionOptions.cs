using System.CommandLine;
using System.Globalization;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Staff;

namespace NavGeo.Cli.Options;

/// <summary>What a comparison is asked for beyond travel times, and the rates it uses.</summary>
internal sealed class DecisionOptions
{
    private readonly AccessOption access = new();
    private readonly Option<decimal?> contacts = new("--contacts") { Description = "Visits per inhabitant and year; 0.46 otherwise, an estimate." };
    private readonly Option<bool> robustness = new("--robustness") { Description = "Close ferries, passes and roads in turn." };
    private readonly Option<bool> staff = new("--staff") { Description = "What counsellors and leaders drive." };
    private readonly Option<double?> hoursPerFte = new("--hours-per-fte") { Description = "Working hours in an årsverk; 1695 otherwise." };
    private readonly Option<double?> kronerPerHour = new("--kroner-per-hour") { Description = "Cost of an hour of travel; 450 otherwise." };
    private readonly Option<double?> kronerPerKilometre = new("--kroner-per-km") { Description = "Cost of a kilometre; 4.10 otherwise." };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        access.AddTo(verb);
        foreach (Option option in (Option[])[contacts, robustness, staff, hoursPerFte, kronerPerHour, kronerPerKilometre])
            verb.Options.Add(option);
    }

    /// <summary>Which sites people may go to.</summary>
    public AccessRule Rule(ParseResult parsed) => access.Rule(parsed);

    /// <summary>How often people visit an office; null where the case or the default says it.</summary>
    public ContactRate? Contacts(ParseResult parsed) => parsed.GetValue(contacts) switch
    {
        null => null,
        < 0 => throw Wrong("--contacts", Written(parsed.GetValue(contacts)), "cli.negative"),
        { } visits => ContactRate.Given(visits),
    };

    /// <summary>Whether closures were asked for.</summary>
    public bool WantsRobustness(ParseResult parsed) => parsed.GetValue(robustness);

    /// <summary>The rates of staff travel; null where that was not asked for.</summary>
    public StaffSettings? Staff(ParseResult parsed)
    {
        if (!parsed.GetValue(staff)) return null;
        var settings = new StaffSettings();
        return settings with
        {
            HoursPerFte = Positive(parsed, hoursPerFte) ?? settings.HoursPerFte,
            KronerPerHour = Positive(parsed, kronerPerHour) ?? settings.KronerPerHour,
            KronerPerKilometre = Positive(parsed, kronerPerKilometre) ?? settings.KronerPerKilometre,
        };
    }

    private static double? Positive(ParseResult parsed, Option<double?> option) => parsed.GetValue(option) switch
    {
        null => null,
        > 0 and < 1e9 and { } value => value,
        { } value => throw Wrong(option.Name, Written(value), "cli.negative"),
    };

    private static string Written(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static InputException Wrong(string option, string text, string key) =>
        new(option, null, new Phrase(key + ".unknown", text), new Phrase(key + ".remedy"));
}
