namespace NavGeo.Data.OpenStreetMap;

/// <summary>Where some wanted nodes lie.</summary>
internal sealed class OsmNodeBatch
{
    /// <summary>Position in the list of wanted nodes, longitude and latitude in tenths of a microdegree.</summary>
    public List<(int Index, int Longitude, int Latitude)> Nodes { get; } = [];

    /// <summary>Those at which a car must stop.</summary>
    public List<int> Blocked { get; } = [];
}
