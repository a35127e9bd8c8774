using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using NavGeo.Cluster.Access;
using NavGeo.Cluster.Database;
using NavGeo.Planning.Language;

namespace NavGeo.Cluster.Tests;

/// <summary>Who signs in at a provider may what the case says they may, and no more; what they did stands in the audit.</summary>
public sealed class SignInTests(TestPostgres postgres) : IClassFixture<TestPostgres>
{
    [Fact]
    public async Task Each_role_may_what_it_may_and_the_audit_tells_it()
    {
        await using ClusterDatabase database = await postgres.Own.ReadyAsync("signin");
        await new CaseLibrary(database).PutAsync(Path.Combine(AppContext.BaseDirectory, "data", "hallingdal"), null, new Findings(), CancellationToken.None);
        var rights = new CaseRights(database);
        await rights.SetAsync("hallingdal", "kari@example.no", CaseRole.Owner, CancellationToken.None);
        await rights.SetAsync("hallingdal", "ola@example.no", CaseRole.Reader, CancellationToken.None);
        await rights.SetAsync("hallingdal", "anne@example.no", CaseRole.Member, CancellationToken.None);
        await using TestProvider provider = await TestProvider.BeginAsync();
        await using WebApplication app = await ClusterHost.BuildAsync(new ClusterOptions
        {
            Database = database.ConnectionString,
            Port = 0,
            SiloPort = 0,
            SignIn = new SignInOptions(provider.Address, "navgeo", "secret"),
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(app.Urls.Single());

        using HttpClient stranger = Browser(address);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stranger, "library/"));
        using HttpClient kari = await SignInAsync(provider, address, "kari@example.no", "Kari Ås");
        JsonNode mine = (await JsonAsync(kari, "library/")).AsArray().Single()!;
        Assert.Equal(("hallingdal", "owner"), ((string?)mine["id"], (string?)mine["role"]));
        string id = (string)(await PostAsync(kari, "library/hallingdal/meetings", new { name = "Styret <b>" }))!["id"]!;
        Assert.Equal((true, "Kari Ås"), await EnterAsync(kari, id));
        Assert.True((await kari.GetAsync(new Uri($"m/{id}/api/objections.csv", UriKind.Relative))).IsSuccessStatusCode);

        using HttpClient anne = await SignInAsync(provider, address, "anne@example.no", "Anne");
        Assert.Equal((false, "Anne"), await EnterAsync(anne, id));
        Assert.Equal(HttpStatusCode.OK, await ObjectAsync(anne, id));
        Assert.Equal(HttpStatusCode.Forbidden, await PostStatusAsync(anne, "library/hallingdal/meetings", new { }));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(anne, "library/hallingdal/audit"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostStatusAsync(anne, "library/hallingdal/rights", new { subject = "anne@example.no", role = "owner" }));

        using HttpClient ola = await SignInAsync(provider, address, "ola@example.no", "Ola");
        Assert.Equal((false, "Ola"), await EnterAsync(ola, id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ObjectAsync(ola, id));

        using HttpClient per = await SignInAsync(provider, address, "per@example.no", "Per");
        Assert.Empty((await JsonAsync(per, "library/")).AsArray());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(per, $"library/meetings/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await PostStatusAsync(per, "library/hallingdal/meetings", new { }));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(per, $"m/{id}/api/answer"));
        Assert.Equal(HttpStatusCode.NoContent, await PostStatusAsync(kari, "library/hallingdal/rights", new { subject = "per@example.no", role = "member" }));
        Assert.Equal((false, "Per"), await EnterAsync(per, id));

        string[] audit = [.. (await JsonAsync(kari, "library/hallingdal/audit")).AsArray().Select(l => $"{l!["subject"]} {l["what"]}")];
        Assert.Equal(
            ["kari@example.no begin", "kari@example.no enter", "Kari Ås take", "anne@example.no enter", "ola@example.no enter", "kari@example.no right", "per@example.no enter"], audit);
        string page = await PageAsync(kari);
        Assert.Contains("Styret &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Du eier saken.", page, StringComparison.Ordinal);
    }

    private static HttpClient Browser(Uri address) => new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };

    /// <summary>As a browser does it: to the page, from there to the provider, and back.</summary>
    private static async Task<HttpClient> SignInAsync(TestProvider provider, Uri address, string email, string name)
    {
        provider.Who = (email, name);
        HttpClient browser = Browser(address);
        await PageAsync(browser);
        return browser;
    }

    private static async Task<string> PageAsync(HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("library/", UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        using HttpResponseMessage answer = await browser.SendAsync(request);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri} {answer.StatusCode} {page}");
        return page;
    }

    private static async Task<(bool IsPresenter, string? Name)> EnterAsync(HttpClient browser, string id)
    {
        HttpResponseMessage page = await browser.GetAsync(new Uri($"library/meetings/{id}", UriKind.Relative));
        Assert.EndsWith($"/m/{id}/", page.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        // Where Node was not on the machine there is no page, and the answer says so.
        Assert.Contains("NavGeo", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        JsonNode me = await JsonAsync(browser, $"m/{id}/api/me");
        return ((bool)me["isPresenter"]!, (string?)me["name"]);
    }

    private static Task<HttpStatusCode> ObjectAsync(HttpClient browser, string id) => PostStatusAsync(browser, $"m/{id}/api/objections", new { structure = "A", text = "Nei." });

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path) => (await browser.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;

    private static async Task<HttpStatusCode> PostStatusAsync(HttpClient browser, string path, object body) => (await browser.PostAsJsonAsync(path, body)).StatusCode;

    private static async Task<JsonNode> JsonAsync(HttpClient browser, string path) => JsonNode.Parse(await browser.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private static async Task<JsonNode> PostAsync(HttpClient browser, string path, object body)
    {
        HttpResponseMessage answer = await browser.PostAsJsonAsync(path, body);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
