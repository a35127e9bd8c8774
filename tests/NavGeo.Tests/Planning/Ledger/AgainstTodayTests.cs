using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Tables;
using NavGeo.Data.Formats.Tables;
using NavGeo.Web.Situations;

namespace NavGeo.Tests.Planning.Ledger;

/// <summary>"Today" is today's structure on today's roads, whatever is tried; what is held against something else says against what.</summary>
public sealed class AgainstTodayTests
{
    private static readonly PlanningCase Case = EmbeddedCase.Hallingdal;
    private static readonly AccessStudy Start = AccessStudy.Of(Case);
    private static readonly StructureAccess Today = Start.Access(Case.GetStructure(Case.Baseline));
    private static readonly Edit Closure = new CloseStretch("rv 7", "gol", "al");

    [Fact]
    public void Today_is_the_baseline_before_any_edit_whoever_asks()
    {
        foreach (Edit edit in (Edit[])[Closure, new SetWinter(true), new SetSiteDays(Case.Baseline, "gol", 0)])
        {
            Comparison comparison = Compared(edit);
            Assert.Equal(Today.Assignment.Milliseconds.ToArray(), comparison.Today.Assignment.Milliseconds.ToArray());
            Assert.Equal(Today.Total.PersonMilliseconds, Publication.Of(comparison, Audience.Internal).Comparison.Today.Total.PersonMilliseconds);
            Assert.NotEqual(Today.Total.PersonMilliseconds, comparison.Structures[0].Access.Total.PersonMilliseconds);
        }
    }

    [Fact]
    public void Baseline_under_edits_is_called_today_only_where_they_leave_it_as_it_is()
    {
        Assert.Equal(YardstickKind.Today, Compared().Yardstick.Kind);
        Assert.Equal(YardstickKind.Today, Compared(new SetSiteDays("E", "fla", 0), new ChooseStructure("E")).Yardstick.Kind);
        Assert.Equal(YardstickKind.OnChangedRoads, Compared(Closure).Yardstick.Kind);
        Assert.Equal(YardstickKind.OnChangedRoads, Compared(new SetWinter(true)).Yardstick.Kind);
        Assert.Equal(YardstickKind.Changed, Compared(new SetSiteDays(Case.Baseline, "gol", 0), Closure).Yardstick.Kind);
        Assert.Equal(YardstickKind.Changed, Compared(new MoveSite("gol", 8.95, 60.71)).Yardstick.Kind);
        Assert.Equal("i dag", Compared().Yardstick.Name.In(UserLanguage.Bokmaal));
        Assert.Equal("modell A på de endrede veiene", Compared(Closure).Yardstick.Name.In(UserLanguage.Bokmaal));
        Assert.Equal("i modell A med endringene", Compared(new SetSiteDays("A", "gol", 0)).Yardstick.In.In(UserLanguage.Bokmaal));
    }

    [Fact]
    public void Table_against_today_has_the_counts_a_meeting_shows_and_the_others_say_what_they_are_held_against()
    {
        var situation = Situation.Of(Start, Today, [Closure]);
        ResultTable[] tables = [.. ComparisonTables.Of(Publication.Of(Compared(Closure), Audience.Internal), UserLanguage.Bokmaal)];
        ResultTable today = tables.Single(t => t.Name == "against_today");
        Assert.Equal(Case.Structures.Count, today.Rows.Count);
        foreach (IReadOnlyList<ResultTable.Cell> row in today.Rows)
        {
            AccessChange shown = situation.Against(situation.Find(row[0].Text)!).Total;
            Assert.Equal([shown.Lose, shown.LoseAccess, shown.Gain, shown.GainAccess], ((string[])["lose", "lose_access", "gain", "gain_access"]).Select(c => (long)row[today.Columns.ToList().IndexOf(c)].Number!));
        }
        foreach (string name in (string[])["indicators", "municipalities", "ledger", "ledger_places", "sentences"])
        {
            ResultTable table = tables.Single(t => t.Name == name);
            Assert.Equal("held_against", table.Columns[^1]);
            Assert.All(table.Rows, r => Assert.Equal("modell A på de endrede veiene", r[^1].Text));
        }
        Assert.DoesNotContain(ComparisonTables.Of(Publication.Of(Compared(), Audience.Internal), UserLanguage.Bokmaal), t => t.Name == "against_today" || t.Columns.Contains("held_against"));
    }

    private static Comparison Compared(params IReadOnlyList<Edit> edits)
    {
        var draft = new EditDraft(Case);
        foreach (Edit edit in edits) draft.Add(edit);
        return Comparison.Of(draft.Measure(), []);
    }
}
