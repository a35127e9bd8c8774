using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// An .osm file: the same objects as XML (https://wiki.openstreetmap.org/wiki/OSM_XML), read as a stream on one thread.
/// Objects an editor has marked as deleted are left out. No document type is accepted, so no entity can grow.
/// </summary>
internal sealed class OsmXmlFile(InputFile file) : IOsmSource
{
    private const int ObjectsInBatch = 8000;
    private const int MostMembers = 40_000;

    private readonly List<long> references = [];
    private readonly List<OsmMember> members = [];
    private readonly OsmTags tags = new();
    private readonly string path = file.Path;
    private readonly Stream stream = file.OpenRead();

    public string Date { get; private set; } = "";

    public long Length => stream.Length;

    public IEnumerable<OsmWayBatch> ReadWays(ReadingRun run)
    {
        foreach (OsmWayBatch batch in Batches<OsmWayBatch>(run, 1, (xml, batch) => TakeWay(xml, batch, run.IsOnFoot))) yield return batch;
    }

    public IEnumerable<OsmWayBatch> ReadFerries(IReadOnlyDictionary<long, WayTraits> wanted, ReadingRun run) =>
        Batches<OsmWayBatch>(run with { Progress = null }, 1, (xml, batch) => TakeFerry(xml, batch, wanted));

    public IEnumerable<OsmNodeBatch> ReadNodes(long[] wanted, ReadingRun run)
    {
        var search = new WantedNodes(wanted);
        foreach (OsmNodeBatch batch in Batches<OsmNodeBatch>(run, 2, (xml, taken) => TakeNode(xml, taken, ref search))) yield return batch;
    }

    public void Dispose() => stream.Dispose();

    private IEnumerable<T> Batches<T>(ReadingRun run, int pass, Action<XmlReader, T> take)
        where T : new()
    {
        stream.Position = 0;
        using XmlReader xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            CloseInput = false,
            MaxCharactersFromEntities = 1024,
        });
        Guarded(xml, () => ReadRoot(xml));
        bool isMore = true;
        while (isMore)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var batch = new T();
            Guarded(xml, () => isMore = Fill(xml, batch, take));
            yield return batch;
            run.Progress?.Invoke(new ReadProgress(pass, 2, stream.Position, stream.Length));
        }
    }

    private void ReadRoot(XmlReader xml)
    {
        xml.MoveToContent();
        if (xml.NodeType != XmlNodeType.Element || xml.Name is not "osm")
            throw new InputException(path, Line(xml), new Phrase("osm.not-xml"), new Phrase("osm.not-xml.remedy"));
        if (xml.GetAttribute("timestamp") is { Length: >= 10 } date) Date = date[..10];
    }

    /// <returns>Whether the file goes on.</returns>
    private static bool Fill<T>(XmlReader xml, T batch, Action<XmlReader, T> take)
    {
        int taken = 0;
        while (taken < ObjectsInBatch)
        {
            // Taking an object leaves the reader at its end.
            if (!xml.Read()) return false;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Name is "node" or "way" or "relation")
            {
                take(xml, batch);
                taken++;
            }
        }
        return true;
    }

    private void TakeWay(XmlReader xml, OsmWayBatch batch, bool isOnFoot)
    {
        batch.IsOnFoot = isOnFoot;
        string kind = xml.Name;
        if (kind is "node" || IsDeleted(xml))
        {
            batch.HasNodes |= kind is "node";
            return;
        }
        batch.HasRelations |= kind is "relation";
        long id = Whole(xml, "id");
        ReadChildren(xml);
        if (kind is "way") batch.Take(id, tags, CollectionsMarshal.AsSpan(references));
        else if (RelationRules.Concerns(tags)) RelationRules.Take(id, tags, CollectionsMarshal.AsSpan(members), batch);
    }

    private void TakeFerry(XmlReader xml, OsmWayBatch batch, IReadOnlyDictionary<long, WayTraits> wanted)
    {
        if (xml.Name is not "way" || IsDeleted(xml)) return;
        long id = Whole(xml, "id");
        if (!wanted.TryGetValue(id, out WayTraits? route)) return;
        ReadChildren(xml);
        batch.AddByRoute(id, tags, route, CollectionsMarshal.AsSpan(references));
    }

    private static bool IsDeleted(XmlReader xml) => xml.GetAttribute("action") is "delete" || xml.GetAttribute("visible") is "false";

    private void TakeNode(XmlReader xml, OsmNodeBatch batch, ref WantedNodes search)
    {
        if (xml.Name is not "node" || IsDeleted(xml)) return;
        int index = search.Find(Whole(xml, "id"));
        if (index < 0) return;
        double longitude = Degrees(xml, "lon", 180);
        double latitude = Degrees(xml, "lat", 90);
        ReadChildren(xml);
        batch.Nodes.Add((index, (int)Math.Round(longitude * 1e7), (int)Math.Round(latitude * 1e7)));
        if (BarrierRules.Blocks(tags)) batch.Blocked.Add(index);
    }

    private void ReadChildren(XmlReader xml)
    {
        references.Clear();
        members.Clear();
        tags.Clear();
        if (xml.IsEmptyElement) return;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1) continue;
            if (references.Count + members.Count + tags.Count > MostMembers) throw Damaged(xml);
            switch (xml.Name)
            {
                case "nd":
                    references.Add(Whole(xml, "ref"));
                    break;
                case "tag":
                    tags.Add(xml.GetAttribute("k") ?? "", xml.GetAttribute("v") ?? "");
                    break;
                case "member":
                    OsmKind kind = xml.GetAttribute("type") switch { "node" => OsmKind.Node, "way" => OsmKind.Way, "relation" => OsmKind.Relation, _ => OsmKind.Unknown };
                    members.Add(new OsmMember(kind, Whole(xml, "ref"), xml.GetAttribute("role") ?? ""));
                    break;
            }
        }
    }

    private long Whole(XmlReader xml, string attribute) =>
        long.TryParse(xml.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InputException(path, Line(xml), new Phrase("osm.no-number", attribute, xml.Name), new Phrase("osm.fetch-again.remedy"));

    private double Degrees(XmlReader xml, string attribute, double most) =>
        double.TryParse(xml.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= most
            ? degrees
            : throw new InputException(path, Line(xml), new Phrase("osm.no-number", attribute, xml.Name), new Phrase("osm.fetch-again.remedy"));

    private void Guarded(XmlReader xml, Action read)
    {
        try
        {
            read();
        }
        catch (XmlException)
        {
            throw Damaged(xml);
        }
    }

    private InputException Damaged(XmlReader xml) => new(path, Line(xml), new Phrase("osm.broken-xml"), new Phrase("osm.fetch-again.remedy"));

    private static string? Line(XmlReader xml) =>
        xml is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber.ToString(CultureInfo.InvariantCulture) : null;
}
