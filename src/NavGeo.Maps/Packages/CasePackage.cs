using System.Globalization;
using System.Text;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;

namespace NavGeo.Maps.Packages;

/// <summary>
/// All layers of a case in one GeoPackage, in metres of the case's projection, with Norwegian names, styles for QGIS and
/// their provenance: municipalities, regions, roads with the flows on them, and for each structure its sites, offices,
/// catchments, places, visits without a car where they were searched, and, against the baseline, its ledger. docs/layers.md describes every column.
/// </summary>
public sealed partial class CasePackage
{
    private const double MillisecondsPerMinute = 60_000;

    private static readonly string[] AreaColours = [.. CatchmentStyle.Usual.Colours];

    private static readonly int WithinThirty = Array.IndexOf([.. AccessIndicators.Thresholds], 30);

    private readonly Comparison comparison;
    private readonly VisitStudy? visits;
    private readonly LayerSettings settings;
    private readonly PackageShapes shapes;
    private readonly MapStyle style = MapStyle.TravelTime;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    private CasePackage(Publication publication, LayerSettings settings)
    {
        comparison = publication.Comparison;
        visits = publication.Visits;
        this.settings = settings;
        shapes = new PackageShapes(Case, settings.Background);
    }

    private AccessStudy Study => comparison.Study;

    private PlanningCase Case => Study.Case;

    private Demand Demand => Case.Demand;

    /// <summary>Writes the layers of a comparison.</summary>
    public static void Write(string path, Publication publication, LayerSettings settings) =>
        GeoPackageWriter.Write(path, Of(publication, settings));

    /// <summary>The layers of a comparison.</summary>
    public static GeoPackageFile Of(Publication publication, LayerSettings settings)
    {
        var package = new CasePackage(publication, settings);
        Comparison comparison = publication.Comparison;
        Structure[] structures = [.. comparison.Structures.Select(s => s.Access.Structure)];
        string title = comparison.Study.Case.Name.In(comparison.Study.Case.Language);
        Provenance origin = package.Origin(title, structures);
        return new GeoPackageFile(comparison.Study.Case.Epsg, origin.Day, origin.ToJson(), [.. package.Tables()]);
    }

    private IEnumerable<GeoPackageTable> Tables()
    {
        yield return Municipalities();
        if (settings.Regions is { } divided)
        {
            yield return Regions(divided);
            yield return Placements(divided);
        }
        yield return Roads();
        string baseline = comparison.Structures[0].Access.Structure.Id;
        foreach (ComparedStructure compared in comparison.Structures)
        {
            yield return Offices(compared);
            yield return Catchments(compared.Access);
            yield return Places(compared, isBaseline: compared.Access.Structure.Id == baseline);
            if (visits is not null) yield return WithoutCar(compared.Access.Structure, visits);
            if (compared.Access.Structure.Id != baseline) yield return Ledger(compared);
            yield return Sites(compared.Access);
        }
    }

    /// <summary>A table name of letters, digits and underscores that no other layer has.</summary>
    private string NameOf(string layer, string? structure = null)
    {
        var name = new StringBuilder(layer);
        if (structure is not null)
        {
            name.Append('_');
            foreach (char letter in structure) name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        }
        string free = name.ToString();
        for (int number = 2; !names.Add(free); number++) free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return free;
    }

    private Provenance Origin(string title, params ReadOnlySpan<Structure> structures)
    {
        string crs = string.Create(CultureInfo.InvariantCulture, $"EPSG:{Case.Epsg}, metres east and north");
        Provenance origin = Provenance.Of(Study, title, crs, structures)
            .Under(comparison.Structures[0].Access.Rule)
            .With("cell_metres", Demand.CellMetres);
        return origin with { Sources = [.. origin.Sources.Concat(settings.Background.Sources).Distinct()] };
    }

    private static double? Minutes(Routing.TravelTime time) => time.IsReachable ? Rounded(time.Minutes) : null;

    private static double Rounded(double value, int decimals = 2) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static double? Rounded(double? value, int decimals = 2) => value is { } known ? Rounded(known, decimals) : null;
}
