using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>Who gains and who loses on the screen: a table and the sentences for each structure that changes anything.</summary>
internal static class LedgerView
{
    /// <summary>Shows the ledgers of all structures but the baseline.</summary>
    public static void Show(Comparison comparison, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        var labels = new PlaceLabels(comparison.Study.Case);
        foreach (ComparedStructure compared in comparison.Structures.Skip(1))
        {
            screen.Line(texts.Say("cli.ledger.title", compared.Access.Structure.Id, compared.Access.Structure.Name.In(screen.Language)));
            foreach (Phrase sentence in ChangeSentences.Of(compared.Ledger)) screen.Line("  " + texts.Say(sentence));
            if (compared.Ledger.Total.IsTouched) screen.Table(Table(compared.Ledger, labels, texts));
            screen.Line();
        }
        ShowReach(comparison, screen);
        string contacts = comparison.Contacts.IsEstimate ? "decisions.contacts-estimated" : "decisions.contacts-given";
        screen.Line(texts.Say("cli.ledger.hours", new Phrase(contacts, (double)comparison.Contacts.VisitsPerInhabitantYear)));
    }

    private static Table Table(ChangeLedger ledger, PlaceLabels labels, Phrasebook texts)
    {
        Table table = new Table { Border = TableBorder.Simple }.AddColumn(texts.Say("cli.ledger.municipality"));
        bool isAnyWithout = ledger.Total.Change.StillWithout > 0;
        Column(texts.Say("cli.ledger.unchanged"));
        if (isAnyWithout) Column(texts.Say("indicator.still_without_access"));
        for (int c = 0; c < ChangeScale.Steps; c++) Column(texts.Say("cli.ledger.longer", ChangeScale.RangeOf(c)));
        foreach (string key in (string[])["cli.ledger.shorter", "cli.ledger.lost", "cli.ledger.fewer-days", "cli.ledger.hours-year"]) Column(texts.Say(key));
        table.AddColumn(texts.Say("cli.ledger.worst"));
        foreach (LedgerRow row in ledger.ByLoss) Add(row, ledger.Case.Municipalities[row.Municipality].Name);
        Add(ledger.Total, texts.Say("cli.ledger.all"));
        return table;

        void Column(string title) => table.AddColumn(new TableColumn(Markup.Escape(title)).RightAligned());

        void Add(LedgerRow row, string name)
        {
            string worst = row.WorstOff == LedgerRow.NoPlace ? texts.Say("cli.none") : texts.Say(labels.OfPlace(row.WorstOff).Called) + " " + Time(ledger, row.WorstOff, texts);
            table.AddRow(
            [
                Markup.Escape(name), texts.Whole(row.Change.Unchanged), .. isAnyWithout ? (string[])[texts.Whole(row.Change.StillWithout)] : [], .. row.Longer.Select(texts.Whole),
                texts.Whole(row.Change.Gain), texts.Whole(row.Change.LoseAccess), texts.Whole(row.FewerDays.People), texts.Whole((long)Math.Round(row.HoursNet)),
                Markup.Escape(worst),
            ]);
        }
    }

    private static string Time(ChangeLedger ledger, int place, Phrasebook texts) => ledger.Place(place).After is { IsReachable: true } after
        ? texts.Decimals(after.Minutes, 1)
        : texts.Say("cli.ledger.no-way");

    private static void ShowReach(Comparison comparison, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        foreach (ComparedStructure compared in comparison.Structures)
        {
            IReadOnlyDictionary<LinkReach, long> people = compared.Reach.People;
            if (people[LinkReach.OnlyByFerry] + people[LinkReach.OnlyByPassengerBoat] + people[LinkReach.WithoutLink] == 0) continue;
            screen.Line(texts.Say(
                "cli.ledger.reach", compared.Access.Structure.Id, people[LinkReach.OnlyByFerry], people[LinkReach.OnlyByPassengerBoat],
                people[LinkReach.WithoutLink]));
        }
    }
}
