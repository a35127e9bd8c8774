using NavGeo.Data.Places;
using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// Where the places are whose names stand on N1000. A name goes to where many live close together near its letters
/// (<see cref="MapLetters"/>), and all names are matched with all people at once: where two would have the same houses, the one that
/// loses least by it takes its next best. A railway station of the name near by says where the place is; of the 134 places that have one,
/// five would lie farther than 2 km from it if it were not asked (docs/method.md).
/// </summary>
/// <remarks>For one thread.</remarks>
internal sealed class N1000Settlements
{
    /// <summary>No place is farther from its letters, metres.</summary>
    private const double FarthestMetres = 5000;

    /// <summary>A place lies no farther than this from a station of its name, metres.</summary>
    private const double StationMetres = 2500;

    /// <summary>So far around a place its neighbours count, metres: of a town, and of another place.</summary>
    private const double TownReach = 1500, VillageReach = 1000;

    /// <summary>People beyond these around a village are not its own: in the suburbs of a town the letters decide.</summary>
    private const long MostOfVillage = 5000;

    /// <summary>So much less is a choice under the text, falling to none so many metres from it.</summary>
    private const double UnderText = 0.3, UnderTextMetres = 600;

    /// <summary>Two places to choose between lie at least so far apart, metres, and so many are kept.</summary>
    private const double ApartMetres = 700;

    /// <inheritdoc cref="ApartMetres"/>
    private const int MostChoices = 40;

    /// <summary>A name gives way to another for no more than this, in the measure of <see cref="Score"/>: e to this power as many people.</summary>
    private const double MostGivenUp = 3;

    private const int MostRounds = 20;

    private readonly Demand demand;
    private readonly DensestSettlement towns, villages;
    private readonly ILookup<string, int> municipalities;
    private readonly ILookup<string, PlanePoint> stations;

    /// <param name="demand">Who lives where in the whole country, with municipalities.</param>
    /// <param name="municipalities">Their names.</param>
    /// <param name="stations">By name.</param>
    public N1000Settlements(Demand demand, IReadOnlyList<string> municipalities, ILookup<string, PlanePoint> stations)
    {
        this.demand = demand;
        this.stations = stations;
        // Neighbours count across borders: a place at one is not half a place.
        var people = new Demand(demand.Ids.ToArray(), demand.Names.ToArray(), demand.People.ToArray(), demand.Points.ToArray(), new int[demand.Count], demand.CellMetres);
        towns = new DensestSettlement(people, TownReach);
        villages = new DensestSettlement(people, VillageReach);
        this.municipalities = Enumerable.Range(0, municipalities.Count).ToLookup(m => NorwegianNames.Short(municipalities[m]), StringComparer.Ordinal);
    }

    /// <summary>The places, in their order; a valley, and what nobody lives near, where its name is written.</summary>
    public IReadOnlyList<PlaceName> Placed(IReadOnlyList<LetteredPlace> places)
    {
        Name?[] names = [.. places.Select(p => p.Name.Kind == N1000PlaceNames.Valley ? null : Choose(p))];
        Settle([.. names.OfType<Name>().Where(n => n.Choices.Count > 0)]);
        return [.. places.Zip(names, (place, name) => name is { Choices.Count: > 0 } ? place.Name with { Point = At(name) } : place.Name)];
    }

    /// <summary>The best choices of a name, best first; where it may be the centre of a municipality with people near, only those there.</summary>
    private Name Choose(LetteredPlace place)
    {
        bool isTown = place.Name.Kind == N1000PlaceNames.Settlements[0];
        HashSet<int> centreOf = [.. MunicipalCentres.MunicipalitiesOf(place.Name.Name).SelectMany(m => municipalities[m])];
        int[] near = [.. place.Letters.SelectMany(l => towns.Within(l.Middle, l.Radius + FarthestMetres)).Distinct()
            .Where(p => demand.People[p] > 0 && demand.Municipalities[p] >= 0 && place.DistanceTo(demand.Points[p]) <= FarthestMetres)];
        PlanePoint[] stops = [.. stations[place.Name.Name].Where(s => place.DistanceTo(s) <= FarthestMetres)];
        if (stops.Length > 0 && near.Where(p => stops.Any(s => s.DistanceTo(demand.Points[p]) <= StationMetres)).ToArray() is { Length: > 0 } by) near = by;
        int[] there = [.. near.Where(p => centreOf.Contains(demand.Municipalities[p]))];
        bool isCentre = there.Length > 0;
        var choices = new List<(int Place, double Score)>();
        foreach ((int choice, double score) in (isCentre ? there : near).Select(p => (p, Score(place, p, isTown, isTown || isCentre))).OrderByDescending(c => c.Item2).ThenBy(c => c.p))
        {
            if (choices.Exists(c => demand.Points[c.Place].DistanceTo(demand.Points[choice]) < ApartMetres)) continue;
            choices.Add((choice, score));
            if (choices.Count == MostChoices) break;
        }
        return new Name(choices, isTown ? ClearanceOf(place) : TownReach, Rank(place.Name.Kind));
    }

