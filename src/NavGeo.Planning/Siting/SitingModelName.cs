namespace NavGeo.Planning.Siting;

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
