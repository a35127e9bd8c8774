using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>Takes the squares of a grid one by one, whatever the file is written in, and holds each against the grid.</summary>
internal sealed class GridRows
{
    private static readonly int[] CellSizes = [100, 250, 500, 1000, 2000, 5000, 10_000];

    private readonly string file;
    private readonly int cellMetres;
    private readonly Findings findings;
    private readonly ImmutableArray<string>.Builder ids;
    private readonly ImmutableArray<int>.Builder people;
    private readonly ImmutableArray<PlanePoint>.Builder middles;
    private readonly Dictionary<GridCell, int> lineOf;

    /// <param name="file">What findings call the file.</param>
    /// <param name="line">Where the grid's size is told.</param>
    /// <param name="cellMetres">Side of a square.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="expected">So many squares are expected.</param>
    /// <exception cref="InputException">There is no grid of squares of that size.</exception>
    public GridRows(string file, string? line, int cellMetres, Findings findings, int expected = 0)
    {
        if (!CellSizes.Contains(cellMetres)) throw new InputException(file, line, new Phrase("geo.grid.size", cellMetres), new Phrase("geo.grid.size.remedy"));
        (this.file, this.cellMetres, this.findings) = (file, cellMetres, findings);
        ids = ImmutableArray.CreateBuilder<string>(expected);
        people = ImmutableArray.CreateBuilder<int>(expected);
        middles = ImmutableArray.CreateBuilder<PlanePoint>(expected);
        lineOf = new Dictionary<GridCell, int>(expected);
    }

    /// <summary>Whether a column or element is the one with the people.</summary>
    public static bool HoldsPeople(string name) =>
        name.Equals("pop_tot", StringComparison.OrdinalIgnoreCase) || name.Equals("poptot", StringComparison.OrdinalIgnoreCase) || name.Equals("pop", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a square as it is written; one that is wrong is a finding.</summary>
    public void Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> count, int line)
    {
        if (!GridCell.TryParse(NumberText.WithoutZeroDecimals(id), out GridCell cell))
        {
            findings.Error(file, line, new Phrase("geo.grid.bad-id", Encoding.UTF8.GetString(id)), new Phrase("geo.grid.bad-id.remedy"));
            return;
        }
        if (!cell.IsInNorway)
        {
            findings.Error(file, line, new Phrase("geo.grid.outside", cell.Id), new Phrase("geo.grid.outside.remedy"));
            return;
        }
        if (!cell.IsAlignedTo(cellMetres))
        {
            findings.Error(file, line, new Phrase("geo.grid.misaligned", cell.Id, cellMetres), new Phrase("geo.grid.misaligned.remedy"));
            return;
        }
        ReadOnlySpan<byte> whole = NumberText.WithoutZeroDecimals(count);
        if (!Utf8Parser.TryParse(whole, out int number, out int read) || read != whole.Length || number < 0)
        {
            findings.Error(file, line, new Phrase("geo.grid.not-people", Encoding.UTF8.GetString(count)), new Phrase("geo.grid.not-people.remedy"));
            return;
        }
        if (!lineOf.TryAdd(cell, line))
        {
            findings.Error(
                file, line, new Phrase("geo.grid.duplicate", cell.Id, lineOf[cell].ToString(CultureInfo.InvariantCulture)), new Phrase("geo.grid.duplicate.remedy"));
            return;
        }
        ids.Add(cell.Id);
        people.Add(number);
        middles.Add(cell.Middle(cellMetres));
    }

    /// <summary>The grid.</summary>
    /// <exception cref="InputException">Squares were wrong, or there are none.</exception>
    public PopulationGrid ToGrid()
    {
        findings.ThrowIfErrors();
        if (ids.Count == 0) throw new InputException(file, null, new Phrase("geo.grid.no-rows"), new Phrase("geo.grid.empty.remedy"));
        return new PopulationGrid(cellMetres, ids.DrainToImmutable(), people.DrainToImmutable(), middles.DrainToImmutable());
    }
}
