using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;

namespace NavGeo.Tests.Web;

/// <summary>The cases that come with the program, read once for all tests of the meeting.</summary>
internal static class EmbeddedCase
{
    public static PlanningCase Hallingdal { get; } = Read("hallingdal");

    public static PlanningCase Nordland { get; } = Read("nordland");

    private static PlanningCase Read(string name) => Workspace.Open(Path.Combine(Repository.Root, "data", name), new Findings()).Case;
}
