using System.Text.Json;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Data.Cases;

/// <summary><c>docs/case-format.md</c> describes what the reader reads.</summary>
public class CaseFormatDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(EmbeddedCaseTests.Root(), "docs", "case-format.md"));

    [Fact]
    public void Every_column_and_file_is_described()
    {
        using var disk = new CaseOnDisk();
        foreach (string name in CaseOnDisk.Tables)
        {
            Assert.Contains($"`{name}`", Document, StringComparison.Ordinal);
            foreach (string column in disk.Text(name).Split('\n')[0].Split(','))
                Assert.Contains($"`{column}`", Document, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_number_of_the_travel_profile_is_described()
    {
        Assert.All(typeof(TravelProfile).GetProperties().Where(p => p.PropertyType == typeof(double)),
            p => Assert.Contains($"`{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}`", Document, StringComparison.Ordinal));
    }

    /// <summary>The examples are put into a valid case, one at a time, in place of the row with the same first field.</summary>
    [Theory]
    [InlineData("municipalities.csv", "0617,")]
    [InlineData("sites.csv", "gol,NAV")]
    [InlineData("structures.csv", "A,I dag")]
    [InlineData("staff.csv", "NAV Gol/Hemsedal,")]
    public void Example_row_is_read(string name, string start)
    {
        using var disk = new CaseOnDisk();
        string example = Document.Split('`').Single(part => part.StartsWith(start, StringComparison.Ordinal));
        string row = disk.Text(name).Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal));
        Assert.NotNull(disk.Change(name, row, example).Check().Case);
    }

    [Fact]
    public void Example_of_the_settings_is_read()
    {
        using var disk = new CaseOnDisk();
        string example = Document.Split("```json")[1].Split("```")[0];
        int files = example.IndexOf("  \"files\"", StringComparison.Ordinal);
        int after = example.IndexOf("  \"demandCellMetres\"", StringComparison.Ordinal);
        disk.Write("case.json", example.Remove(files, after - files));
        Assert.Equal("hallingdal", disk.Check().Case?.Id);
    }
}
