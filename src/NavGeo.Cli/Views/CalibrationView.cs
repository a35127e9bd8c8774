using System.Text.Json.Nodes;
using NavGeo.Planning.Calibration;
using NavGeo.Planning.Language;
using NavGeo.Routing.Speeds;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>A network held against known times, on the screen and as JSON.</summary>
internal static class CalibrationView
{
    public static void Show(Screen screen, NetworkCalibration calibration)
    {
        if (screen.IsJson)
        {
            screen.Line(Json(calibration).ToJsonString(JsonText.Options));
            return;
        }
        screen.Notice("cli.standard." + TravelStandards.NameOf(calibration.Profile.Standard));
        ShowTimes(screen, calibration);
        ShowErrors(screen, calibration);
        ShowFactors(screen, calibration);
        if (calibration.Counties.Count > 0) ShowCounties(screen, calibration);
    }

    private static void ShowTimes(Screen screen, NetworkCalibration calibration)
    {
        Phrasebook texts = screen.Texts;
        Table table = Columns(texts, 2, "calibrate.from", "calibrate.to", "calibrate.known", "calibrate.measured", "calibrate.error", "calibrate.ferry", "calibrate.fitted");
        foreach (HeldTime time in calibration.Times.OrderByDescending(t => Math.Abs(t.Error)))
        {
            table.AddRow(
                Markup.Escape(time.Known.From), Markup.Escape(time.Known.To), One(texts, time.Known.Minutes), One(texts, time.Measured),
                Signed(texts, time.Error), One(texts, time.FerryMinutes), time.Fitted is { } fitted ? One(texts, fitted) : "");
        }
        screen.Table(table);
        foreach (KnownTime time in calibration.WithoutWay) screen.Notice("calibrate.without-way", time.From, time.To);
    }

    private static void ShowErrors(Screen screen, NetworkCalibration calibration)
    {
        Phrasebook texts = screen.Texts;
        Table table = Columns(texts, 1, "calibrate.errors", "calibrate.number", "calibrate.mean", "calibrate.median", "calibrate.p90", "calibrate.difference");
        Add("calibrate.all", calibration.Errors());
        Add("calibrate.with-ferry", calibration.Errors(t => t.HasFerry));
        Add("calibrate.without-ferry", calibration.Errors(t => !t.HasFerry));
        if (calibration.Fitted is { } fitted) Add("calibrate.with-factors", fitted);
        if (calibration.LeftOut is { } leftOut) Add("calibrate.left-out", leftOut);
        screen.Table(table);

        void Add(string name, MinuteErrors errors)
        {
            if (errors.Count > 0) table.AddRow([texts.Say(name), texts.Whole(errors.Count), .. Cells(texts, errors)]);
        }
    }

    private static void ShowFactors(Screen screen, NetworkCalibration calibration)
    {
        Phrasebook texts = screen.Texts;
        if (calibration.Factors.Count == 0)
        {
            screen.Line(texts.Say("calibrate.too-few", calibration.Times.Count, FactorFit.TimesPerFactor, FactorFit.KnowsMinutes));
            return;
        }
        Table table = Columns(texts, 1, "calibrate.class", "calibrate.factor", "calibrate.standard-error", "calibrate.interval", "calibrate.number");
        foreach (ClassFactor factor in calibration.Factors)
        {
            table.AddRow(
                string.Join(", ", factor.Classes.Select(c => texts.Say("calibrate.class." + TimeClasses.SettingOf(c)))), texts.Decimals(factor.Factor, 3),
                texts.Decimals(factor.StandardError, 3), $"{texts.Decimals(factor.Lowest, 2)}–{texts.Decimals(factor.Highest, 2)}", texts.Whole(factor.Times));
        }
        screen.Table(table);
        double before = calibration.Errors().Mean;
        if (!calibration.IsBetter)
        {
            screen.Line(texts.Say("calibrate.no-better", calibration.LeftOut!.Value.Mean, before));
            return;
        }
        screen.Line(texts.Say("calibrate.offer", before, calibration.LeftOut!.Value.Mean));
        screen.Line($"  \"travel\": {Settings(calibration).ToJsonString(JsonText.Options).ReplaceLineEndings("\n  ")}");
    }

