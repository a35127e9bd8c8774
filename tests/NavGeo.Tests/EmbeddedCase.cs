using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests;

/// <summary>The cases that come with NavGeo, read once.</summary>
internal static class EmbeddedCase
{
    private static readonly Lazy<PlanningCase> LillehammerCase = new(() => Read("lillehammer"));
    private static readonly Lazy<PlanningCase> HallingdalCase = new(() => Read("hallingdal"));
    private static readonly Lazy<PlanningCase> NordlandCase = new(() => Read("nordland"));

    public static PlanningCase Lillehammer => LillehammerCase.Value;

    public static PlanningCase Hallingdal => HallingdalCase.Value;

    public static PlanningCase Nordland => NordlandCase.Value;

    public static string Folder(string name) => Path.Combine(Repository.Root, "data", name);

    private static PlanningCase Read(string name) => Workspace.Open(Folder(name), new Findings()).Case;
}
