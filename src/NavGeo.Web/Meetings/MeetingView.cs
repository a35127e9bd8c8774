using NavGeo.Web.Situations;

namespace NavGeo.Web.Meetings;

/// <summary>A meeting at one moment: its log and the answer that belongs to it. Immutable.</summary>
/// <param name="State">The log and what follows from it.</param>
/// <param name="Situation">The answer to the edits in force.</param>
public sealed record MeetingView(MeetingState State, Situation Situation)
{
    private readonly Lazy<LayerFiles> layers = new(() => LayerFiles.Of(Situation));

    /// <summary>The map layers of the structure that is shown; made when first asked for.</summary>
    public LayerFiles Layers => layers.Value;
}
