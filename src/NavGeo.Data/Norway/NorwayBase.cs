using System.Text.Json;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Norway;

/// <summary>
/// The country that comes with NavGeo: roads, people, boundaries and commuting of all Norway, each part a file that is
/// named <c>norway:…</c> wherever a path is. <c>data/norway/norway.json</c> lists them; <c>navgeo norway build</c> makes them.
/// </summary>
public static class NorwayBase
{
    /// <summary>Name of the list.</summary>
    public const string ListName = "norway.json";

    /// <summary>Roads with limits and the sea, ready to be opened.</summary>
    public const string Roads = CarriedFile.Scheme + "roads.navnet";

    /// <summary>Coast, lakes, borders and place names.</summary>
    public const string Ground = CarriedFile.Scheme + "ground.gpkg";

    /// <summary>People per square of 250 m.</summary>
    public const string People = CarriedFile.Scheme + "people.csv";

    /// <summary>The code year of a new case, unless somebody says otherwise.</summary>
    public const int CodeYear = 2024;

    private static readonly Lazy<IReadOnlyList<NorwayPart>> List = new(ReadList);

    /// <summary>In the order of the list.</summary>
    public static IReadOnlyList<NorwayPart> Parts => List.Value;

    /// <summary>The years whose municipalities NavGeo carries.</summary>
    public static IReadOnlyList<int> CodeYears => [2018, 2020, CodeYear];

    /// <summary>The municipal boundaries of a code year; null where NavGeo does not carry them.</summary>
    public static string? Boundaries(int codeYear) => OfYear("boundaries", codeYear, "geojson");

    /// <summary>People per municipality in the numbers of a code year; null where NavGeo does not carry them.</summary>
    public static string? Population(int codeYear) => OfYear("population", codeYear, "csv");

    /// <summary>Commuting in the numbers of a code year; null where NavGeo does not carry it.</summary>
    public static string? Commuting(int codeYear) => OfYear("commuting", codeYear, "csv");

    /// <summary>The part that a path names; null where it names none.</summary>
    public static NorwayPart? Find(string path) => Parts.FirstOrDefault(p => p.Path == path);

    private static string? OfYear(string what, int year, string ending)
    {
        string path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CarriedFile.Scheme}{what}-{year}.{ending}");
        return CarriedFile.Exists(path) ? path : null;
    }

    private static NorwayPart[] ReadList()
    {
        using Stream stream = typeof(NorwayBase).Assembly.GetManifestResourceStream("NavGeo.Data.norway." + ListName)!;
        using var document = JsonDocument.Parse(stream);
        return NorwayPart.ListOf(document.RootElement);
    }
}

/// <summary>A part of the country that comes with NavGeo.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="From">The published file it is made of, in the folder of published files.</param>
/// <param name="Source">Title, licence, date, name and hash of the plain file.</param>
public sealed record NorwayPart(string Name, string From, SourceReference Source)
{
    /// <summary>What it is called where a path is asked for.</summary>
    public string Path => CarriedFile.Scheme + Name;

    /// <summary>Bytes it takes in the program.</summary>
    public long PackedBytes => CarriedFile.PackedBytes(Path);

    internal static NorwayPart[] ListOf(JsonElement root) =>
    [
        .. root.GetProperty("parts").EnumerateArray().Select(p => new NorwayPart(
            p.GetProperty("name").GetString()!,
            p.GetProperty("from").GetString()!,
            new SourceReference(
                p.GetProperty("title").GetString()!, p.GetProperty("licence").GetString()!, p.GetProperty("date").GetString()!,
                p.GetProperty("name").GetString(), p.TryGetProperty("sha256", out JsonElement hash) ? hash.GetString() : null))),
    ];
}
