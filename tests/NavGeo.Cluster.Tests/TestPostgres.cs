using NavGeo.Cluster.Tests.Load;

namespace NavGeo.Cluster.Tests;

/// <summary>A PostgreSQL for the tests of a class; they are skipped where Debian's package is not installed.</summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private OwnPostgres? own;

    internal OwnPostgres Own
    {
        get
        {
            Assert.SkipUnless(OwnPostgres.IsThere, "PostgreSQL is not installed (Debian: postgresql)");
            return own!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (OwnPostgres.IsThere) own = await OwnPostgres.BeginAsync();
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
