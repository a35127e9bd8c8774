using System.Collections.Immutable;

namespace NavGeo.Data.JsonStat;

/// <summary>One dimension of a table: its categories in the order the values are laid out in.</summary>
/// <param name="Id">As the publisher calls it: Region, Kjonn, Alder, ContentsCode, Tid.</param>
/// <param name="Label">For people.</param>
/// <param name="Codes">One a category, unique.</param>
/// <param name="Labels">One a category.</param>
public sealed record JsonStatDimension(string Id, string Label, ImmutableArray<string> Codes, ImmutableArray<string> Labels)
{
    /// <summary>How many categories.</summary>
    public int Size => Codes.Length;
}
