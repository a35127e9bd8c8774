using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Reads the roads, the ferries and the sea of an OpenStreetMap file (.osm.pbf or .osm) for cars. The file is gone through twice:
/// for the ways and relations, and for the places those need; nothing else of it is kept. Between the two, those blocks are
/// read again that have ways which are ferries by their relations alone. The same file gives the
/// same links in the same order, whatever the number of threads.
/// </summary>
public static class OsmRoadReader
{
    /// <summary>Licence of all OpenStreetMap data: what mixes it in must be shared alike.</summary>
    public const string Licence = "ODbL 1.0";

    /// <summary>A reference takes half a byte of a real file at the very least; more than this is no real file.</summary>
    private const long MostReferencesPerByte = 3;

    private const int BeginBytes = 64;

    private const long ReferencesAlwaysAllowed = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="file">A .osm.pbf or .osm file; the content tells which.</param>
    /// <param name="findings">Takes notes on what was left out.</param>
    /// <param name="run">Progress, cancellation, threads.</param>
    /// <exception cref="InputException">The file is cut off, damaged, foreign, several files in one, or has no roads.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RoadImport Read(InputFile file, Findings findings, ReadingRun? run = null)
    {
        run ??= ReadingRun.Default;
        string path = file.Path;
        using IOsmSource source = IsXml(file) ? new OsmXmlFile(file) : new OsmPbfFile(file);
        var batches = new List<OsmWayBatch>();
        long references = 0;
        Collect(source.ReadWays(run));
        var ferries = new FerryRoutes(batches);
        Dictionary<long, WayTraits> unknown = ferries.Complete(batches);
        if (unknown.Count > 0) Collect(source.ReadFerries(unknown, run));
        var report = new OsmReport(batches);
        RequireDistinct(path, batches);
        OsmPlaces places = OsmPlaces.Of(batches, out int[][] positions, run);
        foreach (OsmNodeBatch batch in source.ReadNodes(places.Ids, run))
        {
            // A bollard lets people through, and no turn is forbidden to them.
            if (run.IsOnFoot) batch.Blocked.Clear();
            places.Take(batch);
        }
        OsmRestriction[] restrictions = run.IsOnFoot ? [] : [.. batches.SelectMany(b => b.Restrictions)];
        foreach (OsmRestriction restriction in restrictions)
        {
            if (restriction.ViaWays.Count == 0 && places.Find(restriction.Via) is >= 0 and int via) places.MakeJunction(via);
        }
        OsmProjection projection = OsmProjection.For(places.Longitudes, places.Latitudes, places.IsOnWay);
        var asked = restrictions.SelectMany(r => (long[])[r.From, .. r.ViaWays, r.To]).ToHashSet();
        var ferryTimes = new Dictionary<long, (double, int)>();
        var cutter = new WayCutter(places, projection, asked, ferries, ferryTimes);
        FerryTimes.Fill(ferryTimes, batches, positions, cutter);
        var links = new OsmLinks(cutter, batches, positions, run);
        report.Take(links.Batches);
        var bound = new RestrictionBinder(places, links);
        bound.Bind(restrictions, report);
        report.Say(path, findings);
        WaterMask? water = OsmSea.Of(batches, positions, places, projection, run);
        if (links.Count == 0) throw new InputException(path, null, new Phrase("osm.no-roads"), new Phrase("osm.no-roads.remedy"));
        var reference = new SourceReference("OpenStreetMap", Licence, source.Date, file.Name, file.Sha256(run.Cancellation));
        return new RoadImport(links, report.Dropped, report.RowCount, projection.Epsg, reference)
        {
            MeetsByNumber = true,
            Turns = bound.Turns,
            Paths = bound.Paths,
            Restrictions = report.Restrictions,
            Water = water,
        };

        void Collect(IEnumerable<OsmWayBatch> read)
        {
            foreach (OsmWayBatch batch in read)
            {
                references += batch.NodeIds.Count + batch.Coasts.Sum(c => c.Length);
                if (references > MostReferencesPerByte * source.Length + ReferencesAlwaysAllowed)
                    throw new InputException(path, null, new Phrase("osm.bomb"), new Phrase("osm.fetch-again.remedy"));
                batch.NodeIds.TrimExcess();
                batches.Add(batch);
            }
        }
    }

    /// <summary>Whether a file is XML: it begins with an angle bracket, perhaps behind a byte-order mark or blanks.</summary>
    public static bool IsXml(InputFile file)
    {
        ReadOnlySpan<byte> text = file.Begin(BeginBytes);
        if (text.StartsWith(System.Text.Encoding.UTF8.Preamble)) text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] == '<';
    }

    /// <summary>The same way twice means several files in one, or a history; either would give every road twice.</summary>
    private static void RequireDistinct(string path, List<OsmWayBatch> batches)
    {
        long[] ids = [.. batches.SelectMany(b => b.Ways).Select(w => w.Id)];
        Array.Sort(ids);
        for (int i = 1; i < ids.Length; i++)
        {
            if (ids[i] != ids[i - 1]) continue;
            throw new InputException(
                path, null, new Phrase("osm.way-twice", ids[i].ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new Phrase("osm.way-twice.remedy"));
        }
    }
}
