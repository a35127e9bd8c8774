namespace NavGeo.Planning.Siting;

/// <summary>What is asked of a set of sites.</summary>
public enum SitingModel
{
    /// <summary>The least sum of weight times cost with p sites; without p as many sites as pay for their opening.</summary>
    PMedian = 0,

    /// <summary>The least longest way with p sites.</summary>
    PCenter,

    /// <summary>The fewest sites with everybody within reach (location set covering).</summary>
    SetCover,

    /// <summary>The most people within reach with p sites (maximal covering location).</summary>
    MaxCover,

    /// <summary>As the p-median, but a site takes no more than its capacity; each place goes to one site as a whole.</summary>
    CapacitatedPMedian,

    /// <summary>The least longest way first, and of all sets that reach it the one with the least sum.</summary>
    Lexicographic,
}

/// <summary>How the command and files write a <see cref="SitingModel"/>.</summary>
public static class SitingModelName
{
    private static readonly (string Name, SitingModel Model)[] Names =
    [
        ("p-median", SitingModel.PMedian),
        ("p-center", SitingModel.PCenter),
        ("p-centre", SitingModel.PCenter),
        ("lscp", SitingModel.SetCover),
        ("set-cover", SitingModel.SetCover),
        ("mclp", SitingModel.MaxCover),
        ("max-cover", SitingModel.MaxCover),
        ("capacitated-p-median", SitingModel.CapacitatedPMedian),
        ("lexicographic", SitingModel.Lexicographic),
    ];

    /// <summary>All that are understood.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(n => n.Name)];

    /// <summary>The model of a name.</summary>
    public static SitingModel Parse(string name) => Array.Find(Names, n => n.Name == name).Model;

    /// <summary>The first name of a model.</summary>
    public static string Of(SitingModel model) => Array.Find(Names, n => n.Model == model).Name;
}
