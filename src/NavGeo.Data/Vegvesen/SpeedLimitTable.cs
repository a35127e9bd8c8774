using System.Globalization;
using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Vegvesen;

/// <summary>The limits of a road in a municipality: harmonic means over its kilometres, so that kilometres over limit are hours.</summary>
/// <param name="Kilometres">Of road, both directions counted once.</param>
/// <param name="HighestKmh">By the highest limit of each traffic link.</param>
/// <param name="LowestKmh">By the lowest.</param>
public readonly record struct MeanLimit(double Kilometres, double HighestKmh, double LowestKmh)
{
    /// <summary>Over several stretches together.</summary>
    public static MeanLimit Over(IEnumerable<MeanLimit> stretches)
    {
        double kilometres = 0, fast = 0, slow = 0;
        foreach (MeanLimit stretch in stretches)
        {
            kilometres += stretch.Kilometres;
            fast += stretch.Kilometres / stretch.HighestKmh;
            slow += stretch.Kilometres / stretch.LowestKmh;
        }
        return new MeanLimit(kilometres, kilometres / fast, kilometres / slow);
    }
}

/// <summary>
/// The signposted limits of all European, national and county roads, as means by municipality, road and whether it is
/// built as a motorway; embedded as <c>data/speeds/limits.csv</c> and made from Statens vegvesen's traffic links (NLOD).
/// </summary>
public sealed class SpeedLimitTable
{
    /// <summary>A link whose highest limit is at least this is counted as motorway: no other road has it in Norway.</summary>
    private const double MotorwayKmh = 100;

    /// <summary>What a network joined with it has as a further source.</summary>
    public const string SourceTitle = "fartsgrenser 2024 © Statens vegvesen", SourceLicence = "NLOD";

    private static readonly TableColumns Columns = new(["municipality", "category", "number", "motorway", "km", "highest_kmh", "lowest_kmh"]);
    private static readonly Lazy<SpeedLimitTable> Embedded = new(ReadEmbedded);

    private readonly Dictionary<(string Municipality, RoadNumber Road, bool IsMotorway), MeanLimit> stretches;
    private readonly Dictionary<(RoadNumber Road, bool IsMotorway), MeanLimit> roads;
    private readonly Dictionary<(RoadCategory Category, bool IsMotorway), MeanLimit> classes;

    private SpeedLimitTable(Dictionary<(string Municipality, RoadNumber Road, bool IsMotorway), MeanLimit> stretches)
    {
        this.stretches = stretches;
        roads = stretches.GroupBy(s => (s.Key.Road, s.Key.IsMotorway)).ToDictionary(g => g.Key, g => MeanLimit.Over(g.Select(s => s.Value)));
        classes = stretches.GroupBy(s => (s.Key.Road.Category, s.Key.IsMotorway)).ToDictionary(g => g.Key, g => MeanLimit.Over(g.Select(s => s.Value)));
    }

    /// <summary>The table that comes with NavGeo: limits of 2024, municipality numbers of 2024.</summary>
    public static SpeedLimitTable Norway => Embedded.Value;

