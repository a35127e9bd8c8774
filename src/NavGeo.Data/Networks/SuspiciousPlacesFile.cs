using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Networks;

/// <summary>Writes suspicious places as GeoJSON points (RFC 7946, WGS84) that QGIS opens, with the source they come from.</summary>
public static class SuspiciousPlacesFile
{
    private const int Decimals = 6;

    /// <summary>Writes the file; it is whole or not there.</summary>
    /// <param name="path">Where.</param>
    /// <param name="places">The places.</param>
    /// <param name="epsg">Projection of their points.</param>
    /// <param name="source">Where the network comes from.</param>
    /// <param name="language">Of the texts.</param>
    public static void Write(string path, IReadOnlyList<SuspiciousPlace> places, int epsg, SourceReference source, UserLanguage language) =>
        AtomicFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            MapProjection projection = MapProjection.ForEpsg(epsg);
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("name", Path.GetFileNameWithoutExtension(path));
            json.WriteString("source", source.Title);
            json.WriteString("licence", source.Licence);
            json.WriteString("date", source.Date);
            json.WriteString("file", source.File);
            json.WriteString("sha256", source.Sha256);
            json.WriteString("crs_note", "WGS84 (RFC 7946)");
            json.WriteStartArray("features");
            foreach (SuspiciousPlace place in places) WriteFeature(json, place, projection, language);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>The kind as files name it: <c>dead_end_motorway</c>.</summary>
    public static string NameOf(SuspicionKind kind) => kind switch
    {
        SuspicionKind.DeadEndMotorway => "dead_end_motorway",
        SuspicionKind.CutOffPart => "cut_off_part",
        SuspicionKind.OpenQuay => "open_quay",
        SuspicionKind.GuessedQuay => "guessed_quay",
        SuspicionKind.OneWayTrap => "one_way_trap",
        SuspicionKind.PeopleOnDeadPiece => "people_on_dead_piece",
        SuspicionKind.PeopleFromQuay => "people_from_quay",
        SuspicionKind.PeopleAcrossSea => "people_across_sea",
        SuspicionKind.PeopleBeyondMap => "people_beyond_map",
        _ => "assumed_speed",
    };

    private static void WriteFeature(Utf8JsonWriter json, SuspiciousPlace place, MapProjection projection, UserLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WritePropertyName("geometry");
        GeoJsonGeometry.Write(json, new Point(place.Place.Easting, place.Place.Northing), projection, Decimals);
        json.WriteStartObject("properties");
        json.WriteString("kind", NameOf(place.Kind));
        json.WriteString("text", new Phrase("osm.place." + NameOf(place.Kind)).In(language));
        json.WriteString("road", place.Road);
        // A quay with no road at all has no distance to one.
        if (double.IsFinite(place.Metres)) json.WriteNumber("metres", Math.Round(place.Metres, 1));
        if (place.People is { } people)
        {
            json.WriteNumber("people", people);
            json.WriteBoolean("few_people", people == 0);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>A place in a network that a person should look at.</summary>
/// <param name="Kind">What is suspicious.</param>
/// <param name="Place">Where.</param>
/// <param name="Road">Road number or name, where there is one; else empty.</param>
/// <param name="Metres">Size: the way to the quay, the length of the road or of all roads of the part; of people their way to the road.</param>
public sealed record SuspiciousPlace(SuspicionKind Kind, PlanePoint Place, string Road, double Metres)
{
    /// <summary>The people behind it; 0 for fewer than <see cref="PeopleBehind.LeastPeople"/>; null where they were not counted.</summary>
    public int? People { get; init; }
}

/// <summary>Why a place in a network should be looked at.</summary>
public enum SuspicionKind
{
    /// <summary>A motorway ends with no road to go on along: at the edge of an extract, or a link is missing.</summary>
    DeadEndMotorway = 0,

    /// <summary>A part of the network, a kilometre of road or more, that nothing joins to the largest part.</summary>
    CutOffPart,

    /// <summary>A ferry line ends with no road within reach.</summary>
    OpenQuay,

    /// <summary>The way between the road and the ferry is NavGeo's guess.</summary>
    GuessedQuay,

    /// <summary>A European or national road, or a motorway, whose speed is the default of its class while most such roads have theirs.</summary>
    AssumedSpeed,

    /// <summary>Roads that one can drive into and not out of, or out of and not into.</summary>
    OneWayTrap,

    /// <summary>People whose road joins nothing, with no better road near.</summary>
    PeopleOnDeadPiece,

    /// <summary>People on an island without a drawn road, who begin their journey at the quay.</summary>
    PeopleFromQuay,

    /// <summary>People whose nearest roads all lie across the sea.</summary>
    PeopleAcrossSea,

    /// <summary>People farther from every road than a way off the road may be.</summary>
    PeopleBeyondMap,
}