    private static void ShowCounties(Screen screen, NetworkCalibration calibration)
    {
        Phrasebook texts = screen.Texts;
        Table table = Columns(texts, 1, "calibrate.county", "calibrate.number", "calibrate.mean", "calibrate.mean-left-out");
        foreach (CountyLeftOut county in calibration.Counties)
            table.AddRow(county.County, texts.Whole(county.Before.Count), One(texts, county.Before.Mean), One(texts, county.After.Mean));
        screen.Table(table);
    }

    private static string[] Cells(Phrasebook texts, MinuteErrors errors) =>
        [One(texts, errors.Mean), One(texts, errors.Median), One(texts, errors.P90), Signed(texts, errors.Difference)];

    private static string One(Phrasebook texts, double minutes) => texts.Decimals(minutes, 1);

    private static string Signed(Phrasebook texts, double minutes) => (minutes >= 0.05 ? "+" : "") + One(texts, minutes);

    private static Table Columns(Phrasebook texts, int left, params ReadOnlySpan<string> heads)
    {
        var table = new Table();
        for (int i = 0; i < heads.Length; i++)
            table.AddColumn(new TableColumn(texts.Say(heads[i])) { Alignment = i < left ? Justify.Left : Justify.Right });
        return table;
    }

    /// <summary>What may be pasted into case.json.</summary>
    private static JsonObject Settings(NetworkCalibration calibration)
    {
        var travel = new JsonObject { ["standard"] = TravelStandards.NameOf(calibration.Profile.Standard) };
        foreach (ClassFactor factor in calibration.Factors)
        {
            foreach (TimeClass of in factor.Classes) travel[TimeClasses.SettingOf(of)] = factor.Factor;
        }
        return travel;
    }

    private static JsonObject Json(NetworkCalibration calibration) => new()
    {
        ["standard"] = TravelStandards.NameOf(calibration.Profile.Standard),
        ["errors"] = new JsonObject
        {
            ["all"] = Json(calibration.Errors()),
            ["with_ferry"] = Json(calibration.Errors(t => t.HasFerry)),
            ["without_ferry"] = Json(calibration.Errors(t => !t.HasFerry)),
            ["with_factors"] = calibration.Fitted is { } fitted ? Json(fitted) : null,
            ["left_out"] = calibration.LeftOut is { } leftOut ? Json(leftOut) : null,
        },
        ["factors"] = new JsonArray([.. calibration.Factors.Select(f => (JsonNode)new JsonObject
        {
            ["settings"] = new JsonArray([.. f.Classes.Select(c => (JsonNode)TimeClasses.SettingOf(c))]),
            ["factor"] = f.Factor,
            ["standard_error"] = Math.Round(f.StandardError, 4),
            ["times"] = f.Times,
        })]),
        ["travel"] = calibration.IsBetter ? Settings(calibration) : null,
        ["counties"] = new JsonArray([.. calibration.Counties.Select(c => (JsonNode)new JsonObject
        {
            ["county"] = c.County, ["before"] = Json(c.Before), ["after"] = Json(c.After),
        })]),
        ["without_way"] = new JsonArray([.. calibration.WithoutWay.Select(t => (JsonNode)new JsonArray(t.From, t.To))]),
        ["times"] = new JsonArray([.. calibration.Times.Select(t => (JsonNode)new JsonObject
        {
            ["from"] = t.Known.From,
            ["to"] = t.Known.To,
            ["known_min"] = t.Known.Minutes,
            ["measured_min"] = Math.Round(t.Measured, 2),
            ["error_min"] = Math.Round(t.Error, 2),
            ["ferry_min"] = Math.Round(t.FerryMinutes, 2),
            ["fitted_min"] = t.Fitted is { } minutes ? Math.Round(minutes, 2) : null,
        })]),
    };

    private static JsonObject Json(MinuteErrors errors) => new()
    {
        ["times"] = errors.Count,
        ["mean"] = Math.Round(errors.Mean, 2),
        ["median"] = Math.Round(errors.Median, 2),
        ["p90"] = Math.Round(errors.P90, 2),
        ["difference"] = Math.Round(errors.Difference, 2),
    };
}
