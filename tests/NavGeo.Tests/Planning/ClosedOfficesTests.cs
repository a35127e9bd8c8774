using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Planning;

public sealed class ClosedOfficesTests
{
    [Fact]
    public void Office_whose_last_site_is_closed_is_told_of_in_one_sentence()
    {
        PlanningCase read = EmbeddedCase.Hallingdal;
        Assert.Empty(ClosedOffices.Of(read, read.GetStructure("A")));
        var draft = new EditDraft(read);
        draft.Add(new SetSiteDays("A", "fla", 0));
        PlanningCase edited = draft.ToCase();
        Phrase told = Assert.Single(ClosedOffices.Of(edited, edited.GetStructure("A")));
        Assert.Equal("Modell A: Ingen av stedene til kontoret NAV Flå er åpne: NAV Flå.", told.In(UserLanguage.Bokmaal));
    }

    [Fact]
    public void Office_with_one_site_left_is_not()
    {
        var draft = new EditDraft(EmbeddedCase.Hallingdal);
        draft.Add(new SetSiteDays("E", "fla", 0));
        PlanningCase edited = draft.ToCase();
        Assert.Empty(ClosedOffices.Of(edited, edited.GetStructure("E")));
    }

    /// <summary>Nothing is said of the models that come with NavGeo.</summary>
    [Fact]
    public void Every_office_of_the_embedded_cases_has_an_open_site() => Assert.Empty(
        ((PlanningCase[])[EmbeddedCase.Hallingdal, EmbeddedCase.Lillehammer, EmbeddedCase.Nordland]).SelectMany(c => c.Structures.SelectMany(s => ClosedOffices.Of(c, s))).Select(p => p.ToString()));
}
