using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Tables;

public class DelimitedWriterTests
{
    [Fact]
    public void Norwegian_dress_has_mark_semicolon_and_comma()
    {
        byte[] bytes = Sample(TableDress.NorwegianExcel);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("kommunenummer;navn;minutter;sum;åpen\n0633;Nore og Uvdal;12,50;1;1\n0301;\"a;b\"\"\";;;0\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void International_dress_has_comma_and_point()
    {
        Assert.Equal("kommunenummer,navn,minutter,sum,åpen\n0633,Nore og Uvdal,12.50,1,1\n0301,\"a;b\"\"\",,,0\n",
            Encoding.UTF8.GetString(Sample(TableDress.International)));
    }

    [Fact]
    public void Row_of_the_wrong_length_is_refused()
    {
        var writer = new DelimitedWriter(TableDress.International, "a", "b");
        writer.Text("x");
        Assert.Throws<InvalidOperationException>(writer.EndRow);
    }

    [Fact]
    public void What_rounds_to_nothing_has_no_sign()
    {
        var writer = new DelimitedWriter(TableDress.International, "a");
        writer.Decimal(-0.04, 1).EndRow();
        Assert.Equal("a\n0.0\n", Encoding.UTF8.GetString(writer.ToBytes()));
    }

    /// <summary>Whatever texts and numbers: both dresses give back what was written, and the same.</summary>
    [Fact]
    public void Table_written_in_either_dress_reads_back()
    {
        Gen<string> text = Gen.Elements("a", "Å", "\"", ";", ",", "\n", "\r\n", " ", "|", "ř", "0", "'", "=").ArrayOf()
            .Select(parts => string.Concat(parts).Trim());
        Gen<(string, int, int)> row =
            from t in text
            from whole in Gen.Choose(int.MinValue, int.MaxValue)
            from decimals in Gen.Choose(-10_000_000, 10_000_000)
            select (t, whole, decimals);
        Gen<(string, int, int)[]> table = row.NonEmptyListOf().Select(rows => rows.ToArray());
        Prop.ForAll(table.ToArbitrary(), rows =>
        {
            foreach (TableDress dress in Enum.GetValues<TableDress>())
            {
                var writer = new DelimitedWriter(dress, "key", "text", "whole", "decimal");
                foreach ((string t, int whole, int decimals) in rows) writer.Text("k").Text(t).Whole(whole).Decimal(decimals / 1000.0, 3).EndRow();
                var findings = new Findings();
                DelimitedTable read = DelimitedTable.Parse(writer.ToBytes(), "t.csv", new TableColumns(["key", "text", "whole", "decimal"]), findings)!;
                Assert.Empty(findings.All);
                Assert.Equal(rows, read.Rows.Select(row => (row["text"], row.Whole("whole", int.MinValue, int.MaxValue),
                    (int)Math.Round(row.Decimal("decimal", -1e9, 1e9) * 1000))));
                Assert.Empty(findings.All);
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(20180101, 1).WithMaxTest(200));
    }

    private static byte[] Sample(TableDress dress)
    {
        var writer = new DelimitedWriter(dress, "kommunenummer", "navn", "minutter", "sum", "åpen");
        writer.Text("0633").Text("Nore og Uvdal").Decimal(12.5, 2).Whole(1).Flag(true).EndRow();
        writer.Text("0301").Text("a;b\"").Decimal(double.NaN, 2).Whole(null).Flag(false).EndRow();
        return writer.ToBytes();
    }
}
