using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Robustness;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>Which closures hit most people, on the screen.</summary>
internal static class RobustnessView
{
    /// <summary>So many closures of a structure are shown; files have more.</summary>
    private const int MostShown = 10;

    /// <summary>Shows the structures below each other.</summary>
    public static void Show(IReadOnlyList<KeyValuePair<ComparedStructure, RobustnessRanking>> rankings, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        if (rankings.Count == 0) return;
        PlanningCase planningCase = rankings[0].Key.Case;
        screen.Line();
        foreach ((ComparedStructure compared, RobustnessRanking ranking) in rankings)
        {
            screen.Line(texts.Say("cli.robustness.title", compared.Access.Structure.Id, RobustnessStudy.DelayMinutes));
            if (ranking.Effects.Count == 0)
            {
                screen.Line("  " + texts.Say("cli.robustness.none"));
            }
            else
            {
                Table table = new Table { Border = TableBorder.Simple }.AddColumn(texts.Say("cli.robustness.closed"));
                foreach (Phrase column in RobustnessStudy.ColumnsOf(planningCase)) table.AddColumn(new TableColumn(Markup.Escape(texts.Say(column))).RightAligned());
                foreach (ClosureEffect effect in ranking.Effects.Take(MostShown))
                {
                    string title = string.Join(' ', RobustnessStudy.TitleOf(effect, planningCase).Select(texts.Say));
                    table.AddRow(Markup.Escape(title), texts.Whole(effect.CutOff), texts.Whole(effect.Delayed), texts.Whole(effect.Longer));
                }
                screen.Table(table);
            }
            if (ranking.Untried > 0) screen.Line("  " + texts.Say("cli.robustness.untried", ranking.Untried, ranking.MostUntried));
        }
        foreach (Phrase note in RobustnessStudy.NotesOf(planningCase)) screen.Line(texts.Say(note));
    }
}
