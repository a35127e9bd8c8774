using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Tables;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Spreadsheets;

public sealed class SpreadsheetWriterTests : IDisposable
{
    private static readonly Lazy<Comparison> Hallingdal = new(() => Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["E1"]));
    private static readonly Lazy<Comparison> Lillehammer = new(() => Comparison.Of(AccessStudy.Of(EmbeddedCase.Lillehammer), []));
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Workbook_of_a_comparison_keeps_to_the_schema()
    {
        SpreadsheetWriter.Write(folder.File("a.xlsx"), ComparisonTables.Of(Publication.Of(Hallingdal.Value, Audience.Internal), UserLanguage.Nynorsk), UserLanguage.Nynorsk);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(folder.File("a.xlsx"), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(
            ["Nøkkeltal", "Kommunar", "Tenestestader", "Kontor", "Rekneskap", "Endringar per stad", "Setningar"],
            document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
    }

    [Fact]
    public void Numbers_are_numbers_codes_are_texts_and_the_first_row_is_frozen()
    {
        var table = new ResultTable("municipalities", "kommunenummer", "people", "mean_min", "contacts_estimated");
        table.Text("0301").Whole(1_234_567).Decimal(12.345, 2).Flag(true).EndRow();
        table.Text("0617").Whole(null).Decimal(double.NaN, 2).Flag(false).EndRow();
        SpreadsheetWriter.Write(folder.File("a.xlsx"), [table], UserLanguage.Bokmaal);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(folder.File("a.xlsx"), isEditable: false);
        Worksheet sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Row[] rows = [.. sheet.Descendants<Row>()];
        Assert.Equal(["Kommunenummer", "Innbyggere", "Gjennomsnitt, min", "Besøkstall anslått"], rows[0].Elements<Cell>().Select(c => c.InnerText));
        Cell[] cells = [.. rows[1].Elements<Cell>()];
        Assert.Equal(["0301", "1234567", "12.35", "ja"], cells.Select(c => c.InnerText));
        Assert.Equal(CellValues.InlineString, cells[0].DataType!.Value);
        Assert.Null(cells[1].DataType);
        Assert.Equal([("A3", "0617"), ("D3", "nei")], rows[2].Elements<Cell>().Select(c => (c.CellReference!.Value!, c.InnerText)));
        Assert.Equal("A2", sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
        Assert.Equal("A1:D3", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public void Every_column_of_a_comparison_has_a_title_in_every_language()
    {
        foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
        {
            Phrasebook book = Phrasebook.For(language);
            foreach (ResultTable table in (ResultTable[])[.. ComparisonTables.Of(Publication.Of(Hallingdal.Value, Audience.Internal), language), .. DecisionTables.Of(Publication.Of(Lillehammer.Value, Audience.Internal), language), .. DecisionTables.Of(Publication.Of(Hallingdal.Value, Audience.Internal), language)])
            {
                Assert.Contains("columns.sheet." + table.Name, book.Keys);
                string[] untitled = [.. table.Columns.Where(c => ColumnTitles.Of(c, book) == c && !book.Keys.Contains("columns." + c))];
                Assert.Empty(untitled);
            }
        }
    }

    [Fact]
    public void Same_tables_are_the_same_bytes()
    {
        foreach (string name in (string[])["a.xlsx", "b.xlsx"])
            SpreadsheetWriter.Write(folder.File(name), ComparisonTables.Of(Publication.Of(Hallingdal.Value, Audience.Internal), UserLanguage.Bokmaal), UserLanguage.Bokmaal);
        Assert.Equal(File.ReadAllBytes(folder.File("a.xlsx")), File.ReadAllBytes(folder.File("b.xlsx")));
    }
}
