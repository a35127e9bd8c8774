using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Data.Input;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Codes;

namespace NavGeo.Cli;

/// <summary>What <c>--codes</c> says: a table of changed numbers, or two years between which NavGeo's own table is taken.</summary>
internal static partial class ChangedCodes
{
    /// <summary>What to say of the option.</summary>
    public const string Description = "Changed municipality numbers up to the later year: a table (changes.csv), or two years, 2018-2020, for NavGeo's own.";

    /// <summary>Reads the table; of the user's own all of it is taken.</summary>
    /// <exception cref="InputException">The file is missing or has errors.</exception>
    public static CodeMapping Of(string given, InputFiles files, Findings findings)
    {
        if (YearsPattern().Match(given) is not { Success: true } years) return CodeChangeTable.Read(files.At(given), findings).Whole();
        return CodeChangeTable.General.Between(
            int.Parse(years.Groups["from"].Value, CultureInfo.InvariantCulture), int.Parse(years.Groups["to"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^(?<from>[12][0-9]{3})-(?<to>[12][0-9]{3})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearsPattern();
}
