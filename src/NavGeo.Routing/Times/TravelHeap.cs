
namespace NavGeo.Routing.Times;

/// <summary>
/// A binary heap of (milliseconds, node), smallest first and of equal times the lower node, so that the order of
/// settling is the same on every machine. Scratch for one thread; grows and stays grown.
/// </summary>
internal sealed class TravelHeap
{
    private long[] keys = new long[1024];
    private int count;

    public bool IsEmpty => count == 0;

    public void Clear() => count = 0;

    public void Add(int milliseconds, int node)
    {
        if (count == keys.Length) Array.Resize(ref keys, count * 2);
        long key = (long)milliseconds << 32 | (uint)node;
        int hole = count++;
        while (hole > 0)
        {
            int parent = (hole - 1) >> 1;
            if (keys[parent] <= key) break;
            keys[hole] = keys[parent];
            hole = parent;
        }
        keys[hole] = key;
    }

    public (int Milliseconds, int Node) TakeSmallest()
    {
        long smallest = keys[0];
        long last = keys[--count];
        int hole = 0;
        while (true)
        {
            int child = 2 * hole + 1;
            if (child >= count) break;
            if (child + 1 < count && keys[child + 1] < keys[child]) child++;
            if (keys[child] >= last) break;
            keys[hole] = keys[child];
            hole = child;
        }
        keys[hole] = last;
        return ((int)(smallest >> 32), (int)(smallest & 0xFFFFFFFF));
    }
}
