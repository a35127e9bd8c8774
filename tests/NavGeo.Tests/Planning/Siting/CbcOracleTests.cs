using System.Diagnostics;
using System.Globalization;
using System.Text;
using NavGeo.Planning.Siting;

namespace NavGeo.Tests.Planning.Siting;

/// <summary>An independent MIP solver (COIN-OR cbc) on the same questions, where it is installed.</summary>
public class CbcOracleTests
{
    [Theory]
    [InlineData(SitingModel.PMedian, 60, 20, 5)]
    [InlineData(SitingModel.PMedian, 100, 25, 8)]
    [InlineData(SitingModel.PCenter, 40, 15, 4)]
    [InlineData(SitingModel.SetCover, 80, 40, 0)]
    [InlineData(SitingModel.MaxCover, 80, 30, 4)]
    [InlineData(SitingModel.CapacitatedPMedian, 25, 8, 4)]
    public void Independent_solver_confirms_the_optimum(SitingModel model, int rows, int sites, int count)
    {
        Assert.SkipUnless(IsInstalled(), "cbc is not installed; apt-get install coinor-cbc");
        for (int seed = 1; seed <= 3; seed++)
        {
            SitingTable table = SitingAnswerTests.Scatter(rows, sites, seed);
            var question = new SitingQuestion
            {
                Model = model,
                Count = model == SitingModel.SetCover ? null : count,
                Within = model is SitingModel.SetCover ? 45_000 : 25_000,
                Capacities = model == SitingModel.CapacitatedPMedian ? [.. Enumerable.Repeat(table.Weights.Sum() / (count - 1), sites)] : null,
            };
            SitingAnswer answer = new SitingSolver(table, new SearchLimits()).Solve(question);
            Assert.True(answer.IsProven);
            double expected = Solve(Program(table, question));
            Assert.Equal(expected, (double)answer.Objective, 1e-6 * Math.Max(1, expected));
        }
    }

    /// <summary>The question as CPLEX LP text.</summary>
    private static string Program(SitingTable table, SitingQuestion question)
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(r => table.Weights[r] > 0)];
        int[] sites = [.. Enumerable.Range(0, table.SiteCount)];
        var text = new StringBuilder(question.Model == SitingModel.MaxCover ? "Maximize\n obj:" : "Minimize\n obj:");
        bool assigns = question.Model is SitingModel.PMedian or SitingModel.CapacitatedPMedian or SitingModel.PCenter;
        switch (question.Model)
        {
            case SitingModel.PCenter: text.Append(" z"); break;
            case SitingModel.SetCover: Sum(sites.Select(s => (1L, $"y{s}"))); break;
            case SitingModel.MaxCover: Sum(rows.Select(r => (table.Weights[r], $"c{r}"))); break;
            default: Sum(rows.SelectMany(r => sites.Select(s => (table.Weights[r] * table.Cost(r, s), $"x{r}_{s}")))); break;
        }
        text.Append("\nSubject To\n");
        if (question.Count is { } count) Constraint(sites.Select(s => (1L, $"y{s}")), $"= {count}");
        foreach (int row in rows)
        {
            if (assigns) Constraint(sites.Select(s => (1L, $"x{row}_{s}")), "= 1");
            foreach (int site in sites.Where(_ => assigns)) Constraint([(1, $"x{row}_{site}"), (-1, $"y{site}")], "<= 0");
            if (question.Model == SitingModel.PCenter) Constraint([.. sites.Select(s => (table.Cost(row, s), $"x{row}_{s}")), (-1, "z")], "<= 0");
            var near = sites.Where(s => table.Cost(row, s) <= question.Within).Select(s => (1L, $"y{s}"));
            if (question.Model == SitingModel.SetCover) Constraint(near, ">= 1");
            if (question.Model == SitingModel.MaxCover) Constraint([.. near, (-1, $"c{row}")], ">= 0");
        }
        foreach (int site in sites.Where(_ => question.Capacities is not null))
            Constraint([.. rows.Select(r => (table.Weights[r], $"x{r}_{site}")), (-question.Capacities![site], $"y{site}")], "<= 0");
        text.Append("Binary\n");
        text.AppendJoin("", sites.Select(s => $" y{s}\n"));
        if (question.Model == SitingModel.MaxCover) text.AppendJoin("", rows.Select(r => $" c{r}\n"));
        if (assigns) text.AppendJoin("", rows.SelectMany(r => sites.Select(s => $" x{r}_{s}\n")));
        return text.Append("End\n").ToString();

        void Sum(IEnumerable<(long Factor, string Name)> terms)
        {
            int onLine = 0;
            foreach ((long factor, string name) in terms)
            {
                text.Append(CultureInfo.InvariantCulture, $" {(factor < 0 ? '-' : '+')} {Math.Abs(factor)} {name}");
                if (++onLine % 8 == 0) text.Append('\n');
            }
        }

        void Constraint(IEnumerable<(long, string)> terms, string right)
        {
            Sum(terms);
            text.Append(' ').Append(right).Append('\n');
        }
    }

    private static double Solve(string program)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-siting-");
        try
        {
            string file = Path.Combine(folder.FullName, "question.lp");
            File.WriteAllText(file, program);
            using var process = Process.Start(new ProcessStartInfo("cbc", [file, "ratio", "0", "allow", "0", "solve"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string line = output.Split('\n').Last(l => l.StartsWith("Objective value:", StringComparison.Ordinal));
            Assert.Contains("Optimal solution found", output, StringComparison.Ordinal);
            return Math.Abs(double.Parse(line.Split(':')[1], CultureInfo.InvariantCulture));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsInstalled() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "cbc")));
}
