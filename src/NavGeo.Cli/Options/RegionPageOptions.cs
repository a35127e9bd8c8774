using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Data.Regions;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NavGeo.Reports.Pages;
using NavGeo.Routing;
using NavGeo.Routing.Edits;

namespace NavGeo.Cli.Options;

/// <summary>The options of <c>navgeo regions</c> that write the page on which all rules stand side by side.</summary>
internal sealed class RegionPageOptions
{
    /// <summary>Runs of the stability table on the page.</summary>
    private const int Runs = 20;

    private readonly Option<string?> page = new("--page") { Description = "Write all rules side by side as a page (.md)." };
    private readonly Option<string?> questions = new("--questions") { Description = "Questions for the page; \"nordland\" for those of the Nordland report." };
    private readonly Option<string?> laterMunicipalities = new("--later-municipalities") { Description = "Boundaries of a later year, to compare with." };
    private readonly Option<string?> laterCommuting = new("--later-commuting") { Description = "Commuting of that year." };

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (Option[])[page, questions, laterMunicipalities, laterCommuting]) verb.Options.Add(option);
    }

    /// <summary>Writes the page where it was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="loaded">The market.</param>
    /// <param name="files">The files it is from.</param>
    /// <param name="codes">Changed numbers up to the later year; null for the table NavGeo brings.</param>
    /// <param name="screen">For progress.</param>
    /// <returns>Whether it was asked for.</returns>
    public bool Save(ParseResult parsed, LoadedMarket loaded, MarketFiles files, string? codes, Screen screen)
    {
        if (parsed.GetValue(page) is not { } target) return false;
        if (loaded.Market.Commuting is null)
            throw new InputException("--page", null, new Phrase("regions.needs-commuting", "--page"), new Phrase("regions.needs-commuting.remedy"));
        var findings = new Findings();
        RegionDivision[] divisions = Divide(loaded.Market);
        screen.Progress("regions.shaking", Runs);
        var written = new RegionsPage
        {
            Divisions = divisions,
            Questions = Answer(parsed, divisions, files, findings),
            Stability = [.. divisions.Select(d => StabilityStudy.Of(d, new StabilitySettings(Runs)))],
            Sources = loaded.Sources,
        };
        if (parsed.GetValue(laterMunicipalities) is { } municipalities && parsed.GetValue(laterCommuting) is { } commuting)
        {
            LoadedMarket later = (files with { Municipalities = screen.Files.At(municipalities), Commuting = screen.Files.At(commuting), Year = null }).Read(findings);
            CodeMapping mapping = codes is null ? Between(loaded.Market.Year, later.Market.Year, commuting) : ChangedCodes.Of(codes, screen.Files, findings);
            written = written with
            {
                Later = Divide(later.Market),
                Became = EarlierDivision.Became(loaded.Market, mapping, later.Market),
                Sources = [.. loaded.Sources.Concat(later.Sources).Distinct()],
            };
        }
        AtomicFile.WriteText(target, written.Write(screen.Language));
        screen.Progress("cli.written", Path.GetFullPath(target));
        return true;
    }

    private static CodeMapping Between(int? year, int? laterYear, string file) => (year, laterYear) switch
    {
        ({ } from, { } to) => CodeChangeTable.General.Between(from, to),
        _ => throw new InputException(file, null, new Phrase("regions.needs-codes"), new Phrase("regions.needs-codes.remedy")),
    };

    private static RegionDivision[] Divide(LabourMarket market) => [.. RegionRules.Computed.Select(r => RegionRules.Default(r).Divide(market))];

    private AnsweredQuestion[] Answer(ParseResult parsed, RegionDivision[] divisions, MarketFiles files, Findings findings)
    {
        if (parsed.GetValue(questions) is not { } asked) return [];
        string path = File.Exists(asked) ? asked : Path.Combine(AppContext.BaseDirectory, "data", "regions", $"questions_{asked}.csv");
        IReadOnlyList<RegionQuestion> all = RegionQuestionTable.Read(path, findings);
        var without = all.Select(q => q.CloseAt).OfType<GeoPoint>().Distinct().ToDictionary(point => point, point => Without(point, files));
        return [.. all.Select(q => new AnsweredQuestion(q, divisions, q.CloseAt is { } point ? without[point] : []))];
    }

    private static RegionDivision[] Without(GeoPoint point, MarketFiles files) => Divide((files with
    {
        Edits = epsg => [.. files.Edits(epsg), new ClosePoint(MapProjection.ForEpsg(epsg).ToPlane(point))],
    }).Read(new Findings()).Market);
}
