
namespace NavGeo.Data.Formats.Tables;

/// <summary>The columns a table must and may have. Names are read without regard to case.</summary>
/// <param name="Required">Must stand in the header.</param>
/// <param name="Optional">May stand there.</param>
public sealed record TableColumns(IReadOnlyList<string> Required, params IReadOnlyList<string> Optional)
{
    /// <summary>The column that a heading means which is none of the names, a title in a user's language; null where it means none, or there are no titles.</summary>
    public Func<string, string?>? Called { get; init; }

    /// <summary>Required and optional.</summary>
    public IEnumerable<string> All => Required.Concat(Optional);

    /// <summary>Whether the column is among them.</summary>
    public bool Knows(string column) => All.Contains(column, StringComparer.OrdinalIgnoreCase);

    /// <summary>The required columns as a header line: <c>site,name,lon,lat</c>.</summary>
    public override string ToString() => string.Join(",", Required);
}
