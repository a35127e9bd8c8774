using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;
using Parquet;
using Parquet.Schema;

namespace NavGeo.Data.Formats.Columnar;

/// <summary>
/// A table as a Parquet file: columns of texts, whole numbers and decimals, each value perhaps missing, and texts about the file
/// by name. The same table gives the same bytes.
/// </summary>
public static class ParquetTable
{
    /// <summary>So many rows lie together: what a reader that wants few of them has to unpack.</summary>
    private const int GroupRows = 1 << 16;

    /// <summary>Writes a table.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">One value a column: a string, a long or a double, by the column's kind, or null.</param>
    /// <param name="about">What is told of the file, by name.</param>
    public static async Task<byte[]> ToBytesAsync(
        IReadOnlyList<SweepColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, IReadOnlyDictionary<string, string> about)
    {
        var schema = new ParquetSchema(columns.Select(FieldOf).ToArray<Field>());
        using var stream = new MemoryStream();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(schema, stream, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd }))
        {
            writer.CustomMetadata = about.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
            for (int first = 0; first == 0 || first < rows.Count; first += GroupRows)
            {
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                IReadOnlyList<object?>[] here = [.. rows.Skip(first).Take(GroupRows)];
                foreach ((int index, SweepColumn column) in columns.Index()) await WriteAsync(group, schema.DataFields[index], column, here, index);
            }
        }
        return stream.ToArray();
    }

    /// <summary>Reads a table that has certain columns.</summary>
    /// <exception cref="InputException">It is no Parquet file, or another one.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<object?>>> ReadAsync(InputFile file, IReadOnlyList<SweepColumn> columns)
    {
        try
        {
            using var stream = new MemoryStream(file.Bytes, writable: false);
            await using ParquetReader reader = await ParquetReader.CreateAsync(stream);
            if (!reader.Schema.DataFields.Select(f => f.Name).SequenceEqual(columns.Select(c => c.Name))) throw Wrong(file);
            var rows = new List<IReadOnlyList<object?>>();
            for (int number = 0; number < reader.RowGroupCount; number++) rows.AddRange(await ReadAsync(reader, number, columns));
            return rows;
        }
        catch (Exception fault) when (fault is not InputException and not OutOfMemoryException)
        {
            // Whatever a broken file makes the reader stumble over.
            throw Wrong(file);
        }
    }

    private static DataField FieldOf(SweepColumn column) => column.Kind switch
    {
        SweepValues.Whole => new DataField<long?>(column.Name),
        SweepValues.Decimal => new DataField<double?>(column.Name),
        _ => new DataField<string>(column.Name, nullable: true),
    };

    private static async Task WriteAsync(ParquetRowGroupWriter group, DataField field, SweepColumn column, IReadOnlyList<object?>[] rows, int index)
    {
        switch (column.Kind)
        {
            case SweepValues.Whole:
                await group.WriteAsync<long>(field, (long?[])[.. rows.Select(r => (long?)r[index])]);
                break;
            case SweepValues.Decimal:
                await group.WriteAsync<double>(field, (double?[])[.. rows.Select(r => (double?)r[index])]);
                break;
            default:
                await group.WriteAsync(field, (string[])[.. rows.Select(r => (string?)r[index]!)]);
                break;
        }
    }

    private static async Task<IReadOnlyList<object?>[]> ReadAsync(ParquetReader reader, int number, IReadOnlyList<SweepColumn> columns)
    {
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(number);
        var rows = new object?[checked((int)group.RowCount)][];
        for (int row = 0; row < rows.Length; row++) rows[row] = new object?[columns.Count];
        foreach ((int index, SweepColumn column) in columns.Index())
        {
            DataField field = reader.Schema.DataFields[index];
            switch (column.Kind)
            {
                case SweepValues.Whole:
                    var wholes = new long?[rows.Length];
                    await group.ReadAsync<long>(field, wholes);
                    for (int row = 0; row < rows.Length; row++) rows[row][index] = wholes[row];
                    break;
                case SweepValues.Decimal:
                    var decimals = new double?[rows.Length];
                    await group.ReadAsync<double>(field, decimals);
                    for (int row = 0; row < rows.Length; row++) rows[row][index] = decimals[row];
                    break;
                default:
                    var texts = new string[rows.Length];
                    await group.ReadAsync(field, texts);
                    for (int row = 0; row < rows.Length; row++) rows[row][index] = texts[row];
                    break;
            }
        }
        return rows;
    }

    private static InputException Wrong(InputFile file) =>
        new(file.Path, null, new Phrase("sweep.no-parquet"), new Phrase("sweep.unreadable.remedy"));
}
