using NavGeo.Planning.Language;
using NavGeo.Routing.Attribution;

namespace NavGeo.Planning.StaffTravel;

/// <summary>What users call a row of road use: the road's number, the ferry, the wait for it.</summary>
public static class RoadUseTitle
{
    /// <summary>The title as a phrase, or the road number as it is.</summary>
    public static string Of(RoadUseRow row, Phrasebook texts) => row.Kind switch
    {
        RoadUseKind.Ferry => texts.Say("decisions.ferry", row.Name ?? row.Road.ToString()),
        RoadUseKind.FerryWait => texts.Say("cli.staff.wait"),
        RoadUseKind.OffRoad => texts.Say("cli.staff.off-road"),
        _ => row.Road.IsNumbered ? row.Road.ToString() : texts.Say(RoadWords.Unnumbered(row.Road.Category)),
    };
}
