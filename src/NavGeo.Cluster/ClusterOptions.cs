using System.Net;
using NavGeo.Data;

namespace NavGeo.Cluster;

/// <summary>How one process of a cluster is run.</summary>
public sealed record ClusterOptions
{
    /// <summary>Connection string of the PostgreSQL database that the processes share; see <c>navgeo cluster init</c>.</summary>
    public required string Database { get; init; }

    /// <summary>The port that pages are served on; 0 takes a free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>The port by which the other processes reach this one; 0 takes a free one.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>The address by which the other processes reach this one.</summary>
    public IPAddress Advertised { get; init; } = IPAddress.Loopback;

    /// <summary>Whether pages are served to others than this machine.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Names by which the cluster goes: a request by another name is refused.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether a proxy stands before the process that says by which scheme and from where a request came.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>Where packages of cases are kept on this machine.</summary>
    public string Folder { get; init; } = Path.Combine(OwnFolder.Path, "cluster");

    /// <summary>Pieces of work that may wait to be measured; who comes after is told how many are before them.</summary>
    public int MostWaiting { get; init; } = 64;

    /// <summary>An OpenTelemetry collector, as <c>http://collector:4317</c>; nothing is sent where null.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Those who say who somebody is; without them a meeting is entered by its codes alone.</summary>
    public SignInOptions? SignIn { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>An OpenID Connect provider: ID-porten, Entra or one of one's own.</summary>
/// <param name="Authority">Its address.</param>
/// <param name="Client">What NavGeo is called there.</param>
/// <param name="Secret">What NavGeo shows there; null for a public client.</param>
/// <param name="SubjectClaim">What of a person's token stands for them in the rights of cases.</param>
public sealed record SignInOptions(Uri Authority, string Client, string? Secret, string SubjectClaim = "email");
