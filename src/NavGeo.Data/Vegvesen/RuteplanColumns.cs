
namespace NavGeo.Data.Vegvesen;

/// <summary>
/// What Statens vegvesen's Ruteplan network calls things, in its present and its older edition. Names are compared
/// without regard to case; of several candidates the first that the file has is taken.
/// </summary>
internal static class RuteplanColumns
{
    public static readonly string[] Id = ["linkid", "LINKID", "objectid", "fid"];
    public static readonly string[] From = ["fromnode", "FROMNODEID", "from_node"];
    public static readonly string[] To = ["tonode", "TONODEID", "to_node"];
    public static readonly string[] OneWay = ["oneway"];
    public static readonly string[] ForwardMinutes = ["drivetime_fw", "FT_MINUTES"];
    public static readonly string[] BackwardMinutes = ["drivetime_bw", "TF_MINUTES"];
    public static readonly string[] ForwardSpeed = ["speedfw", "speed_fw", "FT_SPEED", "FT_FART"];
    public static readonly string[] BackwardSpeed = ["speedbw", "speedtw", "speed_bw", "TF_SPEED", "TF_FART"];
    public static readonly string[] Ferry = ["isferry", "FERJE", "FERRY"];
    public static readonly string[] Road = ["roadid", "roadnumber", "VEGID", "vegnr"];

    /// <summary>From 0, the main roads, to 9; a road without one is for no car, or a private one.</summary>
    public static readonly string[] FunctionClass = ["funcroadclass"];

    /// <summary>1 where bicycles ride: on their own road, and on roads for cars that have a lane for them.</summary>
    public static readonly string[] Bicycle = ["isbikeroad"];

    /// <summary>The older edition's B for a bridge, T and U for a tunnel, nothing on the ground; the present one has a column each.</summary>
    public static readonly string[] Medium = ["medium"];
    public static readonly string[] Tunnel = ["istunnel"];
    public static readonly string[] Bridge = ["isbridge"];

    public static readonly string[] Closed = ["SPERRING", "isclosed", "blocked"];
    public static readonly string[] Name = ["streetname", "name", "VEGNAVN", "GATENAVN"];
    public static readonly string[] Length = ["length", "LENGDE", "METER_ORG", "shape_length"];

    /// <summary>Columns without which a table is no Ruteplan network.</summary>
    public static readonly string[][] Needed = [From, To, OneWay, ForwardMinutes, BackwardMinutes];

    /// <summary>Columns that are used where they are.</summary>
    public static readonly string[][] All =
    [
        From, To, OneWay, ForwardMinutes, BackwardMinutes, ForwardSpeed, BackwardSpeed, Ferry, Road, FunctionClass, Bicycle, Medium, Tunnel,
        Bridge, Closed, Name, Length,
    ];
}
