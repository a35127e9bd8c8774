using System.ComponentModel.DataAnnotations;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Meetings;

/// <summary>What whoever leads the meeting has on the screen, for those who watch along. Immutable.</summary>
/// <param name="Bounds">West, south, east, north of the map, degrees.</param>
/// <param name="Mode">What the map tells.</param>
/// <param name="Compared">Structures beside each other; fewer than two for the one that is chosen.</param>
/// <param name="IsSwiped">Whether two of them lie over each other with a divider.</param>
/// <param name="Site">The site whose bands are shown; the nearest open one where null.</param>
public sealed record SharedView([property: Length(4, 4)] double[] Bounds, MapMode Mode, string[] Compared, bool IsSwiped, string? Site)
{
    private const int MostCompared = 6;

    /// <summary>Whether another shows the same.</summary>
    public bool IsSameAs(SharedView? other) => other is not null && Bounds.AsSpan().SequenceEqual(other.Bounds) && Compared.AsSpan().SequenceEqual(other.Compared)
        && (Mode, IsSwiped, Site) == (other.Mode, other.IsSwiped, other.Site);

    /// <summary>Refuses what the others' maps could not show.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">It is not a part of the map, or names what the case has not.</exception>
    public void Check(PlanningCase original)
    {
        bool isBox = Bounds.Length == 4 && Array.TrueForAll(Bounds, double.IsFinite) && Math.Abs(Bounds[0]) <= 180 && Math.Abs(Bounds[2]) <= 180
            && Math.Abs(Bounds[1]) <= 90 && Math.Abs(Bounds[3]) <= 90 && Bounds[0] < Bounds[2] && Bounds[1] < Bounds[3];
        if (!isBox) throw EditFault.Of("edits.wrong.position", string.Join(' ', Bounds.Take(4)));
        if (Compared.Length > MostCompared) throw EditFault.Of("web.wrong.text", MostCompared);
        if (Compared.FirstOrDefault(id => original.Structures.All(s => s.Id != id)) is { } structure) throw EditFault.Of("edits.wrong.structure", structure);
        if (Site is not null && original.Sites.All(s => s.Id != Site)) throw EditFault.Of("edits.wrong.site", Site);
    }
}

/// <summary>A meeting at one moment: its log and the answer that belongs to it. Immutable.</summary>
/// <param name="State">The log and what follows from it.</param>
/// <param name="Situation">The answer to the edits in force.</param>
/// <param name="Before">The answer before the last step: what that step did is the difference.</param>
public sealed record MeetingView(MeetingState State, Situation Situation, Situation Before)
{
    private readonly Lazy<byte[]> drawn = new(() => DrawnEdits.Write(State.Standing.Where(s => s.IsOn).Select(s => (s.Number, s.Edit)), Situation));
    private readonly Lazy<ComparedStructure> sinceStep = new(() => Situation.ShownSince(Before));

    /// <summary>The structure that is shown, held against what was shown before the last step.</summary>
    public ComparedStructure SinceStep => sinceStep.Value;

    /// <summary>Where the edits in force show on the map, GeoJSON; see <see cref="DrawnEdits"/>.</summary>
    public byte[] Drawn => drawn.Value;

    /// <summary>The map layers of the structure that is shown.</summary>
    public LayerFiles Layers => Situation.Layers;
}

/// <summary>What the colours of a map tell.</summary>
public enum MapMode
{
    /// <summary>How long the way is.</summary>
    Times,

    /// <summary>How much longer or shorter it is than today.</summary>
    Change,

    /// <summary>How much longer or shorter it is than before the last step.</summary>
    Step,

    /// <summary>On how many days a week one comes to a site and home without a car.</summary>
    Visits,
}
