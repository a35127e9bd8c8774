using System.Text;
using NavGeo.Data.Input;
using NavGeo.Data.Norway;
using NavGeo.Data.Regions;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Population;

/// <summary>Times between municipalities are means over people at places: what else is given as people is told what is wanted.</summary>
public sealed class PeopleOfTimesTests
{
    [Theory]
    [InlineData("", "geo.grid.empty", "population grid")]
    [InlineData("kommunenummer,population\n0301,717710\n", "people.no-place", "ru250m")]
    [InlineData("kommune;folk\n0301;717710\n", "people.no-place", "ru250m")]
    public void File_that_does_not_say_where_people_live_is_told_to_be_a_grid(string content, string problem, string remedy)
    {
        var files = new MarketFiles
        {
            Municipalities = NorwayBase.Boundaries(NorwayBase.CodeYear)!,
            Population = new InputFile("folk.csv", Encoding.UTF8.GetBytes(content)),
        };
        Finding told = Assert.Throws<InputException>(() => files.ReadPeople(new Findings())).Findings.Single();
        Assert.Equal(problem, told.Problem.Key);
        Assert.Contains(remedy, told.RemedyIn(UserLanguage.English), StringComparison.Ordinal);
    }
}
