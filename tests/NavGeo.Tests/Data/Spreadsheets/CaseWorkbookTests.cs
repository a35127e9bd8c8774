using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Risk;
using NavGeo.Reports.Json;
using NavGeo.Tests.Data.Cases;

namespace NavGeo.Tests.Data.Spreadsheets;

/// <summary>A case goes into a workbook and comes out of it as it was: by our own hands, and through LibreOffice.</summary>
public sealed class CaseWorkbookTests : IDisposable
{
    private static readonly string[] Embedded = ["hallingdal", "lillehammer", "nordland"];

    private readonly string folder = Directory.CreateTempSubdirectory("navgeo-workbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("hallingdal", UserLanguage.Nynorsk)]
    [InlineData("lillehammer", UserLanguage.Bokmaal)]
    [InlineData("nordland", UserLanguage.English)]
    public void Embedded_case_comes_out_of_its_workbook_as_it_went_in(string name, UserLanguage language)
    {
        string original = EmbeddedCase.Folder(name);
        CaseCarrier.ToWorkbook(original, Of(name + ".xlsx"), language, new Findings());
        CaseCarrier.ToFolder(Of(name + ".xlsx"), Of(name), new Findings());
        AssertSame(original, Of(name));
        string answer = Answer(original);
        Assert.Equal(answer, Answer(Of(name + ".xlsx")));
        Assert.Equal(answer, Answer(Of(name)));
        Assert.True(File.ReadAllBytes(Path.Combine(original, "background.geojson")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Of(name), "background.geojson"))));
    }

    [Fact]
    public async Task Round_trip_through_LibreOffice_loses_nothing()
    {
        foreach (string name in Embedded) CaseCarrier.ToWorkbook(EmbeddedCase.Folder(name), Of(name + ".xlsx"), null, new Findings());
        (int code, string said) = await OtherProgram.Run(
            "soffice",
            ["-env:UserInstallation=" + new Uri(Of("profile")).AbsoluteUri, "--headless", "--convert-to", "xlsx", "--outdir", Of("saved"), .. Embedded.Select(name => Of(name + ".xlsx"))]);
        Assert.SkipWhen(code < 0, "LibreOffice (soffice) is not installed");
        Assert.SkipWhen(said.Contains("no export filter", StringComparison.Ordinal) || said.Contains("could not be loaded", StringComparison.Ordinal), "LibreOffice has no Calc");
        Assert.True(code == 0, said);
        foreach (string name in Embedded)
        {
            CaseCarrier.ToFolder(Of($"saved/{name}.xlsx"), Of(name), new Findings());
            AssertSame(EmbeddedCase.Folder(name), Of(name));
        }
    }

    /// <summary>Excel offers to repair what breaks the format's schema, and throws away what it cannot.</summary>
    [Fact]
    public void Workbook_keeps_to_the_schema_of_Excel()
    {
        CaseCarrier.ToWorkbook(EmbeddedCase.Folder("hallingdal"), Of("a.xlsx"), null, new Findings());
        using var document = SpreadsheetDocument.Open(Of("a.xlsx"), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Workbook_has_the_same_bytes_twice()
    {
        CaseCarrier.ToWorkbook(EmbeddedCase.Folder("hallingdal"), Of("a.xlsx"), null, new Findings());
        CaseCarrier.ToWorkbook(EmbeddedCase.Folder("hallingdal"), Of("b.xlsx"), null, new Findings());
        Assert.True(File.ReadAllBytes(Of("a.xlsx")).AsSpan().SequenceEqual(File.ReadAllBytes(Of("b.xlsx"))));
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal, "Kommuner")]
    [InlineData(UserLanguage.Nynorsk, "Kommunar")]
    [InlineData(UserLanguage.English, "Municipalities")]
    public void Template_has_an_example_row_in_every_sheet_and_none_of_them_is_data(UserLanguage language, string tab)
    {
        CaseCarrier.ToTemplate(Of("template.xlsx"), language);
        IReadOnlyList<SpreadsheetSheet> sheets = SpreadsheetReader.Read(Of("template.xlsx"));
        Assert.Equal(CaseSheets.All.Count + 1, sheets.Count);
        Assert.Contains(sheets, s => s.Name == tab);
        Assert.All(sheets.Skip(1), s => Assert.Equal(2, s.Rows.Count));
        Assert.All(sheets, s => Assert.InRange(s.Name.Length, 1, 31));
        var book = CaseWorkbook.Read(Of("template.xlsx"), new Findings());
        Assert.Empty(book.Tables);
        Assert.Equal("A", book.Settings!.Find("baseline")!.Text);
    }

    [Fact]
    public void Changed_example_row_is_data()
    {
        CaseCarrier.ToTemplate(Of("template.xlsx"), UserLanguage.Bokmaal);
        CaseSheet sites = CaseSheets.Find("sites")!;
        string[] example = SheetExamples.Of(sites);
        example[1] = "NAV Gol";
        SheetDraft changed = new WorkbookDraft(UserLanguage.Bokmaal).Table(sites, sites.Columns, [example]);
        SpreadsheetBuilder.Write(Of("changed.xlsx"), [changed]);
        Assert.Equal("NAV Gol", Assert.Single(CaseWorkbook.Read(Of("changed.xlsx"), new Findings()).Tables["sites.csv"].Rows).Fields[1]);
    }

    /// <summary>A column that a reader knows and no sheet has would be lost in a workbook.</summary>
    [Fact]
    public void Every_column_of_the_case_format_stands_in_a_sheet()
    {
        using var disk = new CaseOnDisk();
        foreach (string name in Embedded.Select(EmbeddedCase.Folder).Append(disk.Folder).SelectMany(f => Directory.GetFiles(f, "*.csv")))
        {
            CaseSheet sheet = CaseSheets.Find(Path.GetFileName(name))!;
            foreach (string column in File.ReadLines(name).First().Split(',')) Assert.Contains(column, sheet.Columns);
        }
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal)]
    [InlineData(UserLanguage.Nynorsk)]
    [InlineData(UserLanguage.English)]
    public void Headings_of_a_sheet_differ_and_each_leads_back_to_its_column(UserLanguage language)
    {
        foreach (CaseSheet sheet in CaseSheets.All)
        {
            Assert.Equal(sheet, CaseSheets.Find(CaseSheets.TitleOf(sheet.File, language)));
            foreach (string column in sheet.Columns)
            {
                Assert.Equal(column, CaseSheets.ColumnOf(sheet, CaseSheets.HeadingOf(column, language)));
                Assert.Equal(column, CaseSheets.ColumnOf(sheet, Phrasebook.For(language).Say("workbook.column." + column)));
            }
        }
    }

    [Fact]
    public void Municipalities_sites_and_yes_or_no_are_picked_and_codes_stay_text()
    {
        CaseCarrier.ToWorkbook(EmbeddedCase.Folder("nordland"), Of("n.xlsx"), UserLanguage.Bokmaal, new Findings());
        using var archive = System.IO.Compression.ZipFile.OpenRead(Of("n.xlsx"));
        string structures = Text("xl/worksheets/sheet4.xml");
        Assert.Contains("'Kommuner'!$A$2", structures, StringComparison.Ordinal);
        Assert.Contains("'Tjenestesteder'!$A$2", structures, StringComparison.Ordinal);
        Assert.Contains("\"ja,nei\"", Text("xl/worksheets/sheet3.xml"), StringComparison.Ordinal);
        SpreadsheetSheet municipalities = SpreadsheetReader.Read(Of("n.xlsx"))[1];
        Assert.All(municipalities.Rows.Skip(1), r => Assert.Equal(CellContent.Text, r.At(1)!.Content));
        Assert.All(municipalities.Rows.Skip(1), r => Assert.Equal(CellContent.Number, r.At(4)!.Content));

        string Text(string part)
        {
            using var reader = new StreamReader(archive.GetEntry(part)!.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public void Text_that_no_cell_can_hold_is_told_with_its_line()
    {
        using var disk = new CaseOnDisk();
        disk.Change("sites.csv", "NAV Hemsedal", "NAV\u0001Hemsedal");
        var told = Assert.Throws<InputException>(() => CaseCarrier.ToWorkbook(disk.Folder, Of("x.xlsx"), null, new Findings()));
        Assert.Equal("3", Assert.Single(told.Findings).Place);
        disk.Change("sites.csv", "\u0001Hemsedal", new string('x', 40_000));
        Assert.Throws<InputException>(() => CaseCarrier.ToWorkbook(disk.Folder, Of("x.xlsx"), null, new Findings()));
        Assert.False(File.Exists(Of("x.xlsx")));
    }

    [Fact]
    public void Files_outside_are_named_from_where_the_case_now_lies()
    {
        using var disk = new CaseOnDisk();
        disk.Change("case.json", "\"travel\"", "\"files\": { \"commuting\": { \"path\": \"../p.csv\" }, \"population\": { \"path\": \"${NAVGEO_DATA}/q.csv\" } }, \"travel\"");
        Directory.CreateDirectory(Of("deep"));
        CaseCarrier.ToWorkbook(disk.Folder, Of("deep/x.xlsx"), null, new Findings());
        CaseCarrier.ToFolder(Of("deep/x.xlsx"), Of("again"), new Findings());
        JsonNode files = JsonNode.Parse(File.ReadAllText(Of("again/case.json")))!["files"]!;
        Assert.Equal(Path.GetFullPath(Path.Combine(disk.Folder, "../p.csv")), Path.GetFullPath(Path.Combine(Of("again"), (string)files["commuting"]!["path"]!)));
        Assert.Equal("${NAVGEO_DATA}/q.csv", (string?)files["population"]!["path"]);
    }

    [Fact]
    public void Folder_that_is_there_is_left_alone_and_a_broken_workbook_leaves_none()
    {
        Directory.CreateDirectory(Of("there"));
        File.WriteAllText(Of("cut.xlsx"), "PK");
        CaseCarrier.ToTemplate(Of("t.xlsx"), UserLanguage.Bokmaal);
        Assert.Throws<InputException>(() => CaseCarrier.ToTemplate(Of("t.xlsx"), UserLanguage.Bokmaal));
        Assert.Throws<InputException>(() => CaseCarrier.ToWorkbook(EmbeddedCase.Folder("hallingdal"), Of("t.xlsx"), null, new Findings()));
        Assert.Throws<InputException>(() => CaseCarrier.ToFolder(Of("t.xlsx"), Of("there"), new Findings()));
        Assert.Throws<InputException>(() => CaseCarrier.ToFolder(Of("cut.xlsx"), Of("new"), new Findings()));
        Assert.Empty(Directory.GetFileSystemEntries(Of("there")));
        Assert.False(Directory.Exists(Of("new")) || Directory.Exists(Of("new.tmp")));
    }

    private static void AssertSame(string original, string again)
    {
        foreach (string file in Directory.GetFiles(original, "*.csv"))
        {
            DelimitedTable before = Table(file);
            DelimitedTable after = Table(Path.Combine(again, Path.GetFileName(file)));
            Assert.Equal(before.Rows.Count, after.Rows.Count);
            for (int row = 0; row < before.Rows.Count; row++)
            {
                foreach (string column in before.Columns)
                    Assert.Equal(Plain(before.Rows[row][column]), Plain(after.Rows[row][column]));
            }
        }
        Assert.True(JsonNode.DeepEquals(Json(original), Json(again)), Json(again).ToJsonString());

        static DelimitedTable Table(string file)
        {
            var findings = new Findings();
            DelimitedTable? table = DelimitedTable.Read(file, new TableColumns([]), findings);
            findings.ThrowIfErrors();
            return table!;
        }

        // A yes is a yes, and a number has the decimals it was written with.
        static string Plain(string field) => field.ToUpperInvariant() switch
        {
            "TRUE" or "YES" => "1",
            "FALSE" or "NO" => "0",
            _ => NumberText.TryExact(field, out decimal number) && !(field.Length == 4 && field.All(char.IsAsciiDigit)) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : field,
        };

        static JsonNode Json(string folder)
        {
            JsonNode settings = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "case.json")))!;
            if (settings["files"]?.AsObject().Count == 0) settings.AsObject().Remove("files");
            return settings;
        }
    }

    private static string Answer(string path)
    {
        PlanningCase read = Workspace.Open(path, new Findings()).Case with { Sources = [] };
        Publication publication = Publication.Of(Comparison.Of(AccessStudy.Of(read), []), Audience.Internal);
        return ComparisonJson.Of(publication, UserLanguage.Bokmaal).ToJsonString()
            + FiguresJson.Of(publication, RiskInputs.Of(publication.Comparison), UserLanguage.Bokmaal).ToJsonString();
    }

    private string Of(string name) => Path.Combine(folder, name);
}
