using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Staff;
using NavGeo.Reports.Pages;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>Employees' ways to work, on the screen.</summary>
internal static class CommuteView
{
    /// <summary>A row a structure: today and then.</summary>
    /// <param name="publication">The structures, and who reads it.</param>
    /// <param name="study">The ways.</param>
    /// <param name="heading">What one travels by, as a phrase.</param>
    /// <param name="screen">Where.</param>
    public static void Show(Publication publication, CommuteStudy study, string heading, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        Phrase held = publication.Comparison.Yardstick.In;
        screen.Line();
        screen.Line(texts.Say(heading));
        Table table = new Table { Border = TableBorder.Simple }.AddColumn(texts.Say("money.structure"));
        foreach (string key in (string[])["employees", "moved", "over-60", "over-90", "without-way", "mean"])
            table.AddColumn(new TableColumn(Markup.Escape(texts.Say("commutes." + key, held))).RightAligned());
        foreach (StructureCommutes c in publication.Comparison.Structures.Select(s => study.Of(s.Structure)))
        {
            table.AddRow(
                Markup.Escape(c.Structure.Id), Told(c.Employees), Told(c.Moved), Change(c.Today.Over[0], c.Then.Over[0]), Change(c.Today.Over[1], c.Then.Over[1]),
                Change(c.Today.WithoutWay, c.Then.WithoutWay),
                c.Today.MeanMinutes is { } today && c.Then.MeanMinutes is { } then ? texts.Say("commutes.change", texts.Decimals(today, 0), texts.Decimals(then, 0)) : "–");
            if (c.OfUnknownEmployer > 0) screen.Notice("commutes.unknown-employer", c.Structure.Id, Told(c.OfUnknownEmployer));
        }
        screen.Table(table);
        screen.Line(texts.Say("commutes.note", held));

        string Change(int today, int then) => texts.Say("commutes.change", Told(today), Told(then));

        string Told(int count) => CommuteTexts.Told(publication.Audience, count, texts);
    }
}
