using System.Text.RegularExpressions;
using NavGeo.Data.Cases;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Robustness;

namespace NavGeo.Tests.Planning.Robustness;

/// <summary>What closures are called in the cases that come with NavGeo.</summary>
public sealed class ClosureTitleTests
{
    [Theory]
    [InlineData("hallingdal", "Rv 7 Gol–Torpo", "Rv 7 Geilo–Ustaoset")]
    [InlineData("lillehammer", "E 6 Lillehammer–Vingrom", "Fv 213 Fåberg–Lillehammer")]
    [InlineData("nordland", "Fv 17 ved Løding", "E 6 ved Ulsvåg")]
    public void Stretch_is_named_by_two_places_along_its_road_or_by_one_and_no_two_alike(string name, string one, string other)
    {
        PlanningCase planningCase = Workspace.Open(EmbeddedCase.Folder(name), new Findings()).Case;
        RobustnessStudy study = RobustnessStudy.Of(AccessStudy.Of(planningCase));
        string[][] titles = [.. planningCase.Structures.Select(s => study.Rank(s).Effects.Select(e => e.Title.In(UserLanguage.Bokmaal)).ToArray())];
        Assert.All(titles, list => Assert.Equal(list.Distinct(), list));
        string[] all = [.. titles.SelectMany(l => l).Distinct()];
        Assert.Contains(one, all);
        Assert.Contains(other, all);
        foreach (string title in all)
        {
            // A distance may tell two stretches of one name apart; it never stands for an end.
            Assert.DoesNotMatch(@"\d km [^,]*–|–\d+ km", title);
            if (Regex.Match(title, "^(?:E|Rv|Fv) \\d+ (.+)–([^,(]+)") is { Success: true } ends) Assert.NotEqual(ends.Groups[1].Value, ends.Groups[2].Value.Trim());
        }
    }
}
