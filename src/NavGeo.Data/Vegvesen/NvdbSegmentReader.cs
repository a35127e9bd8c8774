using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Input;
using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Vegvesen;

/// <summary>
/// Reads road segments as NVDB's API gives them (<c>vegnett/veglenkesekvenser/segmentert</c>): a page with
/// <c>objekter</c>, or a list of pages or objects. Where the API gives a road both as one line and as its carriageways,
/// the carriageways are taken. There are no speeds in these data.
/// </summary>
public static class NvdbSegmentReader
{
    private const long MostBytes = 1L << 30;
    private const double MostMetres = 1_000_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is unusable.</exception>
    public static RoadImport Read(InputFile file, Findings findings, ReadingRun? run = null)
    {
        run ??= ReadingRun.Default;
        string path = file.Path;
        if (file.Length > MostBytes) throw new InputException(path, null, new Phrase("nvdb.too-large"), new Phrase("nvdb.too-large.remedy"));
        using JsonDocument document = Parse(file);
        var objects = new List<JsonElement>();
        bool isMore = false;
        Collect(document.RootElement, objects, ref isMore, 0);
        if (objects.Count == 0) throw new InputException(path, null, new Phrase("nvdb.no-objects"), new Phrase("nvdb.no-objects.remedy"));
        if (isMore) findings.Warning(path, null, new Phrase("nvdb.more-pages"), new Phrase("nvdb.more-pages.remedy"));
        var dropped = new DropCounter();
        var links = new List<RoadLink>();
        DrawnPlaces? places = null;
        for (int i = 0; i < objects.Count; i++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            try
            {
                if (LinkOf(objects[i], path, i, ref places, dropped, findings) is { } link) links.Add(link);
            }
            catch (InvalidOperationException)
            {
                // A text that is no Unicode shows when it is asked for.
                findings.Error(path, Place(i), new Phrase("geo.json.not-text"), new Phrase("geo.json.broken.remedy"));
            }
        }
        findings.ThrowIfErrors();
        dropped.Say(path, null, findings);
        if (links.Count == 0 || places is null) throw new InputException(path, null, new Phrase("geo.roads.none"), new Phrase("geo.roads.none.remedy"));
        var source = new SourceReference("Statens vegvesen, NVDB", "NLOD", "", file.Name, file.Sha256());
        return new RoadImport(links, dropped.All, objects.Count, places.Epsg, source);
    }

    private static JsonDocument Parse(InputFile file)
    {
        try
        {
            using Stream stream = file.OpenRead();
            return JsonDocument.Parse(stream, Options);
        }
        catch (JsonException fault)
        {
            throw new InputException(
                file.Path, null, new Phrase("geo.json.broken", (fault.LineNumber ?? 0) + 1, fault.BytePositionInLine ?? 0), new Phrase("geo.json.broken.remedy"));
        }
    }

    private static void Collect(JsonElement element, List<JsonElement> objects, ref bool isMore, int depth)
    {
        if (depth > 3) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray()) Collect(item, objects, ref isMore, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("objekter", out JsonElement page))
        {
            if (depth == 0) isMore |= element.TryGetProperty("metadata", out JsonElement metadata) && IsCut(metadata);
            Collect(page, objects, ref isMore, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("geometri", out _)) objects.Add(element);
    }

    /// <summary>The API names a next page always; only a full page means that there is one.</summary>
    private static bool IsCut(JsonElement metadata) =>
        Number(metadata, "returnert") is { } returned && Number(metadata, "sidestørrelse") is { } size && returned >= size && size > 0;

    private static RoadLink? LinkOf(
        JsonElement item, string path, int index, ref DrawnPlaces? places, DropCounter dropped, Findings findings)
    {
        string kindName = Text(item, "typeVeg_sosi") ?? Text(item, "typeVeg") ?? "";
        string? level = Text(item, "detaljnivå");
        JsonElement system = Member(Member(item, "vegsystemreferanse"), "vegsystem");
        string? phase = Text(system, "fase");
        if (!RoadColumns.TryKind(kindName, out LinkKind? known)) return Drop(DropReason.UnknownKind, kindName);
        if (known is not { } kind) return Drop(DropReason.NotForCars, kindName);
        if (level is "Vegtrase" or "VT" or "Kjørefelt" or "KF") return Drop(DropReason.NotForCars, "detaljnivå " + level);
        if (Text(Member(Member(item, "vegsystemreferanse"), "strekning"), "trafikantgruppe") is "G") return Drop(DropReason.NotForCars, "trafikantgruppe G");
        if (phase is not null && phase is not ("V" or "Eksisterende")) return Drop(DropReason.NotYetOpen, phase);
        if (Text(item, "sluttdato") is not null) return Drop(DropReason.ClosedToCars, "sluttdato");
        JsonElement geometry = Member(item, "geometri");
        Coordinate[]? line = LineText.Parse(Text(geometry, "wkt"));
        if (line is null) return Drop(DropReason.NoGeometry, "");
        int srid = (int)(Number(geometry, "srid") ?? 5973);
        DrawnPlaces? here = DrawnPlaces.Find(srid);
        if (here is null || (places is not null && places.Epsg != here.Epsg))
        {
            findings.Error(path, Place(index), new Phrase("nvdb.crs", srid.ToString(CultureInfo.InvariantCulture)), new Phrase("nvdb.crs.remedy"));
            return null;
        }
        places ??= here;
        if (here.Draw(line) is not { } shape || PlaneLine.Metres(shape) > MostMetres) return Drop(DropReason.TooFar, "");
        if (PlaneLine.Metres(shape) < 0.0005) return Drop(DropReason.ZeroLength, "");
        LinkDirections directions = kind.IsFerry() ? LinkDirections.Both : LaneCodes.DirectionsOf(Lanes(item));
        if (directions == LinkDirections.None) return Drop(DropReason.ClosedToCars, "feltoversikt");
        RoadCategory category = RoadColumns.CategoryOf(Text(system, "vegkategori"));
        double? number = Number(system, "nummer");
        return new RoadLink
        {
            Shape = shape,
            Kind = kind,
            Category = category,
            Road = number is >= 1 and <= 100_000 && category != RoadCategory.Unknown ? new RoadNumber(category, (int)number) : default,
            Directions = directions,
            Flags = RoadColumns.MarksOf(Text(geometry, "medium") ?? Text(item, "medium"), kindName),
        };

        RoadLink? Drop(DropReason reason, string value)
        {
            dropped.Count(reason, value.Length <= 40 ? value : value[..40]);
            return null;
        }
    }

    private static string Place(int index) => "objekter[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    private static string[] Lanes(JsonElement item)
    {
        JsonElement lanes = Member(item, "feltoversikt");
        if (lanes.ValueKind == JsonValueKind.String) return LaneCodes.Split(lanes.GetString()!);
        return lanes.ValueKind == JsonValueKind.Array ? [.. lanes.EnumerateArray().Select(l => l.ToString())] : [];
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement child) ? child : default;

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Number(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double value) && Math.Abs(value) < 1e9 ? value : null;
}
