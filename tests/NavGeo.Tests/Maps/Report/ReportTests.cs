using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Data.Regions;
using NavGeo.Maps.Report;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Pages;

namespace NavGeo.Tests.Maps.Report;

public class ReportTests
{
    private static readonly Comparison Hallingdal = Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["B1", "E1"]);
    private static readonly CaseReport Nynorsk = Build(UserLanguage.Nynorsk);

    [Fact]
    public void Report_has_every_section_that_a_council_asks_for()
    {
        string[] headings = [.. Nynorsk.Document.Blocks.OfType<HeadingBlock>().Select(h => h.Text)];
        Phrasebook book = Phrasebook.For(UserLanguage.Nynorsk);
        foreach (string key in (string[])["report.asked", "report.short", "report.structures", "report.method", "page.indicators-heading", "report.maps",
            "page.ledger-heading", "page.own-heading", "page.travel-heading", "report.siting", "page.robustness-heading", "risk.heading", "report.left-out",
            "report.each-municipality", "page.assumptions-heading", "page.sources-heading", "report.appendix"])
        {
            Assert.Contains(book.Say(key), headings);
        }
        Assert.All(EmbeddedCase.Hallingdal.Municipalities, m => Assert.Contains($"{m.Number} {m.Name}", headings));
    }

    [Fact]
    public void Every_input_file_stands_in_the_appendix_with_its_hash()
    {
        string[] cells = [.. Nynorsk.Document.Blocks.OfType<TableBlock>().SelectMany(t => t.Rows).SelectMany(r => r)];
        Assert.All(EmbeddedCase.Hallingdal.Sources.Where(s => s.Sha256 is not null), s => Assert.Contains($"`{s.Sha256}`", cells));
    }

    [Fact]
    public void Regions_and_siting_are_told_with_what_it_takes_to_make_them_again()
    {
        Comparison comparison = Comparison.Of(AccessStudy.Of(Workspace.Open(EmbeddedCase.Folder("lillehammer"), new Findings()).Case), ["F2", "F1"]);
        MapBackground background = GroundFile.Read(Path.Combine(EmbeddedCase.Folder("lillehammer"), GroundFile.Name));
        CaseDivision divided = CaseDivision.Of(Workspace.Open(EmbeddedCase.Folder("lillehammer"), new Findings()), comparison.Study, new RegionChoice(), background.Municipalities, new Findings())!;
        Assert.Equal("time", divided.Division.Rule.Name);
        CaseReport report = ReportBuilder.Build(Publication.Of(comparison, Audience.Public), null, new ReportSettings { Language = UserLanguage.Bokmaal, Regions = divided });
        Assert.Contains("regions", report.Figures.Keys);
        TableBlock[] tables = [.. report.Document.Blocks.OfType<TableBlock>()];
        TableBlock placements = tables.Single(t => t.Header.Contains("hva som avgjorde"));
        Assert.Equal(comparison.Study.Case.Municipalities.Select(m => $"{m.Number} {m.Name}"), placements.Rows.Select(r => r[0]));
        Assert.Contains(placements.Rows, r => r[2] == "23,4 min med bil (høyst 45)");
        // Two sites of four: Lillehammer and Gausdal are what the structure has, and no other two are better.
        TableBlock sites = tables.Single(t => t.Header.Contains("hvor sikkert"));
        Assert.Equal(["A", "F2", "F1"], sites.Rows.Select(r => r[0]));
        Assert.All(sites.Rows, r => Assert.Equal(("0,00", "bevist"), (r[4], r[5])));
        string[] settings = [.. tables.Single(t => t.Rows.Any(r => r[0] == "`siting_model`")).Rows.Select(r => r[0])];
        Assert.Contains("`regions_rule`", settings);
        Assert.Contains("`regions_most_minutes`", settings);
        Assert.Contains("`siting_work`", settings);
    }

    [Fact]
    public void Objections_follow_into_the_report()
    {
        CaseReport report = ReportBuilder.Build(Publication.Of(Hallingdal, Audience.Public), null, new ReportSettings
        {
            Language = UserLanguage.Bokmaal,
            Objections = [new Objection("E1", "Ål", "For langt til Gol for dem på Vats", "2018-03-01 10:15")],
        });
        Assert.Contains(report.Document.Blocks.OfType<TableBlock>(), t => t.Rows.Any(r => r.Contains("For langt til Gol for dem på Vats")));
    }

    [Fact]
    public void Same_case_gives_the_same_bytes()
    {
        Assert.Equal(ReportHtml.Of(Nynorsk), ReportHtml.Of(Build(UserLanguage.Nynorsk)));
        Assert.Equal(SHA256.HashData(Word(Nynorsk)), SHA256.HashData(Word(Build(UserLanguage.Nynorsk))));
    }

    [Fact]
    public void Page_carries_the_record_it_can_be_made_again_from()
    {
        ReportRecord record = ReportHtml.FindRecord(ReportHtml.Of(Nynorsk))!;
        Assert.Equal(Nynorsk.Order, record.Order);
        Assert.Empty(record.Differences(Nynorsk.Record));
        Assert.NotEmpty(record.Differences(Build(UserLanguage.Bokmaal).Record));
        Assert.Null(ReportHtml.FindRecord("<html></html>"));
        Assert.Null(ReportHtml.FindRecord("<script type=\"application/json\" id=\"navgeo-report\">{\"navgeo\":3}</script>"));
    }

    [Fact]
    public void One_changed_cell_is_one_difference()
    {
        ReportRecord record = Nynorsk.Record;
        int cell = record.Values.ToList().FindIndex(v => v.Key.EndsWith(']'));
        ReportRecord changed = record with { Values = [.. record.Values.Select((v, i) => i == cell ? new(v.Key, "0") : v)] };
        (string where, string? was, string? now) = Assert.Single(record.Differences(changed));
        Assert.Equal((record.Values[cell].Key, record.Values[cell].Value, "0"), (where, was, now));
    }

    [Fact]
    public void Every_value_has_a_place_of_its_own() =>
        Assert.Equal(Nynorsk.Record.Values.Count, Nynorsk.Record.Values.Select(v => v.Key).Distinct().Count());

    [Fact]
    public void Word_document_is_valid_with_headings_captions_repeated_heads_and_alternative_texts()
    {
        using var stream = new MemoryStream(Word(Nynorsk));
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document)
            .Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Body body = document.MainDocumentPart!.Document.Body!;
        int headings = body.Descendants<ParagraphStyleId>().Count(s => s.Val!.Value!.StartsWith("Heading", StringComparison.Ordinal));
        Assert.Equal(Nynorsk.Document.Blocks.OfType<HeadingBlock>().Count(h => h.Level > 1), headings);
        int tables = Nynorsk.Document.Blocks.OfType<TableBlock>().Count();
        Assert.Equal(tables, body.Descendants<Table>().Count(t => t.Descendants<TableHeader>().Any()));
        Assert.Equal(tables + Nynorsk.Figures.Count, body.Descendants<SimpleField>().Count(f => f.Instruction!.Value!.Contains("SEQ", StringComparison.Ordinal)));
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), p => Assert.False(string.IsNullOrWhiteSpace(p.Description)));
        Assert.Equal(Nynorsk.Figures.Count, body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Count());
        stream.Position = 0;
        Assert.Empty(ReportWord.FindRecord(stream)!.Differences(Nynorsk.Record));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a **b** c", "a |*b| c")]
    [InlineData("`x`y", "#x|y")]
    [InlineData("5 ** 3 `", "5 ** 3 `")]
    public void Marks_in_a_text_become_runs(string text, string runs) =>
        Assert.Equal(runs, string.Join('|', InlineRun.Of(text).Select(r => (r.IsStrong ? "*" : r.IsCode ? "#" : "") + r.Text)));

    private static CaseReport Build(UserLanguage language) => ReportBuilder.Build(
        Publication.Of(Hallingdal, Audience.Public), null, new ReportSettings { Language = language, Order = ["report", "hallingdal", "--structures", "B1,E1"] });

    private static byte[] Word(CaseReport report)
    {
        using var stream = new MemoryStream();
        ReportWord.Write(stream, report);
        return stream.ToArray();
    }
}
