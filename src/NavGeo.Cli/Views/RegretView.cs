using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>The structures in other futures, on the screen.</summary>
internal static class RegretView
{
    /// <summary>A table for each criterion, then what is regretted in words.</summary>
    public static void Show(RegretResult result, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        screen.Line(texts.Say("futures.note", result.Futures.Count));
        foreach (RegretMeasure measure in result.Measures)
        {
            screen.Line();
            screen.Line(texts.Say("futures.table", RegretSentences.TitleOf(measure.Criterion)));
            Table table = new Table { Border = TableBorder.Simple }.AddColumn(texts.Say("futures.future"));
            foreach (string head in (string[])[texts.Say("futures.people-head"), .. result.Choices.Select(c => c.Name)])
                table.AddColumn(new TableColumn(Markup.Escape(head)).RightAligned());
            for (int future = 0; future < result.Futures.Count; future++)
            {
                table.AddRow([
                    Markup.Escape(result.Futures[future].Name.In(texts.Language)), texts.Whole(result.People[future]),
                    .. result.Choices.Select((_, c) => Markup.Escape(Cell(measure, future, c, texts))),
                ]);
            }
            table.AddRow([Markup.Escape(texts.Say("futures.greatest")), "", .. result.Choices.Select((_, c) => Told(measure, measure.Most(c).Regret, texts))]);
            screen.Table(table);
            foreach (Phrase sentence in RegretSentences.Of(result, measure.Criterion, texts.Language)) screen.Line(texts.Say(sentence));
        }
    }

    private static string Cell(RegretMeasure measure, int future, int choice, Phrasebook texts)
    {
        double value = measure.Values[future][choice];
        if (!double.IsFinite(value)) return "–";
        double regret = measure.Regret(future, choice);
        return regret <= 1e-9 ? Told(measure, value, texts) : texts.Say("futures.regretted", Told(measure, value, texts), Told(measure, regret, texts));
    }

    private static string Told(RegretMeasure measure, double value, Phrasebook texts) => texts.Decimals(value, RegretSentences.DecimalsOf(measure.Criterion));
}
