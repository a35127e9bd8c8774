using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Pages;

/// <summary>Employees' own ways to work.</summary>
public sealed partial class CaseSections
{
    /// <summary>How many get another place of work, and how many get far, by car.</summary>
    public void AddCommutes()
    {
        if (planningCase.Figures.StaffHomes.Count == 0) return;
        AddCommutes(CommuteStudy.ByCar(comparison.Study), "commutes.by-car");
    }

    /// <summary>The same by whatever a study went by.</summary>
    /// <param name="study">The ways.</param>
    /// <param name="heading">Its phrase.</param>
    public void AddCommutes(CommuteStudy study, string heading)
    {
        page.Subheading(heading);
        Phrase today = comparison.Yardstick.In;
        page.PlainOnce(page.Say("commutes.note", today));
        Audience audience = publication.Audience;
        if (audience.LeastPeople > 1) page.PlainOnce(page.Say("commutes.rounded", audience.LeastPeople));
        StructureCommutes[] all = [.. Structures.Select(study.Of)];
        StructureCommutes[] moving = [.. all.Where(c => audience.Told(c.Moved) is null or > 0 && c.Moved > 0)];
        if (moving.Length > 0) page.Points(moving.Select(c => page.Say("commutes.sentence", c.Structure.Id, Told(c.Moved), Told(c.MovedThen.Over[0]), Told(c.MovedThen.Over[1]), Told(c.MovedToday.Over[0]), Told(c.MovedToday.Over[1]), today)));
        page.Table(
            [
                page.Say("money.structure"), page.Say("commutes.employees"), page.Say("commutes.moved"), page.Say("commutes.over-60", today), page.Say("commutes.over-90", today),
                page.Say("commutes.without-way", today), page.Say("commutes.mean", today),
            ],
            all.Select(c => (string[])
            [
                c.Structure.Id, Told(c.Employees), Told(c.Moved), Change(c.Today.Over[0], c.Then.Over[0]), Change(c.Today.Over[1], c.Then.Over[1]), Change(c.Today.WithoutWay, c.Then.WithoutWay),
                audience.Told(c.Employees) is null or 0 ? PageWriter.None : page.Say("commutes.change", page.Number((decimal?)c.Today.MeanMinutes, 0), page.Number((decimal?)c.Then.MeanMinutes, 0)),
            ]));

        string Change(int before, int then) => page.Say("commutes.change", Told(before), Told(then));

        string Told(int count) => CommuteTexts.Told(audience, count, page.Texts);
    }
}