    /// <summary>The limit of a road in a municipality, or the best that is known of it.</summary>
    /// <param name="municipality">Its number of 2024; null where it is not known.</param>
    /// <param name="road">The road.</param>
    /// <param name="kind">What it is built as.</param>
    /// <returns>Null where the table says nothing of such roads (municipal and private ones, ferries).</returns>
    public (MeanLimit Limit, LinkMarks Basis)? Find(string? municipality, RoadNumber road, LinkKind kind)
    {
        if (road.Category is not (RoadCategory.European or RoadCategory.National or RoadCategory.County) || !kind.IsRoad()) return null;
        bool isMotorway = kind == LinkKind.Motorway;
        if (municipality is not null)
        {
            if (stretches.TryGetValue((municipality, road, isMotorway), out MeanLimit own)) return (own, LinkMarks.None);
            if (stretches.TryGetValue((municipality, road, !isMotorway), out own)) return (own, LinkMarks.None);
        }
        if (roads.TryGetValue((road, isMotorway), out MeanLimit elsewhere)) return (elsewhere, LinkMarks.LimitOfRoad);
        return classes.TryGetValue((road.Category, isMotorway), out MeanLimit kindred) ? (kindred, LinkMarks.LimitOfClass) : null;
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InputException">It has errors.</exception>
    public static SpeedLimitTable Parse(byte[] bytes, string file, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Parse(bytes, file, Columns, findings);
        findings.ThrowIfErrors();
        var stretches = new Dictionary<(string, RoadNumber, bool), MeanLimit>();
        foreach (DelimitedRow row in table!.Rows)
        {
            string number = row["category"] + row["number"];
            var limit = new MeanLimit(row.Decimal("km", 0, 1e5), row.Decimal("highest_kmh", 5, 130), row.Decimal("lowest_kmh", 5, 130));
            if (!RoadNumber.TryParse(number, out RoadNumber road)) row.Error(new Phrase("cli.close.not-a-road", number), new Phrase("cli.close.remedy"));
            if (!row.IsFaulty) stretches[(row.Text("municipality"), road, row.Flag("motorway", false))] = limit;
        }
        findings.ThrowIfErrors();
        return new SpeedLimitTable(stretches);
    }

    /// <summary>
    /// Makes the table from Statens vegvesen's directed traffic links (CSV, also packed with gzip). Ramps, ferries and
    /// lanes for buses are left out.
    /// </summary>
    /// <returns>The table as it is written, and the kilometres it stands on.</returns>
    /// <exception cref="InputException">The file is missing or of another kind.</exception>
    public static (DelimitedWriter Table, double Kilometres) Make(InputFile file, Findings findings)
    {
        DelimitedTable? links = DelimitedTable.Parse(
            GzipReader.Plain(file.Bytes, file.Path), file.Path,
            new TableColumns(["municipalityIds", "roadSystem", "length", "highestSpeedLimit", "lowestSpeedLimit", "isFerryRoute", "isRamp", "hasOnlyPublicTransportLanes"]),
            findings);
        findings.ThrowIfErrors();
        var stretches = new SortedDictionary<(string Municipality, char Category, int Number, bool IsMotorway), List<MeanLimit>>();
        foreach (DelimitedRow row in links!.Rows)
        {
            if (Is(row, "isFerryRoute") || Is(row, "isRamp") || Is(row, "hasOnlyPublicTransportLanes")) continue;
            // "FV50", "EV6", "RV7": the letter, V, the number.
            string system = row["roadSystem"];
            if (system.Length < 3 || !int.TryParse(system.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) continue;
            double kilometres = row.Decimal("length", 0, 1e6) / 2000;
            double highest = row.Decimal("highestSpeedLimit", 5, 130), lowest = row.Decimal("lowestSpeedLimit", 5, 130);
            if (row.IsFaulty || kilometres == 0) continue;
            string municipality = row.Text("municipalityIds").PadLeft(4, '0');
            (string, char, int, bool) key = (municipality, system[0], number, highest >= MotorwayKmh);
            if (!stretches.TryGetValue(key, out List<MeanLimit>? list)) stretches[key] = list = [];
            list.Add(new MeanLimit(kilometres, highest, lowest));
        }
        findings.ThrowIfErrors();
        var table = new DelimitedWriter(TableDress.International, "municipality", "category", "number", "motorway", "km", "highest_kmh", "lowest_kmh");
        double sum = 0;
        foreach (((string municipality, char category, int number, bool isMotorway), List<MeanLimit> list) in stretches)
        {
            MeanLimit mean = MeanLimit.Over(list);
            sum += mean.Kilometres;
            table.Text(municipality).Text(category.ToString()).Whole(number).Flag(isMotorway)
                .Decimal(mean.Kilometres, 2).Decimal(mean.HighestKmh, 1).Decimal(mean.LowestKmh, 1).EndRow();
        }
        return (table, sum);
    }

    private static bool Is(DelimitedRow row, string column) => row[column].Equals("TRUE", StringComparison.OrdinalIgnoreCase);

    private static SpeedLimitTable ReadEmbedded()
    {
        using Stream stream = typeof(SpeedLimitTable).Assembly.GetManifestResourceStream("NavGeo.Data.speeds.limits.csv")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Parse(bytes.ToArray(), "data/speeds/limits.csv", new Findings());
    }
}
