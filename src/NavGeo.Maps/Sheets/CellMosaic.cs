using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The cells of a demand as a map draws them. Cells too small to be seen on the sheet are drawn in blocks: a block has
/// the class in which most of its people live. Only the drawing is coarser; all counts are of the cells.
/// </summary>
internal sealed class CellMosaic
{
    private const double LeastMillimetres = 1;

    private CellMosaic(int sideMetres, IReadOnlyList<IReadOnlyCollection<PlanePoint>> squares)
    {
        SideMetres = sideMetres;
        Squares = squares;
    }

    /// <summary>Side of a drawn square; a whole multiple of the demand's cells.</summary>
    public int SideMetres { get; }

    /// <summary>Middles of the squares by class, in drawing order.</summary>
    public IReadOnlyList<IReadOnlyCollection<PlanePoint>> Squares { get; }

    /// <summary>How many metres a square is at a scale.</summary>
    public static int SideAt(int cellMetres, PaperFrame frame) =>
        cellMetres * Math.Max(1, (int)Math.Ceiling(LeastMillimetres / frame.Millimetres(cellMetres)));

    /// <summary>Puts the cells together.</summary>
    public static CellMosaic Of(Demand demand, PlaceClasses classes, PaperFrame frame)
    {
        int side = SideAt(demand.CellMetres, frame);
        int count = classes.Fills.Count;
        int below = count - classes.Overlays;
        var peopleByBlock = new SortedDictionary<(long East, long North), Dictionary<int, long>>();
        for (int place = 0; place < demand.Count; place++)
        {
            int index = classes.Classes[place];
            if (index < 0 || demand.People[place] == 0) continue;
            PlanePoint middle = demand.Points[place];
            (long, long) block = ((long)Math.Floor(middle.Easting / side), (long)Math.Floor(middle.Northing / side));
            if (!peopleByBlock.TryGetValue(block, out Dictionary<int, long>? people)) peopleByBlock[block] = people = [];
            people[index] = people.GetValueOrDefault(index) + demand.People[place];
        }
        List<PlanePoint>[] squares = [.. Enumerable.Range(0, count).Select(_ => new List<PlanePoint>())];
        foreach (((long east, long north), Dictionary<int, long> people) in peopleByBlock)
        {
            var middle = new PlanePoint((east + 0.5) * side, (north + 0.5) * side);
            // Of equally many the later class: the longer time.
            int most = people.Where(p => p.Key < below).OrderByDescending(p => p.Value).ThenByDescending(p => p.Key).Select(p => p.Key).FirstOrDefault(-1);
            if (most >= 0) squares[most].Add(middle);
            foreach (int overlay in people.Keys.Where(k => k >= below)) squares[overlay].Add(middle);
        }
        return new CellMosaic(side, squares);
    }
}
