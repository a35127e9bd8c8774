using NetTopologySuite.Geometries;

namespace NavGeo.Data.Boundaries;

/// <summary>Where a kommune is. Immutable; any number of threads.</summary>
public sealed record MunicipalityBoundary
{
    private readonly Lazy<Geometry> area;

    /// <param name="number">Kommunenummer: four digits with leading zero, in the code year of the file.</param>
    /// <param name="name">As the file writes it, Sámi and Kven letters kept; of several names the Norwegian first: "Tana – Deatnu".</param>
    /// <param name="area">Polygon or multipolygon in EPSG:25833, valid; land and, in some editions, sea territory.</param>
    public MunicipalityBoundary(string number, string name, Geometry area)
        : this(number, name, area.EnvelopeInternal, () => area)
    {
    }

    /// <param name="number">Kommunenummer.</param>
    /// <param name="name">Name.</param>
    /// <param name="extent">The box around it, metres.</param>
    /// <param name="area">Gives the polygon when it is first asked for: of a country most are not.</param>
    internal MunicipalityBoundary(string number, string name, Envelope extent, Func<Geometry> area)
    {
        Number = number;
        Name = name;
        Extent = extent;
        this.area = new Lazy<Geometry>(area);
    }

    /// <summary>Kommunenummer: four digits with leading zero, in the code year of the file.</summary>
    public string Number { get; }

    /// <summary>As the file writes it.</summary>
    public string Name { get; }

    /// <summary>The box around it, metres in EPSG:25833.</summary>
    public Envelope Extent { get; }

    /// <summary>Polygon or multipolygon in EPSG:25833, valid.</summary>
    public Geometry Area => area.Value;

    /// <summary>The same with another area.</summary>
    public MunicipalityBoundary Within(Geometry other) => new(Number, Name, other);
}
