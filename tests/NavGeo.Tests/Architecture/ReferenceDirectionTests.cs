using System.Xml.Linq;

namespace NavGeo.Tests.Architecture;

/// <summary>The arrows between projects, as docs/architecture.md draws them: what is not listed is not allowed.</summary>
public sealed class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["NavGeo.Routing"] = [],
        ["NavGeo.Transit"] = ["NavGeo.Routing"],
        ["NavGeo.Planning"] = ["NavGeo.Routing", "NavGeo.Transit"],
        ["NavGeo.Data"] = ["NavGeo.Routing", "NavGeo.Transit", "NavGeo.Planning"],
        ["NavGeo.Reports"] = ["NavGeo.Routing", "NavGeo.Transit", "NavGeo.Planning", "NavGeo.Data"],
        ["NavGeo.Maps"] = ["NavGeo.Routing", "NavGeo.Transit", "NavGeo.Planning", "NavGeo.Data", "NavGeo.Reports"],
        ["NavGeo.Web"] = ["NavGeo.Routing", "NavGeo.Transit", "NavGeo.Planning", "NavGeo.Data", "NavGeo.Reports", "NavGeo.Maps"],
        ["NavGeo.Cluster"] = ["NavGeo.Routing", "NavGeo.Planning", "NavGeo.Data", "NavGeo.Web"],
        ["NavGeo.Cli"] = ["NavGeo.Routing", "NavGeo.Transit", "NavGeo.Planning", "NavGeo.Data", "NavGeo.Reports", "NavGeo.Maps", "NavGeo.Web", "NavGeo.Cluster"],
    };

    [Fact]
    public void Projects_reference_only_what_the_architecture_names()
    {
        string[] projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(Allowed.Keys.Order(), projects.Select(p => Path.GetFileNameWithoutExtension(p)).Order());
        foreach (string project in projects)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            string[] references =
            [
                .. XDocument.Load(project).Descendants("ProjectReference")
                    .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))),
            ];
            Assert.Empty(references.Except(Allowed[name]));
        }
    }

    [Fact]
    public void Routing_needs_no_package_but_the_framework()
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Root, "src", "NavGeo.Routing", "NavGeo.Routing.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
    }
}
