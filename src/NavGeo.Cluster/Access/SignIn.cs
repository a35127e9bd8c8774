using System.Security.Claims;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NavGeo.Cluster.Database;
using Npgsql;

namespace NavGeo.Cluster.Access;

/// <summary>
/// Signing in by OpenID Connect: the provider says who somebody is, the database what they may. The cookie is good at every process of
/// the cluster.
/// </summary>
internal static class SignIn
{
    /// <summary>Signing in lasts a working day.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(9);

    /// <summary>Sets it up.</summary>
    public static void Add(IServiceCollection services, SignInOptions signIn)
    {
        services.AddSingleton<CaseRights>();
        services.AddDataProtection().SetApplicationName("navgeo");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new SharedKeys(s.GetRequiredService<ClusterDatabase>())));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "navgeo-user";
                cookie.ExpireTimeSpan = Day;
                cookie.Events.OnRedirectToLogin = refused => Refuse(refused.Response);
            })
            .AddOpenIdConnect(provider => Set(provider, signIn));
    }

    /// <summary>Who makes a request, as the rights of cases name them; null for who has not signed in.</summary>
    public static string? SubjectOf(HttpContext http, SignInOptions signIn) =>
        http.User.Identity is { IsAuthenticated: true } ? http.User.FindFirstValue(signIn.SubjectClaim) ?? http.User.FindFirstValue("sub") : null;

    /// <summary>What they are called in a meeting.</summary>
    public static string NameOf(HttpContext http, string subject) => http.User.FindFirstValue("name") is { Length: > 0 } name ? name : subject;

    /// <summary>Sends somebody to the provider, and back to where they were.</summary>
    public static Task ChallengeAsync(HttpContext http, string back) =>
        http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = back });

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static void Set(OpenIdConnectOptions provider, SignInOptions signIn)
    {
        provider.Authority = signIn.Authority.ToString();
        provider.ClientId = signIn.Client;
        provider.ClientSecret = signIn.Secret;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        // A form that another page sends is refused; the code comes in the address instead.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.RequireHttpsMetadata = !signIn.Authority.IsLoopback;
        provider.MapInboundClaims = false;
        provider.GetClaimsFromUserInfoEndpoint = true;
        // The way back is an address the browser goes to, which carries cookies that are lax.
        foreach (CookieBuilder cookie in (CookieBuilder[])[provider.CorrelationCookie, provider.NonceCookie]) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        provider.Scope.Clear();
        foreach (string scope in (string[])["openid", "profile", "email"]) provider.Scope.Add(scope);
    }

    /// <summary>The keys that cookies are sealed with, in the database: whichever process a request comes to can read them.</summary>
    private sealed class SharedKeys(ClusterDatabase database) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using NpgsqlCommand command = database.Source.CreateCommand("SELECT xml FROM navgeo.sealing_key ORDER BY name");
            using NpgsqlDataReader row = command.ExecuteReader();
            var keys = new List<XElement>();
            while (row.Read()) keys.Add(XElement.Parse(row.GetString(0)));
            return keys;
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using NpgsqlCommand command = database.Source.CreateCommand("INSERT INTO navgeo.sealing_key (name, xml) VALUES ($1, $2) ON CONFLICT DO NOTHING");
            command.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
            command.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting) });
            command.ExecuteNonQuery();
        }
    }
}
