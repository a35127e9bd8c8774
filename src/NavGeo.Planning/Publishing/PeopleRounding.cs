using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// The people of a demand as everybody may know them: where fewer than a limit live, none or the limit are told, by chance
/// in proportion to how many there are, and the difference is told at a larger place near by in the municipality. So
/// every municipality keeps its people, every number told is a sum of rounded places, and the true ones of small places are
/// in nothing that is made of it: no difference between any two sums can give them back. Random rounding, as statistical
/// offices do; the chance is drawn from all that the demand holds, so the same demand is always told the same way, and who
/// does not know it cannot repeat the draw. Who knows the method and all that is told still finds each of 1 to limit − 1
/// possible where a place is told as none (docs/decisions/0011-round-small-places-once.md).
/// </summary>
internal sealed class PeopleRounding
{
    /// <summary>Of so many chances one falls on the largest place, one on the third nearest, two on the second, the others on the nearest.</summary>
    private const int Chances = 8;

    private readonly Demand demand;
    private readonly int least;
    private readonly int[] people;
    private readonly bool[] isFew;
    private readonly byte[] key;

    private PeopleRounding(Demand demand, int least)
    {
        this.demand = demand;
        this.least = least;
        people = demand.People.ToArray();
        isFew = new bool[people.Length];
        key = KeyOf(demand);
    }

    /// <summary>Rounds; a demand without small places stays as it is.</summary>
    /// <param name="demand">The people as they were counted.</param>
    /// <param name="least">Fewer people than this are not told of a place; 0 or 1 tells all.</param>
    public static Demand Of(Demand demand, int least)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        if (least <= 1 || demand.LeastPeople >= least) return demand;
        var rounding = new PeopleRounding(demand, least);
        // Those outside all municipalities are one group like any other.
        foreach (IGrouping<int, int> group in Enumerable.Range(0, demand.Count).Where(p => demand.People[p] > 0).GroupBy(p => demand.Municipalities[p]))
            rounding.Round([.. group]);
        return demand.Rounded(rounding.people, rounding.isFew, least);
    }

    private void Round(int[] group)
    {
        int[] large = [.. group.Where(p => people[p] >= least)];
        int[] small = [.. group.Where(p => people[p] < least)];
        if (large.Length == 0)
        {
            Gather(small);
            return;
        }
        int largest = large.MaxBy(p => demand.People[p]);
        foreach (int place in small) Round(place, large, largest);
    }

    /// <summary>Tells none or the limit at a place, and the difference at another that can bear it.</summary>
    private void Round(int place, int[] large, int largest)
    {
        byte[] chance = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(demand.Ids[place]));
        int told = (int)(BitConverter.ToUInt32(chance) % (uint)least) < people[place] ? least : 0;
        int more = people[place] - told;
        int bearer = Bearer(place, large, largest, chance[^1] % Chances);
        if (people[bearer] + more < least) (told, more) = (0, people[place]);
        people[bearer] += more;
        Tell(place, told);
    }

    /// <summary>A municipality of small places alone is told at the first of them, and not at all where all together are too few.</summary>
    private void Gather(int[] small)
    {
        int all = small.Sum(p => people[p]);
        foreach (int place in small) Tell(place, place == small[0] && all >= least ? all : 0);
    }

    private void Tell(int place, int told)
    {
        people[place] = told;
        isFew[place] = told == 0;
    }

    /// <summary>
    /// The nearest larger place, by chance the second or third, or the largest of all: were it always the nearest, a place told
    /// with just more than the limit would give away how few live beside it. Only places that could bear either outcome are
    /// asked: were it another for more than for less, people would wander from the towns to where few live, and every mean with them.
    /// </summary>
    private int Bearer(int place, int[] large, int largest, int chance)
    {
        if (chance == 0) return largest;
        PlanePoint here = demand.Points[place];
        Span<(double Metres, int Place)> near = stackalloc (double, int)[3];
        near.Fill((double.PositiveInfinity, largest));
        foreach (int each in large)
        {
            if (people[each] < 2 * least - 1) continue;
            (double, int) next = (here.DistanceTo(demand.Points[each]), each);
            for (int i = 0; i < near.Length; i++)
            {
                if (next.CompareTo(near[i]) < 0) (near[i], next) = (next, near[i]);
            }
        }
        return near[chance switch { 1 => 2, < 4 => 1, _ => 0 }].Place;
    }

    private static byte[] KeyOf(Demand demand)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(int)];
        for (int place = 0; place < demand.Count; place++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(demand.Ids[place]));
            BinaryPrimitives.WriteInt32LittleEndian(number, demand.People[place]);
            hash.AppendData(number);
        }
        return hash.GetHashAndReset();
    }
}