    /// <summary>
    /// The logarithm of the people around, twice of a town or centre, less half the square of the distance in spreads (3 km of
    /// those, 2 of a village, 1.5 of a hamlet), less up to one on the far side of the text, less a little under the text itself, which
    /// is set beside its place.
    /// </summary>
    private double Score(LetteredPlace place, int at, bool isTown, bool isLarge)
    {
        double spread = isLarge ? 3000 : Rank(place.Name.Kind) <= 2 ? 2000 : 1500;
        double metres = place.DistanceTo(demand.Points[at]), distance = metres / spread;
        long people = (isLarge ? towns : villages).PeopleAround(at);
        return (isLarge ? 2 : 1) * Math.Log(isTown ? people : Math.Min(people, MostOfVillage)) - distance * distance / 2
            - place.FarSide(demand.Points[at]) - UnderText * Math.Max(0, 1 - metres / UnderTextMetres);
    }

    /// <summary>So far from a town no other name is, metres: the larger its letters the larger it is.</summary>
    private static double ClearanceOf(LetteredPlace place) => place.Letters.Max(l => l.Height) switch { > 1700 => 3500, > 1500 => 2500, _ => TownReach };

    private static int Rank(string kind) => N1000PlaceNames.Settlements.ToList().IndexOf(kind);

    /// <summary>Moves names off each other until none can be moved at less than the limit.</summary>
    private void Settle(Name[] names)
    {
        Name[] ordered = [.. names.OrderBy(n => n.Rank).ThenByDescending(n => n.Choices[0].Score)];
        for (int round = 0, moved = -1; round < MostRounds && moved != 0; round++)
        {
            moved = 0;
            foreach (Name name in ordered)
            {
                while (Beside(name, name.Choices[name.Chosen].Place, ordered) is { } other && Part(name, other, ordered)) moved++;
            }
        }
    }

    /// <summary>The first name that stands too near to a choice of another; null where none does.</summary>
    private Name? Beside(Name name, int place, Name[] all) => Array.Find(
        all, o => o != name && demand.Points[place].DistanceTo(At(o)) < Math.Max(name.Clearance, o.Clearance));

    /// <summary>Moves the one of two that loses least; false where both would lose too much.</summary>
    private bool Part(Name name, Name other, Name[] all)
    {
        (int first, double lost) = Next(name, all);
        (int second, double otherLost) = Next(other, all);
        bool isFirst = lost < otherLost || (lost == otherLost && name.Rank > other.Rank);
        if (Math.Min(lost, otherLost) >= MostGivenUp) return false;
        if (isFirst) name.Chosen = first;
        else other.Chosen = second;
        return true;
    }

    /// <summary>The best choice that stands beside no other name, and what is lost by it; infinite where there is none.</summary>
    private (int Choice, double Lost) Next(Name name, Name[] all)
    {
        int free = name.Choices.FindIndex(c => c != name.Choices[name.Chosen] && Beside(name, c.Place, all) is null);
        return free < 0 ? (-1, double.PositiveInfinity) : (free, name.Choices[name.Chosen].Score - name.Choices[free].Score);
    }

    private PlanePoint At(Name name) => demand.Points[name.Choices[name.Chosen].Place];

    /// <summary>A name and where it may be; the rank is the larger the smaller the place.</summary>
    private sealed class Name(List<(int Place, double Score)> choices, double clearance, int rank)
    {
        public List<(int Place, double Score)> Choices => choices;

        public double Clearance => clearance;

        public int Rank => rank;

        public int Chosen { get; set; }
    }
}
