using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace NavGeo.Cluster.Tests;

/// <summary>An OpenID Connect provider of one's own: whoever asks is who it was told to say. Nothing is kept.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestProvider(WebApplication app) => this.app = app;

    /// <summary>Who signs in next: their e-mail and what they are called.</summary>
    public (string Email, string Name) Who { get; set; }

    public Uri Address => new(app.Urls.Single());

    public static async Task<TestProvider> BeginAsync()
    {
        TestProvider? made = null;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(OpenIddictConstants.Scopes.Email, OpenIddictConstants.Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
            server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(request =>
            {
                var identity = new ClaimsIdentity("test");
                identity.SetClaim(OpenIddictConstants.Claims.Subject, made!.Who.Email).SetClaim(OpenIddictConstants.Claims.Email, made.Who.Email).SetClaim(OpenIddictConstants.Claims.Name, made.Who.Name);
                identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
                var principal = new ClaimsPrincipal(identity);
                principal.SetScopes(request.Request.GetScopes());
                request.SignIn(principal);
                return default;
            }));
            server.UseAspNetCore().DisableTransportSecurityRequirement();
        });
        WebApplication app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        return made = new TestProvider(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
