using NavGeo.Data.Sweeps;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;
using NavGeo.Reports.Tables;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>The ranking of a sweep on the screen.</summary>
internal static class SweepView
{
    public static void Show(SweepRanking ranking, SweepHeader header, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        screen.Line(texts.Say("sweep.title." + header.Over.Name, ranking.Structure));
        bool isPairs = header.Over == SweepOver.PairsOfOffices;
        string[] numbers = ["cut-off", "delayed", "longer", "hours", "worst"];
        Table table = new Table { Border = TableBorder.Simple }.AddColumn(new TableColumn("").RightAligned()).AddColumn(Title("what"));
        if (isPairs) table.AddColumn(Title("kept"));
        table.AddColumn(Title("municipality"));
        foreach (string number in numbers) table.AddColumn(new TableColumn(Title(number)).RightAligned());
        foreach ((int index, RankedRow row) in ranking.Rows.Index())
        {
            string what = row.Text("title") ?? "";
            if (row.Text("road") is { } road && !what.StartsWith(road, StringComparison.Ordinal)) what = $"{road} {what}";
            if (row.More > 0) what += " " + texts.Say(isPairs ? "sweep.more-neighbours" : "sweep.more", row.More);
            table.AddRow(
                [
                    texts.Whole(index + 1), Markup.Escape(what), .. isPairs ? [Markup.Escape(row.Text("kept") ?? "")] : (string[])[],
                    Markup.Escape(row.Text("municipality") ?? ""), texts.Whole(row.Whole("cut_off")), texts.Whole(row.Whole("delayed_over_30_min")), texts.Whole(row.Whole("longer")),
                    row.Decimal("person_hours_one_way").ToString("N1", texts.Culture), row.Decimal("worst_min").ToString("N1", texts.Culture),
                ]);
        }
        screen.Table(table);
        screen.Line(texts.Say("sweep.nobody", ranking.HittingNobody));
        screen.Line(texts.Say("sweep.note"));

        string Title(string column) => Markup.Escape(texts.Say("sweep.column." + column));
    }
}
