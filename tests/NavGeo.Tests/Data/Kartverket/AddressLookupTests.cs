using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NavGeo.Data.Kartverket;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Kartverket;

/// <summary>The address lookup against a service of the tests on this machine: what it asks, what it makes of answers good and bad.</summary>
public sealed class AddressLookupTests
{
    private const string Hit = """
        {"metadata":{"totaltAntallTreff":1},"adresser":[{"adressetekst":"Jernbanevegen 7","poststed":"FAGERNES","kommunenavn":"NORD-AURDAL","kommunenummer":"3451",
        "representasjonspunkt":{"epsg":"EPSG:4258","lat":60.98598,"lon":9.23255}}]}
        """;

    [Fact]
    public async Task Address_is_found_where_the_service_has_it()
    {
        await using Service service = await Service.With(_ => Results.Text(Hit, "application/json"));
        using var lookup = new AddressLookup(service.Address);
        AddressHit hit = Assert.Single(await lookup.Find(" Jernbanevegen 7 & co, Fagernes ", TestContext.Current.CancellationToken));
        Assert.Equal(("Jernbanevegen 7, FAGERNES, NORD-AURDAL", 60.98598, 9.23255), (hit.Text, hit.Position.Latitude, hit.Position.Longitude));
        Assert.Equal("Jernbanevegen 7 & co, Fagernes", Assert.Single(service.Asked));
        Assert.Empty(await lookup.Find("   ", TestContext.Current.CancellationToken));
        Assert.Single(service.Asked);
    }

    [Theory]
    [InlineData("{\"adresser\":[{\"adressetekst\":\"x\"}]}")]
    [InlineData("{\"adresser\":{}}")]
    [InlineData("<html>busy</html>")]
    [InlineData("[1]")]
    public async Task Answer_that_is_none_is_told_and_nothing_else_happens(string answer)
    {
        await using Service service = await Service.With(_ => Results.Text(answer));
        using var lookup = new AddressLookup(service.Address);
        InputException told = await Assert.ThrowsAsync<InputException>(() => lookup.Find("Storgata 1", TestContext.Current.CancellationToken));
        Assert.Contains("does not answer", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_that_fails_or_is_silent_is_told()
    {
        await using Service failing = await Service.With(_ => Results.StatusCode(503));
        await using Service silent = await Service.With(async http => { await Task.Delay(Timeout.Infinite, http.RequestAborted); return Results.Ok(); });
        foreach (Uri address in (Uri[])[failing.Address, silent.Address, new Uri("http://127.0.0.1:1/")])
        {
            using var lookup = new AddressLookup(address, TimeSpan.FromMilliseconds(300));
            await Assert.ThrowsAsync<InputException>(() => lookup.Find("Storgata 1", TestContext.Current.CancellationToken));
        }
    }

    private sealed class Service : IAsyncDisposable
    {
        private readonly WebApplication app;

        private Service(WebApplication app) => this.app = app;

        public List<string> Asked { get; } = [];

        public Uri Address => new(app.Urls.Single() + "/adresser/v1/sok");

        public static Task<Service> With(Func<HttpContext, IResult> answer) => With(http => Task.FromResult(answer(http)));

        public static async Task<Service> With(Func<HttpContext, Task<IResult>> answer)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            WebApplication app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var service = new Service(app);
            app.MapGet("/{**rest}", async (HttpContext http) =>
            {
                lock (service.Asked) service.Asked.Add(http.Request.Query["sok"].ToString());
                return await answer(http);
            });
            await app.StartAsync();
            return service;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
