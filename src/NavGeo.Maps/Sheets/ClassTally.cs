using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Maps.Sheets;

/// <summary>How many people live in each class of a travel-time map.</summary>
/// <param name="People">One number a class, in the style's order.</param>
/// <param name="WithoutAccess">Those who reach no open site.</param>
/// <param name="Outside">Those who live in none of the case's municipalities; on no map and in no sum.</param>
internal sealed record ClassTally(IReadOnlyList<long> People, long WithoutAccess, long Outside)
{
    /// <summary>Everybody in the case's municipalities.</summary>
    public long Total => People.Sum() + WithoutAccess;

    /// <summary>Counts.</summary>
    public static ClassTally Of(MapStyle style, Demand demand, SiteAssignment assignment)
    {
        var people = new long[style.Classes.Count];
        long without = 0;
        long outside = 0;
        for (int place = 0; place < demand.Count; place++)
        {
            int index = style.ClassOf(assignment.TimeOf(place));
            if (assignment.States[place] == AccessState.Outside) outside += demand.People[place];
            else if (index < 0) without += demand.People[place];
            else people[index] += demand.People[place];
        }
        return new ClassTally(people, without, outside);
    }
}
