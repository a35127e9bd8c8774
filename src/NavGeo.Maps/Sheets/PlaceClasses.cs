using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// How a map colours the places of a demand: a class for each and a fill for each class. Where places are too small for
/// the paper and are drawn in blocks, a block has the class of most of its people; <see cref="Overlays"/> have blocks of
/// their own over the others, so that none of them is hidden.
/// </summary>
/// <param name="Fills">One a class; overlays last.</param>
/// <param name="Classes">One a place; -1 for a place that is not drawn.</param>
/// <param name="Overlays">How many of the last classes lie over the others.</param>
internal sealed record PlaceClasses(IReadOnlyList<Fill> Fills, IReadOnlyList<int> Classes, int Overlays)
{
    /// <summary>Travel times in the classes of a style; those without access lie on top, hatched.</summary>
    public static PlaceClasses OfTimes(MapStyle style, Demand demand, SiteAssignment assignment)
    {
        var classes = new int[demand.Count];
        for (int place = 0; place < classes.Length; place++)
        {
            int index = style.ClassOf(assignment.TimeOf(place));
            classes[place] = assignment.States[place] == AccessState.Outside ? -1 : index < 0 ? style.Classes.Count : index;
        }
        return new PlaceClasses([.. style.Classes.Select(c => new Fill(c.Colour)), style.NoAccess.ToFill()], classes, 1);
    }
}
