
namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>
/// <c>fuzz --reader NAME|all --cases N --seed S [--case N] [--data DIR] [-o DIR]</c>: exit 1 and the file of the case
/// saved where a reader does anything but read or refuse.
/// </summary>
internal static class FuzzCommand
{
    public static int Run(Arguments arguments)
    {
        string reader = arguments.Find("--reader") ?? "all";
        int cases = arguments.Whole("--cases", 10_000);
        ulong seed = (ulong)arguments.Whole("--seed", 1);
        string saved = arguments.Find("-o") ?? "fuzz-failures";
        string folder = Directory.CreateTempSubdirectory("navgeo-fuzz").FullName;
        int failures = 0;
        try
        {
            FuzzTarget[] targets = [.. FuzzTargets.All(folder, arguments.Find("--data")).Where(t => reader == "all" || t.Name == reader)];
            if (targets.Length == 0) throw new UsageException($"no reader {reader}: {string.Join(", ", FuzzTargets.All(folder, null).Select(t => t.Name))}");
            foreach (FuzzTarget target in targets) failures += Run(target, seed, cases, arguments.Find("--case") is null ? null : arguments.Whole("--case", 0), folder, saved);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return failures == 0 ? 0 : 1;
    }

    private static int Run(FuzzTarget target, ulong seed, int cases, int? only, string folder, string saved)
    {
        var run = new FuzzRun(target, seed, folder);
        run.RequireSound();
        int failures = 0;
        int current = 0;
        using var watch = new Timer(
            _ =>
            {
                // A thread that hangs cannot be stopped; the process can.
                Console.Error.WriteLine($"{target.Name} case {current}: hangs");
                Save(target, run, seed, current, saved, "hangs");
                Environment.Exit(1);
            });
        for (int number = only ?? 0; number < (only + 1 ?? cases); number++)
        {
            current = number;
            watch.Change(2 * FuzzRun.Patience, Timeout.InfiniteTimeSpan);
            if (run.Try(number) is not { } problem) continue;
            failures++;
            Console.Error.WriteLine($"{target.Name} case {number}: {problem.Split('\n')[0]}");
            Save(target, run, seed, number, saved, problem);
            if (failures >= 10) break;
        }
        watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Console.WriteLine($"{target.Name,-14} seed {seed}: {run.Read} read, {run.Refused} refused, {failures} wrong");
        return failures;
    }

    private static void Save(FuzzTarget target, FuzzRun run, ulong seed, int number, string saved, string problem)
    {
        Directory.CreateDirectory(saved);
        string name = Path.Combine(saved, $"{target.Name}-{seed}-{number}");
        System.IO.File.WriteAllBytes(name + target.Extension, run.Case(number));
        System.IO.File.WriteAllText(name + ".txt", problem);
    }
}
