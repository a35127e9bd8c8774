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

    /// <summary>For each class, and last for those without access: whether somebody lives at a place in it where too few do to be told.</summary>
    public required IReadOnlyList<bool> HasFew { get; init; }

    /// <summary>So many must live at a place to be told.</summary>
    public required int LeastPeople { get; init; }

    /// <summary>Counts.</summary>
    public static ClassTally Of(MapStyle style, Demand demand, SiteAssignment assignment)
    {
        var people = new long[style.Classes.Count];
        var hasFew = new bool[people.Length + 1];
        long without = 0;
        long outside = 0;
        for (int place = 0; place < demand.Count; place++)
        {
            int index = style.ClassOf(assignment.TimeOf(place));
            if (assignment.States[place] == AccessState.Outside)
            {
                outside += demand.People[place];
                continue;
            }
            hasFew[index < 0 ? people.Length : index] |= demand.IsFew(place);
            if (index < 0) without += demand.People[place];
            else people[index] += demand.People[place];
        }
        return new ClassTally(people, without, outside) { HasFew = hasFew, LeastPeople = demand.LeastPeople };
    }
}
