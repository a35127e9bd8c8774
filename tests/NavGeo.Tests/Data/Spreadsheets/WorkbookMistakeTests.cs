using System.IO.Compression;
using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using Odd = NavGeo.Tests.Data.Spreadsheets.SheetsOnDisk.Odd;

namespace NavGeo.Tests.Data.Spreadsheets;

/// <summary>What happens to tables in a spreadsheet: where the meaning is plain the case is right, else the message tells cell and remedy.</summary>
public sealed class WorkbookMistakeTests
{
    [Fact]
    public void Case_under_plain_names_is_read()
    {
        using var sheets = new SheetsOnDisk();
        PlanningCase read = Sound(sheets);
        Assert.Equal(["0617", "0618", "0619"], read.Municipalities.Select(m => m.Number));
        Assert.Equal(11_703, read.Demand.TotalPeople);
        Assert.Equal("dalar.xlsx", read.Sources[^1].Title);
    }

    [Fact]
    public void Headings_of_three_languages_in_one_sheet_are_read()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Rename("sites.csv", " Tenestestader").Rename("municipalities.csv", "KOMMUNER");
        foreach ((int i, string heading) in (ReadOnlySpan<(int, string)>)[(1, "Tjenestested (site)"), (2, "NAMN "), (3, "Municipality number"), (4, "lon"), (5, "Breddegrad")])
            sheets.Set(" Tenestestader", 1, i, heading);
        Assert.Equal(3, Sound(sheets).Sites.Count);
    }

    [Fact]
    public void Lost_zero_is_put_back_with_a_note_of_sheet_and_number()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("municipalities.csv", 2, 1, 617d).Set("municipalities.csv", 3, 1, "618").Set("structures.csv", 3, 7, 619d).Set("sites.csv", 2, 3, 617d);
        Assert.Equal(["0617", "0618", "0619"], Sound(sheets).Municipalities.Select(m => m.Number));
        string told = sheets.Told();
        Assert.Contains("dalar.xlsx, sheet municipalities.csv: several municipality numbers in kommunenummer had lost the zero in front: 617 was read as 0617", told, StringComparison.Ordinal);
        Assert.Contains("dalar.xlsx, sheet sites.csv: one municipality number in kommunenummer", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_as_text_and_yes_in_any_form_are_read()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("municipalities.csv", 2, 3, "4 600").Set("municipalities.csv", 2, 4, "8,9461").Set("sites.csv", 2, 6, true).Set("sites.csv", 3, 6, "Ja").Set("sites.csv", 4, 6, "nei");
        PlanningCase read = Sound(sheets);
        Assert.Equal(4600, read.Municipalities[0].Population);
        Assert.Equal([true, true, false], read.Sites.Select(s => s.IsPositionEstimated));
    }

    [Fact]
    public void Title_above_the_headings_blank_rows_extra_columns_and_merged_names_are_read()
    {
        using var sheets = new SheetsOnDisk();
        sheets["sites.csv"] = [["Kontorer i regionen (utkast)"], [], .. sheets["sites.csv"], [], [null, " "]];
        sheets.Set("sites.csv", 4, 9, "ring Kari om denne").Set("sites.csv", 3, 8, "Merknad").Merge("sites.csv", "A1:F1");
        sheets["structures.csv"] = [.. sheets["structures.csv"].Take(2), [null, .. sheets["structures.csv"][2].Skip(1)], .. sheets["structures.csv"].Skip(3)];
        sheets.Merge("structures.csv", "A2:A3");
        PlanningCase read = Sound(sheets);
        Assert.Equal(3, read.Sites.Count);
        Assert.Equal(["A", "B"], read.Structures.Select(s => s.Id));
        Assert.Equal(2, read.Structures[0].Offices.Count);
        sheets.Set("sites.csv", 5, 4, "nord");
        Assert.Contains("dalar.xlsx, sheet sites.csv, row 5: lon 'nord' is not a number", sheets.Told(), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_speak_of_sheets_and_rows_and_never_of_files_and_lines()
    {
        using var sheets = new SheetsOnDisk();
        object first = sheets["sites.csv"][1][0]!;
        sheets.Set("structures.csv", 2, 8, "gøll");
        Assert.Contains("is not in the sheet Service sites", sheets.Told(), StringComparison.Ordinal);
        sheets.Set("sites.csv", 3, 1, first);
        Assert.Contains("row 3: site 'gol' stands at row 2 too", sheets.Told(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal, "legg arket Veier og arket Veisteder i arbeidsboken", "står også på rad 3")]
    [InlineData(UserLanguage.Nynorsk, "legg arket Vegar og arket Vegstader i arbeidsboka", "står òg på rad 3")]
    [InlineData(UserLanguage.English, "the sheet Roads and the sheet", "stands at row 3 too")]
    public void Of_a_workbook_is_told_in_its_own_words_in_every_language(UserLanguage language, string remedy, string twice)
    {
        var finding = new Finding(Severity.Error, "sak.xlsx!Sak", "3", new Phrase("case.duplicate", "site", "gol", 3), new Phrase("case.no-roads.remedy"));
        Assert.Contains(remedy, finding.RemedyIn(language), StringComparison.Ordinal);
        Assert.Contains(twice, finding.ProblemIn(language), StringComparison.Ordinal);
        // Of a folder they are told as before.
        Assert.Contains("roads.csv", (finding with { File = "sak/case.json" }).RemedyIn(language), StringComparison.Ordinal);
        foreach (string key in Phrasebook.For(language).Keys.Where(k => k.StartsWith("case.", StringComparison.Ordinal)))
        {
            string said = SheetWords.In(Phrasebook.For(language).Template(key), Phrasebook.For(language));
            Assert.DoesNotMatch(@"\b(case\.json|(municipalities|sites|structures|places|roads|demand|parts|staff)\.csv)", said);
        }
    }

    [Fact]
    public void Several_in_a_cell_may_stand_below_one_another_or_between_commas()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("structures.csv", 2, 7, "0617, 618").Set("structures.csv", 2, 8, "gol\nhemsedal");
        Assert.Equal(["gol", "hemsedal"], Sound(sheets).Structures[0].Offices[0].Sites);
    }

    [Fact]
    public void Days_are_read_where_days_are_asked_and_refused_where_numbers_are()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("Sak", 7, 2, new DateOnly(2018, 1, 1));
        Assert.Equal("2018-01-01", Sound(sheets).Date);
        sheets["contacts.csv"] = [["month", "site", "visits"], [new DateOnly(2017, 4, 1), "gol", 46d]];
        Assert.Equal("2017-04", Assert.Single(Sound(sheets).Figures.Contacts).Month);
        sheets.Set("roads.csv", 2, 4, new DateOnly(2026, 5, 31));
        Assert.Contains("dalar.xlsx, sheet roads.csv, cell D2: km is a date (2026-05-31), not a number", sheets.Told(), StringComparison.Ordinal);
    }

    [Fact]
    public void Per_cent_is_read_as_it_is_shown()
    {
        using var sheets = new SheetsOnDisk();
        sheets["cost_keys.csv"] = [["office", "state_pct", "municipal_pct"], ["NAV Ål", Odd.Percent(0.55), 45d]];
        Assert.Equal(55, Assert.Single(Sound(sheets).Figures.Keys).Key.StatePercent);
    }

    [Fact]
    public void Formulas_count_with_what_they_gave_and_errors_with_their_cell()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("municipalities.csv", 2, 3, Odd.Formula("4000+600", "4600"));
        Assert.Equal(4600, Sound(sheets).Municipalities[0].Population);
        sheets.Set("municipalities.csv", 3, 3, Odd.Error("#REF!")).Set("municipalities.csv", 4, 3, Odd.Formula("A1", null)).Set("municipalities.csv", 4, 9, Odd.Error("#N/A"));
        string told = sheets.Told();
        Assert.Contains("dalar.xlsx, sheet municipalities.csv, cell C3: the cell shows the error #REF!", told, StringComparison.Ordinal);
        Assert.Contains("dalar.xlsx, sheet municipalities.csv, cell C4: the cell has a formula that has not been computed", told, StringComparison.Ordinal);
        Assert.Equal(2, told.Split('\n').Length);
    }

    [Fact]
    public void Other_sheets_are_told_hidden_ones_read_and_doubled_ones_refused()
    {
        using var sheets = new SheetsOnDisk();
        sheets["Ark1"] = [["Husk møte på tirsdag"]];
        sheets["Ark2"] = [];
        sheets.Hide("staff.csv");
        Assert.Equal(3, Sound(sheets).Staffing.Count);
        string told = sheets.Told();
        Assert.Contains("dalar.xlsx, sheet Ark1: the sheet was not read", told, StringComparison.Ordinal);
        Assert.Contains("dalar.xlsx, sheet staff.csv: the sheet is hidden", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ark2", told, StringComparison.Ordinal);
        sheets["Bemanning"] = [["unit", "municipalities", "employees", "fte"]];
        Assert.Contains("dalar.xlsx, sheet Bemanning: the sheet staff.csv holds the same table", sheets.Told(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Baseline", "B")]
    [InlineData(5, "Struktur de andre sammenlignes med (baseline)", "B")]
    [InlineData(5, "Struktur dei andre blir jamførte med", "B")]
    public void Settings_are_known_by_label_or_path(int row, string label, string value)
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("Sak", 5, 2, null).Set("Sak", row == 1 ? 12 : row, 1, label).Set("Sak", row == 1 ? 12 : row, 2, value);
        Assert.Equal(value, Sound(sheets).Baseline);
    }

    [Fact]
    public void Wrong_settings_are_told_with_their_row()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("Sak", 5, 2, "Z").Set("Sak", 12, 1, "Kari Nordmann skrev").Set("Sak", 12, 2, "i går").Set("Sak", 13, 1, "name.nn").Set("Sak", 13, 2, "To namn");
        string told = sheets.Told();
        Assert.Contains("dalar.xlsx, sheet Sak, row 12: the setting 'Kari Nordmann skrev' is not known", told, StringComparison.Ordinal);
        Assert.Contains("dalar.xlsx, sheet Sak, row 13: name.nn is set twice", told, StringComparison.Ordinal);
        sheets.Set("Sak", 13, 2, null);
        Assert.Contains("dalar.xlsx, sheet Sak, row 5: ", sheets.Told(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_sheet_or_headings_are_told_by_name()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("sites.csv", 1, 1, "x");
        for (int column = 2; column <= 6; column++) sheets.Set("sites.csv", 1, column, "y" + column);
        Assert.Contains("dalar.xlsx, sheet sites.csv, row 1: none of the sheet's headings is known", sheets.Told(), StringComparison.Ordinal);
        sheets.Rename("sites.csv", "Notat");
        Assert.Contains("dalar.xlsx, sheet Tenestestader: the file does not exist", sheets.Told(), StringComparison.Ordinal);
        sheets.Rename("Sak", "Forside");
        Assert.Contains("the workbook has no sheet Case", sheets.Told(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("site;name\ngol;NAV Gol\n", "not an Excel workbook")]
    [InlineData("ÐÏ\u0011à¡±\u001aá old", "Excel's old kind (.xls)")]
    [InlineData("ÐÏ\u0011à¡±\u001aá E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "locked with a password")]
    [InlineData("PK\u0003\u0004 and nothing more", "cut off or damaged")]
    public void Other_files_are_refused_by_what_they_are(string content, string problem)
    {
        using var sheets = new SheetsOnDisk();
        File.WriteAllBytes(sheets.File, Encoding.Latin1.GetBytes(content));
        Finding error = Assert.Single(CaseCheck.Of(sheets.File).Findings);
        Assert.Contains(problem, error.In(UserLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mimetype,content.xml", "OpenDocument spreadsheet (.ods)")]
    [InlineData("xl/workbook.bin", "binary workbook (.xlsb)")]
    [InlineData("word/document.xml", "not an Excel workbook")]
    [InlineData("xl/styles.xml", "cut off or damaged")]
    public void Other_archives_are_refused_by_what_they_are(string entries, string problem)
    {
        using var sheets = new SheetsOnDisk();
        using (var archive = new ZipArchive(File.Create(sheets.File), ZipArchiveMode.Create))
        {
            foreach (string entry in entries.Split(',')) archive.CreateEntry(entry);
        }
        Finding error = Assert.Single(CaseCheck.Of(sheets.File).Findings);
        Assert.Contains(problem, error.In(UserLanguage.English), StringComparison.Ordinal);
    }

    /// <summary>Wherever a download stops, the file is refused as cut off; nothing else happens.</summary>
    [Fact]
    public void Workbook_cut_off_anywhere_is_refused()
    {
        using var sheets = new SheetsOnDisk();
        byte[] whole = File.ReadAllBytes(sheets.Save().File);
        for (int length = 4; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(sheets.File, whole[..length]);
            InputException refused = Assert.Throws<InputException>(() => SpreadsheetReader.Read(sheets.File));
            Assert.Contains("cut off or damaged", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Bytes that were changed on the way are read or refused, and nothing else.</summary>
    [Fact]
    public void Workbook_with_changed_bytes_is_read_or_refused()
    {
        using var sheets = new SheetsOnDisk();
        byte[] whole = File.ReadAllBytes(sheets.Save().File);
        var random = new Random(7);
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] changed = [.. whole];
            for (int i = 0; i < 3; i++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(sheets.File, changed);
            try
            {
                SpreadsheetReader.Read(sheets.File);
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Findings);
            }
        }
    }

    /// <summary>A point in a text may part thousands; in what is a number for the spreadsheet nothing does.</summary>
    [Theory]
    [InlineData("180.000", "180000")]
    [InlineData("180 000 kr", "180000")]
    [InlineData("kr 180.000,-", "180000")]
    [InlineData(180_000d, "180000")]
    [InlineData(714.125, "714.125")]
    public void Kroner_in_a_cell_are_what_is_meant(object cell, string nok)
    {
        using var sheets = new SheetsOnDisk();
        sheets["costs.csv"] = [["office", "item", "nok"], ["nav ål", "husleie", cell]];
        Assert.Equal(decimal.Parse(nok, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Sound(sheets).Figures.Costs).Nok);
    }

    [Fact]
    public void Names_and_commas_stand_for_ids_in_sheets_too()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("structures.csv", 2, 7, "Gol og Hemsedal").Set("structures.csv", 2, 8, "NAV Gol, Hemsedal").Set("structures.csv", 2, 9, "5, 2,5");
        Office office = Sound(sheets).Structures[0].Offices[0];
        Assert.Equal(["0617", "0618"], office.Municipalities);
        Assert.Equal(["gol", "hemsedal"], office.Sites);
        Assert.Equal([5, 2.5], office.OpenDays);
        Assert.Contains("sheet structures.csv, row 2: sites 'NAV Gol' is read as gol", sheets.Told(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_may_be_thousands_is_refused_and_is_not_changed_on_its_way_between_workbook_and_folder()
    {
        using var sheets = new SheetsOnDisk();
        sheets.Set("staff.csv", 3, 4, "11.500");
        Assert.Null(sheets.Check().Case);
        Assert.Contains("sheet staff.csv, row 3: fte '11,500' may be thousands or decimals; write 11500 or 11.500", sheets.Told(), StringComparison.Ordinal);
        string folder = Path.Combine(Path.GetDirectoryName(sheets.File)!, "folder");
        CaseCarrier.ToFolder(sheets.File, folder, new Findings());
        Assert.Contains(CaseCheck.Of(folder).Findings, f => f.Problem.Key == "table.thousands");
        string back = Path.Combine(Path.GetDirectoryName(sheets.File)!, "back.xlsx");
        CaseCarrier.ToWorkbook(folder, back, UserLanguage.English, new Findings());
        Assert.Contains(CaseCheck.Of(back).Findings, f => f.Problem.Key == "table.thousands");
    }

    private static PlanningCase Sound(SheetsOnDisk sheets)
    {
        CaseCheck check = sheets.Check();
        Assert.True(check.Case is not null, string.Join('\n', check.Findings.Select(f => f.In(UserLanguage.English))));
        return check.Case;
    }
}
