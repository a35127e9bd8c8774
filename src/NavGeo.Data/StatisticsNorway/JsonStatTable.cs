using System.Collections.Immutable;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// A table of numbers by several dimensions as json-stat2 carries it, row-major: the last dimension runs fastest.
/// Immutable; any number of threads may read it.
/// </summary>
/// <remarks>Values lie densely, 8 bytes each, also where the file was sparse.</remarks>
internal sealed class JsonStatTable
{
    /// <summary>More cells than this are refused: 400 MB, fifty times what the publisher gives in one answer.</summary>
    public const int MostCells = 50_000_000;

    private readonly double[] values;

    /// <param name="label">The title.</param>
    /// <param name="source">The publisher.</param>
    /// <param name="updated">When the publisher last changed it, as written; empty where not said.</param>
    /// <param name="dimensions">In the order of the layout.</param>
    /// <param name="values">As many as the product of the sizes; not-a-number where there is no figure.</param>
    /// <param name="statuses">Signs in place of figures, by position: <c>.</c>, <c>..</c>, <c>:</c>.</param>
    /// <exception cref="ArgumentException">The count of values is not the product of the sizes.</exception>
    public JsonStatTable(
        string label, string source, string updated, IReadOnlyList<JsonStatDimension> dimensions, double[] values,
        IReadOnlyDictionary<int, string> statuses)
    {
        if (values.Length != CellsOf(dimensions)) throw new ArgumentException("a value for every cell", nameof(values));
        Label = label;
        Source = source;
        Updated = updated;
        Dimensions = [.. dimensions];
        this.values = values;
        Statuses = statuses.ToImmutableSortedDictionary();
    }

    /// <summary>The title.</summary>
    public string Label { get; }

    /// <summary>The publisher.</summary>
    public string Source { get; }

    /// <summary>When the publisher last changed the table, as written; empty where not said.</summary>
    public string Updated { get; }

    /// <summary>In the order of the layout.</summary>
    public ImmutableArray<JsonStatDimension> Dimensions { get; }

    /// <summary>Row-major; not-a-number where there is no figure.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Signs in place of figures, by position.</summary>
    public ImmutableSortedDictionary<int, string> Statuses { get; }

    /// <summary>How many cells a table of these dimensions has.</summary>
    public static long CellsOf(IEnumerable<JsonStatDimension> dimensions) => dimensions.Aggregate(1L, (cells, d) => checked(cells * d.Size));

    /// <summary>Position of a dimension by its id, without regard to case; -1 where the table does not have it.</summary>
    public int IndexOf(params IReadOnlyList<string> ids)
    {
        for (int i = 0; i < Dimensions.Length; i++)
        {
            if (ids.Contains(Dimensions[i].Id, StringComparer.OrdinalIgnoreCase)) return i;
        }
        return -1;
    }

    /// <summary>Position of the cell with these categories, one a dimension.</summary>
    public int Position(ReadOnlySpan<int> categories)
    {
        int position = 0;
        for (int d = 0; d < Dimensions.Length; d++) position = position * Dimensions[d].Size + categories[d];
        return position;
    }

    /// <summary>Puts tables together that differ in one dimension only: the answers to a query that was cut in parts.</summary>
    /// <param name="parts">At least one; in the order their categories shall stand in.</param>
    /// <param name="dimension">The dimension that was cut.</param>
    /// <exception cref="ArgumentException">They differ in another dimension too, or a category stands in two.</exception>
    public static JsonStatTable Join(IReadOnlyList<JsonStatTable> parts, int dimension)
    {
        JsonStatTable first = parts[0];
        foreach (JsonStatTable part in parts)
        {
            bool isAlike = part.Dimensions.Length == first.Dimensions.Length && part.Dimensions.Index().All(d =>
                d.Item.Id == first.Dimensions[d.Index].Id && (d.Index == dimension || d.Item.Codes.SequenceEqual(first.Dimensions[d.Index].Codes)));
            if (!isAlike) throw new ArgumentException("the parts have different dimensions", nameof(parts));
        }
        JsonStatDimension[] dimensions = [.. first.Dimensions];
        dimensions[dimension] = dimensions[dimension] with
        {
            Codes = [.. parts.SelectMany(p => p.Dimensions[dimension].Codes)],
            Labels = [.. parts.SelectMany(p => p.Dimensions[dimension].Labels)],
        };
        if (dimensions[dimension].Codes.Distinct(StringComparer.Ordinal).Count() != dimensions[dimension].Size)
            throw new ArgumentException("a category stands in two parts", nameof(parts));
        var values = new double[CellsOf(dimensions)];
        var statuses = new Dictionary<int, string>();
        // Outer runs over the dimensions before the cut one, inner is a whole run of those after it.
        int inner = (int)CellsOf(dimensions[(dimension + 1)..]);
        int outer = (int)CellsOf(dimensions[..dimension]);
        int before = 0;
        foreach (JsonStatTable part in parts)
        {
            int size = part.Dimensions[dimension].Size;
            for (int row = 0; row < outer; row++)
                part.values.AsSpan(row * size * inner, size * inner).CopyTo(values.AsSpan((row * dimensions[dimension].Size + before) * inner));
            foreach ((int position, string status) in part.Statuses)
            {
                int row = position / (size * inner);
                statuses[(row * dimensions[dimension].Size + before) * inner + position % (size * inner)] = status;
            }
            before += size;
        }
        return new JsonStatTable(first.Label, first.Source, first.Updated, dimensions, values, statuses);
    }
}

/// <summary>One dimension of a table: its categories in the order the values are laid out in.</summary>
/// <param name="Id">As the publisher calls it: Region, Kjonn, Alder, ContentsCode, Tid.</param>
/// <param name="Label">For people.</param>
/// <param name="Codes">One a category, unique.</param>
/// <param name="Labels">One a category.</param>
internal sealed record JsonStatDimension(string Id, string Label, ImmutableArray<string> Codes, ImmutableArray<string> Labels)
{
    /// <summary>How many categories.</summary>
    public int Size => Codes.Length;
}
