using NavGeo.Maps.Styles;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Routing;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The cells of a demand as a map draws them. Cells too small to be seen on the sheet are drawn in blocks: a block has
/// the class in which most of its people live. People without access have blocks of their own over the others, so that
/// none of them is hidden. Only the drawing is coarser; all counts are of the cells.
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

    /// <summary>Middles of the squares by class, in drawing order; those without access come last.</summary>
    public IReadOnlyList<IReadOnlyCollection<PlanePoint>> Squares { get; }

    /// <summary>How many metres a square is at a scale.</summary>
    public static int SideAt(int cellMetres, PaperFrame frame) =>
        cellMetres * Math.Max(1, (int)Math.Ceiling(LeastMillimetres / frame.Millimetres(cellMetres)));

    /// <summary>Puts the cells together.</summary>
    public static CellMosaic Of(Demand demand, SiteAssignment assignment, MapStyle style, PaperFrame frame)
    {
        int side = SideAt(demand.CellMetres, frame);
        int classes = style.Classes.Count;
        var peopleByBlock = new SortedDictionary<(long East, long North), long[]>();
        for (int place = 0; place < demand.Count; place++)
        {
            if (assignment.States[place] == AccessState.Outside || demand.People[place] == 0) continue;
            PlanePoint middle = demand.Points[place];
            (long, long) block = ((long)Math.Floor(middle.Easting / side), (long)Math.Floor(middle.Northing / side));
            if (!peopleByBlock.TryGetValue(block, out long[]? people)) peopleByBlock[block] = people = new long[classes + 1];
            int index = style.ClassOf(assignment.TimeOf(place));
            people[index < 0 ? classes : index] += demand.People[place];
        }
        List<PlanePoint>[] squares = [.. Enumerable.Range(0, classes + 1).Select(_ => new List<PlanePoint>())];
        foreach (((long east, long north), long[] people) in peopleByBlock)
        {
            var middle = new PlanePoint((east + 0.5) * side, (north + 0.5) * side);
            int most = 0;
            for (int i = 1; i < classes; i++)
            {
                if (people[i] >= people[most] && people[i] > 0) most = i;
            }
            if (people[most] > 0) squares[most].Add(middle);
            if (people[classes] > 0) squares[classes].Add(middle);
        }
        return new CellMosaic(side, squares);
    }
}
