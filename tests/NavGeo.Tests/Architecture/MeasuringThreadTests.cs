using System.Text.RegularExpressions;

namespace NavGeo.Tests.Architecture;

/// <summary>
/// What a measure does in parallel, it does on the threads it was given: those of the meeting's own pool, and not those that answer
/// requests and run grains.
/// </summary>
public sealed class MeasuringThreadTests
{
    [Theory]
    [InlineData("NavGeo.Routing/Hierarchy/Sweep")]
    [InlineData("NavGeo.Routing/Hierarchy/Customise")]
    [InlineData("NavGeo.Routing/Snapping")]
    [InlineData("NavGeo.Planning/Access")]
    public void Loops_stay_on_the_scheduler_they_are_called_on(string room)
    {
        string[] loops = [.. Directory.GetFiles(Path.Combine(Repository.Root, "src", room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"\bParallel\.\w+\((?:.*\n){0,2}.*").Select(m => m.Value))];
        Assert.NotEmpty(loops);
        Assert.All(loops, l => Assert.Contains("TaskScheduler = TaskScheduler.Current", l, StringComparison.Ordinal));
    }
}
