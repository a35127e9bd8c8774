namespace NavGeo.Data.OpenStreetMap;

internal sealed partial class PbfBlock
{
    /// <summary>OpenStreetMap allows 2 000 nodes a way and 32 000 members a relation.</summary>
    private const int MostMembers = 40_000;

    private readonly List<long> memberIds = [];
    private readonly List<uint> memberRoles = [];
    private readonly List<uint> memberKinds = [];

    private void ReadWay(OsmWayBatch batch)
    {
        const uint Id = 1 << 3, Keys = 2 << 3 | 2, Values = 3 << 3 | 2, Nodes = 8 << 3 | 2;
        long stop = Stop();
        long id = 0;
        Begin();
        while (stream.Position < stop)
        {
            switch (NextTag())
            {
                case Id:
                    id = stream.ReadInt64();
                    break;
                case Keys:
                    ReadIndexes(keys);
                    break;
                case Values:
                    ReadIndexes(values);
                    break;
                case Nodes:
                    ReadDifferences(numbers, MostMembers);
                    break;
                default:
                    stream.SkipLastField();
                    break;
            }
        }
        Left(stop);
        FillTags();
        batch.WayIds = (Math.Min(batch.WayIds.Lowest, id), Math.Max(batch.WayIds.Highest, id));
        ReadOnlySpan<long> nodes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers);
        if (wantedFerries is null) batch.Take(id, tags, nodes);
        else if (wantedFerries.TryGetValue(id, out WayTraits? route)) batch.AddByRoute(id, tags, route, nodes);
    }

    private void ReadRelation(OsmWayBatch batch)
    {
        const uint Id = 1 << 3, Keys = 2 << 3 | 2, Values = 3 << 3 | 2, Roles = 8 << 3 | 2, Members = 9 << 3 | 2, Kinds = 10 << 3 | 2;
        long stop = Stop();
        long id = 0;
        Begin();
        while (stream.Position < stop)
        {
            switch (NextTag())
            {
                case Id:
                    id = stream.ReadInt64();
                    break;
                case Keys:
                    ReadIndexes(keys);
                    break;
                case Values:
                    ReadIndexes(values);
                    break;
                case Roles:
                    ReadIndexes(memberRoles);
                    break;
                case Members:
                    ReadDifferences(memberIds, MostMembers);
                    break;
                case Kinds:
                    ReadIndexes(memberKinds);
                    break;
                default:
                    stream.SkipLastField();
                    break;
            }
        }
        Left(stop);
        FillTags();
        if (!RelationRules.Concerns(tags)) return;
        if (memberIds.Count != memberRoles.Count || memberIds.Count != memberKinds.Count) throw new InvalidDataException("members");
        var members = new OsmMember[memberIds.Count];
        for (int i = 0; i < members.Length; i++) members[i] = new OsmMember((OsmKind)Math.Min(memberKinds[i], 3), memberIds[i], TextAt(memberRoles[i]));
        RelationRules.Take(id, tags, members, batch);
    }

    private void Begin()
    {
        keys.Clear();
        values.Clear();
        numbers.Clear();
        memberIds.Clear();
        memberRoles.Clear();
        memberKinds.Clear();
    }
}
