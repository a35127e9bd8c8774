using NavGeo.Data.Places;

namespace NavGeo.Tests.Data.Places;

public sealed class NorwegianNamesTests
{
    [Theory]
    [InlineData("Deatnu - Tana", "Tana – Deatnu")]
    [InlineData("Deatnu", "Tana – Deatnu")]
    [InlineData("Gáivuotna - Kåfjord - Kaivuono", "Kåfjord – Gáivuotna – Kaivuono")]
    [InlineData("Porsanger - Porsáŋgu - Porsanki", "Porsanger – Porsáŋgu – Porsanki")]
    [InlineData("Fauske - Fuossko", "Fauske – Fuossko")]
    [InlineData("Tana", "Tana")]
    [InlineData("Sør-Varanger", "Sør-Varanger")]
    public void Municipality_has_its_norwegian_name_first_and_the_others_after(string written, string name) =>
        Assert.Equal(name, NorwegianNames.OfMunicipality(written));

    [Fact]
    public void Place_has_its_norwegian_name_first_wherever_the_source_gives_it()
    {
        Assert.Equal(["Varangerbotn", "Vuonnabahta"], NorwegianNames.First(["Vuonnabahta", "Varangerbotn"]));
        Assert.Equal(["Alta", "Alattio", "Áltá"], NorwegianNames.First(["Alta", "Alattio", "Áltá"]));
        Assert.Equal("Herøy", NorwegianNames.Short("Herøy (Nordland)"));
        Assert.Equal("Hamarøy", NorwegianNames.Short("Hamarøy – Hábmer"));
    }
}
