using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NavGeo.Cli.Help;
using NavGeo.Cli.Verbs;
using NavGeo.Cli.Views;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;

namespace NavGeo.Cli;

/// <summary>The <c>navgeo</c> command: its verbs, and the one place where errors become exit codes.</summary>
public static class NavGeoCommand
{
    /// <summary>So long a stopped command may take to clear up behind it.</summary>
    private static readonly TimeSpan TerminationPatience = TimeSpan.FromSeconds(10);

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>navgeo</c>.</param>
    /// <param name="output">Takes results.</param>
    /// <param name="error">Takes findings and progress.</param>
    /// <param name="system">How the machine speaks to its user, which NavGeo does where neither the command line nor the case says otherwise; English where null.</param>
    /// <returns>0 ok, 1 bad input, 2 usage, 3 infeasible, 70 bug.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "The last resort: a bug is reported, not thrown at the user.")]
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CultureInfo? system = null)
    {
        var common = new GlobalOptions { System = GlobalOptions.LanguageOf(system ?? CultureInfo.InvariantCulture) };
        RootCommand root = Root(common, output, error);
        // The parser's own texts are then those that UsageText knows, whatever the language of the machine.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        ParseResult parsed = root.Parse(args);
        Screen screen = Screen.Of(common, parsed, output, error);
        if (parsed.Action is ParseErrorAction)
        {
            UsageText.Show(parsed, screen);
            return ExitCode.Usage;
        }
        if (parsed.Action is HelpAction help)
        {
            HelpTexts.Show(parsed, help, screen.Language, output);
            return ExitCode.Ok;
        }
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TerminationPatience };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (InputException problem)
        {
            screen.Show(problem.Findings);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (UnknownEditTargetException problem)
        {
            screen.Show(EditFault.Of(problem).Findings);
            return ExitCode.BadInput;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            screen.Show([FileTrouble.FindingOf(problem)]);
            return ExitCode.BadInput;
        }
        catch (Exception bug)
        {
            await error.WriteLineAsync($"bug in NavGeo: {bug}");
            return ExitCode.Bug;
        }
    }

    /// <summary>Texts of the help that a language lacks; a test holds that there is none.</summary>
    public static IReadOnlyList<string> UntranslatedHelp(UserLanguage language) =>
        HelpTexts.Missing(Root(new GlobalOptions(), TextWriter.Null, TextWriter.Null), language);

    private static RootCommand Root(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("NavGeo: where public offices shall be, on measured travel times.")
        {
            DemoVerb.Create(common, output, error),
            NetworkVerb.Create(common, output, error),
            TimesVerb.Create(common, output, error),
            VisitVerb.Create(common, output, error),
            TimetableVerb.Create(common, output, error),
            MunicipalityTimesVerb.Create(common, output, error),
            CalibrateVerb.Create(common, output, error),
            UncertaintyVerb.Create(common, output, error),
            FuturesVerb.Create(common, output, error),
            ReachVerb.Create(common, output, error),
            CaseVerb.Create(common, output, error),
            CompareVerb.Create(common, output, error),
            SiteVerb.Create(common, output, error),
            SweepVerb.Create(common, output, error),
            MapVerb.Create(common, output, error),
            ExportVerb.Create(common, output, error),
            ReportVerb.Create(common, output, error),
            RegionsVerb.Create(common, output, error),
            ServeVerb.Create(common, output, error),
            CodesVerb.Create(common, output, error),
            FetchVerb.Create(common, output, error),
            NorwayVerb.Create(common, output, error),
        };
        foreach (Option option in common.All) root.Options.Add(option);
        StartPage.AddTo(root, common, output, error);
        return root;
    }
}
