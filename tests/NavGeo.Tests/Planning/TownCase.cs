using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning;

/// <summary>
/// A case in an <see cref="AsciiTown"/>: people, sites and structures at its letters. Municipalities are written as one
/// letter too: <c>"1:AB 2:CD"</c>.
/// </summary>
internal static class TownCase
{
    /// <param name="town">Where a step is a minute.</param>
    /// <param name="municipalities">"1:AB 2:CD": which letters lie in which municipality.</param>
    /// <param name="people">"A100 B20".</param>
    /// <param name="sites">Letters with a site; its id is the letter.</param>
    /// <param name="structures">The first is the baseline.</param>
    public static PlanningCase Of(
        AsciiTown town, string municipalities, string people, string sites, params IReadOnlyList<Structure> structures)
    {
        (string Number, string Letters)[] groups = [.. municipalities.Split(' ').Select(m => (Number(m[0]), m[2..]))];
        (char Letter, int Count)[] homes = [.. people.Split(' ').Select(p => (p[0], int.Parse(p[1..], null)))];
        return new PlanningCase
        {
            Id = "town",
            Name = new Names("Town"),
            Language = UserLanguage.English,
            Date = "2018-01-01",
            CodeYear = 2018,
            Municipalities = [.. groups.Select(g => new Municipality(g.Number, "M" + g.Number[^1], 100, default))],
            Sites = [.. sites.Select(s => new ServiceSite(s.ToString(), "NAV " + s, groups.First(g => g.Letters.Contains(s)).Number, default))],
            SitePoints = [.. sites.Select(town.Place)],
            Structures = structures,
            Baseline = structures[0].Id,
            Demand = new Demand(
                [.. homes.Select(h => h.Letter.ToString())],
                [.. homes.Select(h => h.Letter.ToString())],
                [.. homes.Select(h => h.Count)],
                [.. homes.Select(h => town.Place(h.Letter))],
                [.. homes.Select(h => Array.FindIndex(groups, g => g.Letters.Contains(h.Letter)))],
                0),
            Roads = town.Graph,
            Profile = AsciiTown.Profile,
            Sources = [new SourceReference("Written for a test", "CC0", "2018-01-01")],
        };
    }

    /// <summary>One office for "12" with sites "AC"; several offices by more pairs.</summary>
    public static Structure Structure(string id, params IReadOnlyList<(string Municipalities, string Sites)> offices) => new(
        id, new Names(id),
        [.. offices.Select((o, i) => new Office($"Office {i + 1}", null, [.. o.Municipalities.Select(Number)], [.. o.Sites.Select(s => s.ToString())]))]);

    /// <summary>The structure with other opening days in its first office.</summary>
    public static Structure Open(this Structure structure, params IReadOnlyList<double> days) =>
        new(structure.Id, structure.Name, [structure.Offices[0] with { OpenDays = days }, .. structure.Offices.Skip(1)]);

    /// <summary>Minutes of each place in the demand's order; null without access.</summary>
    public static double?[] Minutes(this StructureAccess access) =>
    [
        .. access.Assignment.Milliseconds.ToArray().Select(ms => ms == TravelTime.UnreachableMilliseconds ? (double?)null : ms / 60_000.0),
    ];

    private static string Number(char letter) => "000" + letter;
}
