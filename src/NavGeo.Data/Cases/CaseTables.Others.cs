using System.Collections.Immutable;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>The tables that a case may have besides, each as a form of its own: rows of fields, by the columns of its sheet.</summary>
public sealed partial record CaseTables
{
    /// <summary>The tables with a form, in the order of the page: people who work there, money, whom they meet, risk, and what else a case may bring.</summary>
    private static readonly string[] Shown =
    [
        "staff.csv", "costs.csv", "leaders.csv", "cost_keys.csv", "base_allocation.csv", "partners.csv", "rounds.csv", "contacts.csv", "risk.csv",
        "risk_votes.csv", "risk_inputs.csv", "risk_mapping.csv", "assumptions.csv", "closures.csv", "gathering.csv", "centrality.csv", "trips.csv",
    ];

    /// <summary>Bytes of those that the folder has, by their names.</summary>
    public ImmutableSortedDictionary<string, byte[]> Others { get; init; } = ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, byte[]> Files => Others.SetItem(SiteTable.Name, Sites).SetItem(StructureTable.Name, Structures);

    /// <summary>The forms of all tables that may be there, with the rows of those that are.</summary>
    /// <param name="language">Of the headings.</param>
    public IReadOnlyList<TableForm> Forms(UserLanguage language) => [.. Shown.Select(name => FormOf(SheetOf(name), language))];

    /// <summary>The tables with the rows of one form; empty rows are left out. A new table is written as the case writes its others.</summary>
    /// <param name="table">Its name without the ending.</param>
    /// <param name="rows">Fields in the order of the form.</param>
    /// <exception cref="InputException">There is no form of that name, or a row has another number of fields.</exception>
    public CaseTables With(string table, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (!Shown.Contains(table + ".csv")) throw new InputException(table, null, new Phrase("start.no-table", table), new Phrase("start.no-table.remedy"));
        CaseSheet sheet = SheetOf(table + ".csv");
        DelimitedTable? before = Others.TryGetValue(sheet.File, out byte[]? bytes) ? Parsed(bytes, sheet.File) : null;
        string[] fields = FieldsOf(sheet, before);
        if (rows.FirstOrDefault(r => r.Count != fields.Length) is { } odd)
            throw new InputException(sheet.File, null, new Phrase("start.odd-row", odd.Count, fields.Length), new Phrase("start.no-table.remedy"));
        IReadOnlyList<string>[] filled = [.. rows.Where(r => r.Any(f => !string.IsNullOrWhiteSpace(f)))];
        int had = before?.Columns.Count ?? 0;
        int[] written = [.. Enumerable.Range(0, fields.Length).Where(i => i < had || had == 0 || filled.Any(r => !string.IsNullOrWhiteSpace(r[i])))];
        var writer = new DelimitedWriter(DressOf(before ?? Parsed(Structures, StructureTable.Name)), [.. written.Select(i => i < had ? before!.Columns[i] : fields[i])]);
        foreach (IReadOnlyList<string> row in filled)
        {
            foreach (int i in written) writer.Text(row[i].Trim());
            writer.EndRow();
        }
        return this with { Others = Others.SetItem(sheet.File, writer.ToBytes()) };
    }

    private ImmutableSortedDictionary<string, byte[]> Renamed(CaseForm form, string baseline)
    {
        Dictionary<(string Structure, string Was), string> names = form.Structures
            .SelectMany(s => s.Offices.Where(o => o.Was is not null && o.Was != o.Name).Select(o => (s.Id, o)))
            .ToDictionary(o => (o.Id, o.o.Was!), o => o.o.Name);
        ImmutableSortedDictionary<string, byte[]> tables = Others;
        if (names.Count == 0) return tables;
        foreach ((string file, byte[] bytes) in Others)
        {
            DelimitedTable table = Parsed(bytes, file);
            if (!table.Has("office") || !table.Rows.Any(r => NameOf(r) != r["office"])) continue;
            var writer = new DelimitedWriter(DressOf(table), table.Columns);
            foreach (DelimitedRow row in table.Rows)
            {
                foreach (string column in table.Columns) writer.Text(column.Equals("office", StringComparison.OrdinalIgnoreCase) ? NameOf(row) : row[column]);
                writer.EndRow();
            }
            tables = tables.SetItem(file, writer.ToBytes());
        }
        return tables;

        string NameOf(DelimitedRow row) => names.GetValueOrDefault((row["structure"] is { Length: > 0 } structure ? structure : baseline, row["office"]), row["office"]);
    }

    private TableForm FormOf(CaseSheet sheet, UserLanguage language)
    {
        DelimitedTable? table = Others.TryGetValue(sheet.File, out byte[]? bytes) ? Parsed(bytes, sheet.File) : null;
        string[] fields = FieldsOf(sheet, table);
        int had = table?.Columns.Count ?? 0;
        return new TableForm(
            sheet.Stem, CaseSheets.TitleOf(sheet.File, language), [.. fields.Select(f => FieldOf(sheet, f, language))],
            [.. (table?.Rows ?? []).Select(row => (IReadOnlyList<string>)[.. fields.Select((f, i) => i < had ? Shaped(sheet, f, row.At(i)) : "")])]);
    }

