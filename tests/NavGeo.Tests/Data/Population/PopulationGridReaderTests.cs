using System.Text;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Tests.Data.Population;

public sealed class PopulationGridReaderTests
{
    [Fact]
    public void Cell_lies_half_its_side_from_the_corner_its_id_names()
    {
        PopulationGrid grid = Read("ru250m;pop_tot\n19250006618000;6\n19252506617000;0\n");
        Assert.Equal((250, 2, 6L), (grid.CellMetres, grid.Count, grid.TotalPeople));
        Assert.Equal(new PlanePoint(-75_000 + 125, 6_618_000 + 125), grid.Middles[0]);
        Assert.Equal("19250006618000", grid.Ids[0]);
    }

    [Theory]
    [InlineData("ru250m", "19250006618250", 250)]
    [InlineData("SSBID0250M", "19250006618250", 250)]
    [InlineData("ssbid0250m", "19250006618250", 250)]
    [InlineData("ssbid_1000m", "19250006618000", 1000)]
    [InlineData("SSBID1000M", "19250006618000", 1000)]
    [InlineData("ru1km", "19250006618000", 1000)]
    [InlineData("ru5000m", "19250006615000", 5000)]
    public void Cell_size_is_in_the_name_of_the_id_column(string column, string id, int metres)
    {
        Assert.Equal(metres, Read($"{column};POP_TOT\n{id};1\n").CellMetres);
    }

    [Theory]
    [InlineData("ssbid_1000m;pop_tot;pop_ave\n19250006616000;10;39,9\n")]
    [InlineData("ssbid_1000m,pop_tot,pop_ave\r\n19250006616000,10,39.9\r\n")]
    [InlineData("\uFEFF\"pop_ave\",\"pop_tot\",\"ssbid_1000m\"\n\"39,9\",\"10\",\"19250006616000\"")]
    [InlineData("pop_ave\tpop_tot\tssbid_1000m\n39,9\t10\t19250006616000\n\n")]
    public void Separators_quotes_line_ends_and_other_columns_do_not_matter(string text)
    {
        PopulationGrid grid = Read(text);
        Assert.Equal(10, Assert.Single(grid.People));
        Assert.Equal("19250006616000", Assert.Single(grid.Ids));
    }

    [Theory]
    [InlineData("ru250m;pop_tot\n19250006618000;10.0\n19252506617000;20.0\n")]
    [InlineData("ru250m,pop_tot\n19250006618000.0,10.0\n19252506617000.0,20.0\n")]
    [InlineData("ru250m;pop_tot\n19250006618000;10,0\n19252506617000;20\n")]
    [InlineData("sep=;\r\nru250m;pop_tot\r\n19250006618000;10\r\n19252506617000;20\r\n")]
    [InlineData("\uFEFFsep=,\nru250m,pop_tot\n19250006618000,10\n19252506617000,20\n")]
    public void Grid_is_read_as_pandas_and_Excel_write_it(string text)
    {
        PopulationGrid grid = Read(text);
        Assert.Equal([10, 20], grid.People);
        Assert.Equal(["19250006618000", "19252506617000"], grid.Ids);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n", "the file is empty")]
    [InlineData("ru250m;pop_tot\n", "no cells")]
    [InlineData("rute;pop_tot\n1;1\n", "test.csv:1: no column is named like a cell id")]
    [InlineData("ru250m;folk\n1;1\n", "test.csv:1: no column is named pop_tot")]
    [InlineData("ru300m;pop_tot\n1;1\n", "300 metres")]
    [InlineData("ru250m;pop_tot\n19250006618000;6\n1925250661", "test.csv:3: the line has 1 field, the header 2")]
    [InlineData("ru250m;pop_tot\n19250006618000;6;7\n", "test.csv:2: the line has 3 fields")]
    [InlineData("ru250m;pop_tot\n1925000661800;6\n", "test.csv:2: '1925000661800' is not a cell id")]
    [InlineData("ru250m;pop_tot\n1,925E+13;6\n", "the spreadsheet has changed it")]
    [InlineData("ru250m;pop_tot\n-9250006618000;6\n", "is not a cell id")]
    [InlineData("ru250m;pop_tot\n19250106618000;6\n", "does not begin at a multiple of 250")]
    [InlineData("ru250m;pop_tot\n02500006618000;6\n", "outside Norway")]
    [InlineData("sep=;\nrute;pop_tot\n1;1\n", "test.csv:2: no column is named like a cell id")]
    [InlineData("sep=;\nru250m;pop_tot\n19250006618000;10.5\n", "test.csv:3: '10.5' is not a number of people")]
    [InlineData("ru250m;pop_tot\n19250006618000;-1\n", "'-1' is not a number of people")]
    [InlineData("ru250m;pop_tot\n19250006618000;6,5\n", "'6,5' is not a number of people")]
    [InlineData("ru250m;pop_tot\n19250006618000;\n", "'' is not a number of people")]
    [InlineData("ru250m;pop_tot\n19250006618000;99999999999\n", "is not a number of people")]
    [InlineData("ru250m;pop_tot\n19250006618000;1\n19250006618000;2\n", "test.csv:3: cell 19250006618000 also stands on line 2")]
    public void Fault_is_said_with_its_line(string text, string message)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_are_collected_up_to_twenty()
    {
        string three = "ru250m;pop_tot\nx;1\n19250006618000;1\ny;1\nz;1\n";
        Assert.Equal(3, Assert.Throws<InputException>(() => Read(three)).Findings.Count);
        string many = "ru250m;pop_tot\n" + string.Concat(Enumerable.Repeat("x;1\n", 100));
        Assert.Equal(Findings.MostErrors, Assert.Throws<InputException>(() => Read(many)).Findings.Count);
    }

    [Theory]
    [InlineData("population/ru250m_2015.csv", 250, 220_171)]
    [InlineData("population/nor2015pop_1kmruter.csv", 1000, 55_213)]
    public void Whole_country_adds_up(string file, int metres, int cells)
    {
        PopulationGrid grid = PeopleFile.Read(RealData.Path(file), new Findings());
        Assert.Equal((metres, cells, 5_146_614L), (grid.CellMetres, grid.Count, grid.TotalPeople));
    }

    [Fact]
    public void Squares_of_250_metres_add_up_to_the_square_kilometres_they_lie_in()
    {
        PopulationGrid fine = PeopleFile.Read(RealData.Path("population/ru250m_2015.csv"), new Findings());
        PopulationGrid coarse = PeopleFile.Read(RealData.Path("population/nor2015pop_1kmruter.csv"), new Findings());
        var sums = new Dictionary<PlanePoint, int>();
        for (int cell = 0; cell < fine.Count; cell++)
        {
            PlanePoint at = fine.Middles[cell];
            var middle = new PlanePoint(Math.Floor(at.Easting / 1000) * 1000 + 500, Math.Floor(at.Northing / 1000) * 1000 + 500);
            sums[middle] = sums.GetValueOrDefault(middle) + fine.People[cell];
        }
        Assert.Equal(coarse.Count, sums.Count);
        for (int cell = 0; cell < coarse.Count; cell++) Assert.Equal(coarse.People[cell], sums[coarse.Middles[cell]]);
    }

    private static PopulationGrid Read(string text) => PopulationGridReader.Parse(Encoding.UTF8.GetBytes(text), "test.csv", new Findings());
}
