using System.Text;
using NavGeo.Data.Fetch;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Fetch;

/// <summary>Tables of a statistics bank that allows few cells an answer and few questions a minute.</summary>
public sealed class TableFetchTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly HurriedClock clock = new();

    [Theory]
    [InlineData(800_000, 1)]
    [InlineData(10, 5)]
    [InlineData(1, 42)]
    public async Task Question_is_cut_so_that_no_answer_is_too_large(int mostCells, int answers)
    {
        var bank = new StatisticsBank(mostCells);
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => bank.AnswerAsync(context));
        FetchResult result = await RunAsync(server, mostCells, 2018);
        Assert.Equal(answers + 1, server.Asked.Count);
        Assert.Equal("07459-2018.json", Assert.Single(result.Files).File);
        Assert.Equal(["07459-2018.json", "manifest.json"], Names());
        MunicipalityPeople people = MunicipalityPeopleReader.Read(Path.Combine(Cache, "07459-2018.json"), null, new Findings());
        Assert.Equal((40, 2018), (people.Rows.Length, people.Year));
        Assert.All(people.Rows, row => Assert.Equal(StatisticsBank.Figure(row.Number, "2018"), row.People));
    }

    [Fact]
    public async Task No_more_than_thirty_questions_are_asked_a_minute()
    {
        var bank = new StatisticsBank(1);
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => bank.AnswerAsync(context));
        await RunAsync(server, 1, 2018);
        Assert.Equal(43, server.Asked.Count);
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task Broken_run_does_not_ask_again_for_the_answers_it_has()
    {
        var bank = new StatisticsBank(10);
        bool isBroken = true;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, n) =>
        {
            if (!isBroken || n < 4) return bank.AnswerAsync(context);
            context.Response.StatusCode = 400;
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<InputException>(() => RunAsync(server, 10, 2018));
        Assert.Equal(["population.parts"], Names());
        int before = server.Asked.Count;
        isBroken = false;
        await RunAsync(server, 10, 2018);
        // The description, and the three answers of five that were missing.
        Assert.Equal(4, server.Asked.Count - before);
    }

    [Fact]
    public async Task Year_that_is_not_there_is_said_and_without_one_the_last_is_taken()
    {
        var bank = new StatisticsBank(1000);
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => bank.AnswerAsync(context));
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, 1000, 1999));
        Assert.Contains("nothing in Tid", fault.Message, StringComparison.Ordinal);
        await RunAsync(server, 1000, null);
        Assert.Equal(2020, MunicipalityPeopleReader.Read(Path.Combine(Cache, "07459.json"), null, new Findings()).Year);
    }

    [Fact]
    public async Task Answer_that_is_no_table_is_said()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
            context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"title\":\"Too busy\"}")).AsTask());
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, 1000, 2018));
        Assert.Contains("not what this service gives", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    public void Dispose() => scratch.Dispose();

    private string Cache => scratch.File("cache");

    private async Task<FetchResult> RunAsync(LoopbackServer server, int mostCells, int? year)
    {
        FetchSource source = FetchSources.General().At(server.Address).Get("population");
        source = source with { Service = source.Service with { Cells = mostCells } };
        using var client = new PacedClient("NavGeo/test", clock, TimeSpan.FromSeconds(10));
        return await new FetchRun(Cache, client, clock, _ => { }).RunAsync(source, year, TestContext.Current.CancellationToken);
    }

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(Cache).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
