using NavGeo.Benchmarks.Fuzzing;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Fuzzing;

/// <summary>A few damaged files for each reader, the same every time; the long run is a command of the benchmarks.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Cases = 20;
    private const ulong Seed = 20_240_601;

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Damaged_file_is_read_or_refused()
    {
        string folder = Path.GetDirectoryName(scratch.File("x"))!;
        foreach (FuzzTarget target in FuzzTargets.All(folder, null))
        {
            var run = new FuzzRun(target, Seed, folder);
            run.RequireSound();
            for (int number = 0; number < Cases; number++)
            {
                string? problem = run.Try(number);
                Assert.True(problem is null, $"{target.Name} case {number} of seed {Seed}: {problem}");
            }
        }
    }
}
