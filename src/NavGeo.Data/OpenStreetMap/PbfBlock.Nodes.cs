namespace NavGeo.Data.OpenStreetMap;

internal sealed partial class PbfBlock
{
    private readonly List<long> latitudes = [];
    private readonly List<long> longitudes = [];
    private readonly List<int> blocked = [];

    private void ReadNode(OsmNodeBatch batch, ref WantedNodes search)
    {
        const uint Id = 1 << 3, Keys = 2 << 3 | 2, Values = 3 << 3 | 2, Latitude = 8 << 3, Longitude = 9 << 3;
        long stop = Stop();
        long id = 0, latitude = 0, longitude = 0;
        Begin();
        while (stream.Position < stop)
        {
            switch (NextTag())
            {
                case Id:
                    id = stream.ReadSInt64();
                    break;
                case Keys:
                    ReadIndexes(keys);
                    break;
                case Values:
                    ReadIndexes(values);
                    break;
                case Latitude:
                    latitude = stream.ReadSInt64();
                    break;
                case Longitude:
                    longitude = stream.ReadSInt64();
                    break;
                default:
                    stream.SkipLastField();
                    break;
            }
        }
        Left(stop);
        int index = search.Find(id);
        if (index < 0) return;
        FillTags();
        Place(batch, index, longitude, latitude, BarrierRules.Blocks(tags));
    }

    private void ReadDense(OsmNodeBatch batch, ref WantedNodes search)
    {
        const uint Ids = 1 << 3 | 2, Latitudes = 8 << 3 | 2, Longitudes = 9 << 3 | 2, Tags = 10 << 3 | 2;
        long stop = Stop();
        Begin();
        latitudes.Clear();
        longitudes.Clear();
        while (stream.Position < stop)
        {
            switch (NextTag())
            {
                case Ids:
                    ReadDifferences(numbers, MostEntries);
                    break;
                case Latitudes:
                    ReadDifferences(latitudes, MostEntries);
                    break;
                case Longitudes:
                    ReadDifferences(longitudes, MostEntries);
                    break;
                case Tags:
                    ReadIndexes(keys);
                    break;
                default:
                    stream.SkipLastField();
                    break;
            }
        }
        Left(stop);
        if (latitudes.Count != numbers.Count || longitudes.Count != numbers.Count) throw new InvalidDataException("nodes");
        FindBlocked();
        int next = 0;
        for (int i = 0; i < numbers.Count; i++)
        {
            bool isBlocked = next < blocked.Count && blocked[next] == i;
            if (isBlocked) next++;
            int index = search.Find(numbers[i]);
            if (index >= 0) Place(batch, index, longitudes[i], latitudes[i], isBlocked);
        }
    }

    /// <summary>Nodes that stop a car: their tags stand one after the other, key and value, with a 0 after each node.</summary>
    private void FindBlocked()
    {
        blocked.Clear();
        if (keys.Count == 0) return;
        int barrier = strings.IndexOf("barrier");
        if (barrier < 0) return;
        int node = 0;
        bool hasBarrier = false;
        tags.Clear();
        for (int i = 0; i < keys.Count; i++)
        {
            if (keys[i] == 0)
            {
                if (hasBarrier && BarrierRules.Blocks(tags)) blocked.Add(node);
                node++;
                hasBarrier = false;
                tags.Clear();
                continue;
            }
            if (i + 1 == keys.Count) throw new InvalidDataException("tags");
            hasBarrier |= keys[i] == barrier;
            tags.Add(TextAt(keys[i]), TextAt(keys[++i]));
        }
    }

    private void Place(OsmNodeBatch batch, int index, long longitude, long latitude, bool isBlocked)
    {
        // Nanodegrees; checked, as damage makes absurd numbers.
        long east = longitudeOffset + granularity * longitude;
        long north = latitudeOffset + granularity * latitude;
        if (east is < -180_000_000_000 or > 180_000_000_000 || north is < -90_000_000_000 or > 90_000_000_000)
            throw new InvalidDataException("place");
        batch.Nodes.Add((index, (int)(east / 100), (int)(north / 100)));
        if (isBlocked) batch.Blocked.Add(index);
    }
}