    /// <summary>The columns of the file, by the names that the sheet has for them, then those of the sheet that the file lacks.</summary>
    private static string[] FieldsOf(CaseSheet sheet, DelimitedTable? table)
    {
        string[] there = [.. (table?.Columns ?? []).Select(c => CaseSheets.ColumnOf(sheet, c) ?? c)];
        return [.. there, .. sheet.Columns.Where(c => !there.Contains(c, StringComparer.OrdinalIgnoreCase))];
    }

    private TableField FieldOf(CaseSheet sheet, string column, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        string note = "workbook.note.column." + column;
        bool isKnown = sheet.Columns.Contains(column);
        return new TableField(
            column, isKnown ? book.Say("workbook.column." + column) : column, book.Keys.Contains(note) ? book.Say(note) : null,
            isKnown ? CaseSheets.KindOf(sheet, column) : FieldKind.Text, CaseSheets.IsList(column), isKnown ? ChoicesOf(sheet, column, book) : []);
    }

    private FieldChoice[] ChoicesOf(CaseSheet sheet, string column, Phrasebook book)
    {
        if (CaseSheets.KindOf(sheet, column) == FieldKind.Flag) return [new("true", book.Say("columns.yes")), new("false", book.Say("columns.no"))];
        if (WordsOf(sheet.File, column) is { Count: > 0 } words) return [.. words.Select(w => new FieldChoice(w, FieldWords.TitleOf(w, book)))];
        if (CaseSheets.PickedFrom(sheet, column) is not { } from || !Files.TryGetValue(from.File, out byte[]? bytes)) return [];
        DelimitedTable table = Parsed(bytes, from.File);
        return [.. table.Rows.Select(r => (Value: r[from.Column], Name: from.Column == "site" ? r["name"] : "")).Where(c => c.Value.Length > 0).DistinctBy(c => c.Value)
            .Select(c => new FieldChoice(c.Value, c.Name.Length == 0 ? c.Value : c.Name))];
    }

    /// <summary>The words that a column takes, as its reader has them; none where anything may be written.</summary>
    private static IReadOnlyCollection<string> WordsOf(string file, string column) => (file, column) switch
    {
        ("gathering.csv", "staff") => FigureTables.StaffWords,
        ("risk.csv", "computable") => RiskTables.BasisWords,
        ("risk_mapping.csv" or "risk_inputs.csv", "measure") => RiskTables.MeasureWords,
        ("partners.csv", "kind") => PartnerTable.KindWords,
        ("assumptions.csv", "setting") => Assumptions.Names,
        _ => [],
    };

    /// <summary>Yes and no are written in many ways, and picked from two.</summary>
    private static string Shaped(CaseSheet sheet, string column, string text) =>
        sheet.Columns.Contains(column) && CaseSheets.KindOf(sheet, column) == FieldKind.Flag && FlagText.TryRead(text, out bool flag) ? flag ? "true" : "false" : text;

    private FormRow? OtherRow(string name, int line, Finding finding)
    {
        if (!Others.TryGetValue(name, out byte[]? bytes)) return null;
        DelimitedTable table = Parsed(bytes, name);
        int index = table.Rows.ToList().FindIndex(r => r.Line == line);
        CaseSheet sheet = SheetOf(name);
        return index < 0 ? null : new FormRow(
            Table: sheet.Stem, Index: index, Field: finding.Problem.Values.OfType<string>().FirstOrDefault(v => sheet.Columns.Contains(v, StringComparer.OrdinalIgnoreCase)));
    }

    private static CaseSheet SheetOf(string file) => CaseSheets.All.First(s => s.File == file);

    private static ImmutableSortedDictionary<string, byte[]> OthersIn(string folder) => Shown.Where(name => File.Exists(PathIn(folder, name)))
        .ToImmutableSortedDictionary(name => name, name => new InputFile(PathIn(folder, name)).Bytes, StringComparer.Ordinal);

    private static string PathIn(string folder, string name) => Path.Combine(folder, name);

    private bool Holds(KeyValuePair<string, byte[]> file) => Files.TryGetValue(file.Key, out byte[]? bytes) && bytes.AsSpan().SequenceEqual(file.Value);

    private void Put(string folder, CaseTables before)
    {
        foreach ((string name, byte[] bytes) in Files.Where(f => !before.Holds(f))) AtomicFile.Write(PathIn(folder, name), stream => stream.Write(bytes));
        foreach (string name in before.Files.Keys.Except(Files.Keys)) File.Delete(PathIn(folder, name));
    }
}

/// <summary>A table as a form.</summary>
/// <param name="Table">Its name without the ending.</param>
/// <param name="Title">As users see it.</param>
/// <param name="Fields">The columns.</param>
/// <param name="Rows">Fields in that order; none where the case does not have the table.</param>
public sealed record TableForm(string Table, string Title, IReadOnlyList<TableField> Fields, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A column of a form.</summary>
/// <param name="Name">As findings call it.</param>
/// <param name="Title">As users see it.</param>
/// <param name="Note">What is meant; null where the title says it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsList">Whether it may hold several values between <c>|</c>.</param>
/// <param name="Choices">What it is picked from; empty where it is written.</param>
public sealed record TableField(string Name, string Title, string? Note, FieldKind Kind, bool IsList, IReadOnlyList<FieldChoice> Choices);

/// <summary>A value that can be picked.</summary>
/// <param name="Value">As the table has it.</param>
/// <param name="Label">As users see it.</param>
public sealed record FieldChoice(string Value, string Label);
